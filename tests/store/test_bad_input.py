"""What goes wrong between a user and a store is said in one line that says what to do."""

import logging
import subprocess
import sys
from pathlib import Path

import pytest
from neo4j_server import Neo4jServer
from pydantic import SecretStr

from flowgraph.domain.errors import UserError
from flowgraph.store import (
    MissingEngine,
    Settings,
    StoreError,
    StoreNotFound,
    StoreTooNew,
    StoreUnavailable,
    open_store,
)
from flowgraph.store import store as opening
from flowgraph.store.address import Folder, Server, read_address
from flowgraph.store.declaration import SCHEMA
from flowgraph.store.java import engine_exists_for
from flowgraph.store.statements import Statement

SECRET = "swordfish-9"
WITH_SECRET = Settings(password=SecretStr(SECRET))


def one_line(error: BaseException) -> str:
    text = str(error)
    assert isinstance(error, UserError)
    assert "\n" not in text
    assert SECRET not in text
    return text


def test_no_server(free_port: int, caplog: pytest.LogCaptureFixture):
    caplog.set_level(logging.DEBUG)
    settings = WITH_SECRET.model_copy(update={"retry_time": 1.0, "connect_timeout": 1.0})
    for scheme in ("bolt", "neo4j"):
        with pytest.raises(StoreUnavailable) as raised:
            open_store(f"{scheme}://127.0.0.1:{free_port}", settings)
        assert "start it, or check the address" in one_line(raised.value)
    assert SECRET not in caplog.text


def test_wrong_password(neo4j_server: Neo4jServer):
    for url in (neo4j_server.url, neo4j_server.bolt):
        with pytest.raises(StoreUnavailable) as raised:
            open_store(url, WITH_SECRET)
        assert "NEO4J_PASSWORD" in one_line(raised.value)


def test_wrong_database(neo4j_server: Neo4jServer):
    for url in (neo4j_server.url, neo4j_server.bolt):
        with pytest.raises(StoreUnavailable) as raised:
            open_store(f"{url}/nosuch", neo4j_server.settings)
        assert "no database nosuch" in one_line(raised.value)


def test_something_that_is_no_neo4j(free_port: int, tmp_path: Path):
    server = subprocess.Popen(
        [sys.executable, "-m", "http.server", str(free_port), "--bind", "127.0.0.1"],
        cwd=tmp_path,
        stderr=subprocess.DEVNULL,
    )
    try:
        settings = WITH_SECRET.model_copy(update={"retry_time": 1.0, "connect_timeout": 2.0})
        with pytest.raises(StoreUnavailable) as raised:
            open_store(f"bolt://127.0.0.1:{free_port}", settings)
        one_line(raised.value)
    finally:
        server.kill()
        server.wait()


def test_an_embedded_store_in_use_by_another_process(tmp_path: Path):
    pytest.importorskip("arcadedb_embedded", reason="the embedded engine is not installed: pip install '.[store]'")
    script = (
        "import sys; from flowgraph.store import open_store; s = open_store(sys.argv[1], create=True); "
        "print('open', flush=True); sys.stdin.read()"
    )
    path = str(tmp_path / "store")
    other = subprocess.Popen(
        [sys.executable, "-c", script, path], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert other.stdout is not None
    assert other.stdout.readline() == b"open\n"
    with pytest.raises(StoreUnavailable) as raised:
        open_store(path)
    assert "in use by another process" in one_line(raised.value)
    _, said = other.communicate(b"")
    assert said == b""
    open_store(path).close()


def test_a_store_written_by_a_newer_version(store):  # type: ignore[no-untyped-def]
    store.writer().prepare()
    newer = Statement(
        text="MATCH (n:FlowgraphStore) SET n.version = $version", parameters={"version": SCHEMA.version + 1}
    )
    store._engine.write([newer])
    try:
        with pytest.raises(StoreTooNew) as raised:
            store.writer().load([])
        assert "update flowgraph" in one_line(raised.value)
    finally:
        store._engine.write([Statement(text="MATCH (n:FlowgraphStore) DELETE n")])


def test_a_folder_without_a_store(tmp_path: Path):
    pytest.importorskip("arcadedb_embedded", reason="the embedded engine is not installed: pip install '.[store]'")
    with pytest.raises(StoreNotFound) as raised:
        open_store(str(tmp_path / "nothing"))
    assert "flowgraph load" in one_line(raised.value)
    assert not (tmp_path / "nothing").exists()
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "letter.txt").write_text("dear")
    for path in (tmp_path / "letters", tmp_path / "letters" / "letter.txt"):
        with pytest.raises(StoreUnavailable) as unavailable:
            open_store(str(path), create=True)
        assert "is no store" in one_line(unavailable.value)


def test_a_damaged_store(tmp_path: Path):
    pytest.importorskip("arcadedb_embedded", reason="the embedded engine is not installed: pip install '.[store]'")
    (tmp_path / "store").mkdir()
    (tmp_path / "store" / "configuration.json").write_text("nonsense")
    with pytest.raises(StoreUnavailable) as raised:
        open_store(str(tmp_path / "store"))
    assert "cannot be opened" in one_line(raised.value)


def test_without_the_embedded_engine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.setattr(opening.importlib.util, "find_spec", lambda name: None)
    with pytest.raises(MissingEngine) as raised:
        open_store(str(tmp_path / "store"), create=True)
    assert "pip install 'flowgraph[store]'" in one_line(raised.value)
    monkeypatch.setattr("platform.system", lambda: "SunOS")
    with pytest.raises(MissingEngine) as elsewhere:
        open_store(str(tmp_path / "store"), create=True)
    assert "not made for SunOS" in one_line(elsewhere.value)


def test_platforms_of_the_engine_are_those_of_the_extra():
    assert engine_exists_for("Linux", "x86_64")
    assert engine_exists_for("Windows", "AMD64")
    assert not engine_exists_for("Darwin", "x86_64")


def test_addresses():
    assert read_address(None, Settings()) == Folder(path="flowgraph-store")
    assert read_address("graphs/mine", Settings()) == Folder(path="graphs/mine")
    found = read_address("neo4j+s://me:p%40ss@db.example.org:7688/reg", Settings())
    assert isinstance(found, Server)
    assert (found.url, found.username, found.database) == ("neo4j+s://db.example.org:7688", "me", "reg")
    assert found.password.get_secret_value() == "p@ss"
    assert "p@ss" not in repr(found) + str(found)


@pytest.mark.parametrize(
    "url", ["http://x", "postgres://x", "neo4j://", "neo4j://h:99999999", "neo4j://[::1", "bolt://host"]
)
def test_addresses_that_are_none(url: str):
    with pytest.raises(StoreError) as raised:
        read_address(url, Settings())
    assert "\n" not in str(raised.value)


def test_settings_come_from_the_environment():
    found = Settings.from_environment({"NEO4J_USERNAME": "me", "NEO4J_PASSWORD": SECRET, "FLOWGRAPH_STORE": ""})
    assert found.username == "me"
    assert found.store == "flowgraph-store"
    assert SECRET not in repr(found)
