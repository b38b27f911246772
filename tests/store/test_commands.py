"""The commands ``load``, ``queries`` and ``query``, run as a user runs them."""

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from neo4j_server import Neo4jServer

from flowgraph.store.library import library

EXAMPLE = Path(__file__).resolve().parents[2] / "flowgraph" / "example" / "pages"


def flowgraph(*words: str, folder: Path, **environment: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-c", "import sys; from flowgraph.command import run; sys.exit(run())", *words],
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONIOENCODING": "utf-8", **environment},
        check=False,
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the bundled example in its default store."""
    pytest.importorskip("arcadedb_embedded", reason="the embedded engine is not installed: pip install '.[store]'")
    place = tmp_path_factory.mktemp("user")
    done = flowgraph("load", str(EXAMPLE), folder=place)
    assert (done.returncode, done.stderr) == (0, "")
    assert "loaded with" in done.stdout
    return place


def test_loading_leaves_only_the_store_behind(folder: Path):
    assert [one.name for one in folder.iterdir()] == ["flowgraph-store"]


def test_loading_again_changes_nothing(folder: Path):
    done = flowgraph("load", str(EXAMPLE), folder=folder)
    assert done.stdout.startswith("0 agreement versions loaded with 0 flows")


def test_queries_lists_the_library(folder: Path):
    done = flowgraph("queries", "--format", "json", folder=folder)
    assert [one["name"] for one in json.loads(done.stdout)] == list(library())
    assert flowgraph("queries", "trace", folder=folder).stdout == library()["trace"].text
    assert flowgraph("queries", "nosuch", folder=folder).returncode == 2


def test_a_query_of_the_library_finds_names_however_they_are_written(folder: Path):
    done = flowgraph("query", "datasets_by_recipients", "--format", "json", folder=folder)
    rows = json.loads(done.stdout)
    name = rows[0]["dataset"]
    traced = flowgraph("query", "trace", "-p", f"dataset={name.upper()}", "--format", "csv", folder=folder)
    assert traced.returncode == 0
    assert len(list(csv.DictReader(io.StringIO(traced.stdout)))) >= 1


def test_a_query_of_ones_own_with_parameters_and_from_a_file(folder: Path):
    text = "MATCH (o:Organisation) WHERE size(o.name) > $least RETURN count(*) AS n"
    (folder / "mine.cypher").write_text(text)
    typed = flowgraph("query", text, "-p", "least=3", "--format", "json", folder=folder)
    read = flowgraph("query", "-f", "mine.cypher", "-p", "least=3", "--format", "json", folder=folder)
    (folder / "mine.cypher").unlink()
    assert json.loads(typed.stdout) == json.loads(read.stdout)
    assert json.loads(typed.stdout)[0]["n"] > 2


def test_a_cut_answer_says_so(folder: Path):
    done = flowgraph("query", "MATCH (n) RETURN n.key AS key", "--rows", "2", folder=folder)
    assert done.returncode == 0
    assert "only the first 2 rows" in done.stderr


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["query", "nosuch"], "no query is called nosuch"),
        (["query", "trace"], "-p 'dataset=SUS'"),
        (["query", "trace", "-p", "dataset=Nonesuch Data"], "no data set is called"),
        (["query", "trace", "-p", "colour=red"], "has no parameter colour"),
        (["query", "live_on", "-p", "day=soon"], "2020-06-30"),
        (["query", "trace", "-p", "dataset"], "write it as key=value"),
        (["query", "-f", "nosuch.cypher"], "cannot be read"),
        (["query"], "give one query"),
        (["query", "MATCH (n) DETACH DELETE n"], "only reading is allowed"),
        (["query", "LOAD CSV FROM 'file:///etc/passwd' AS row RETURN row"], "file or URL"),
        (["query", "RETURN 1 AS n", "--store", "nosuch"], "flowgraph load"),
        (["query", "RETURN 1 AS n", "--store", "http://x"], "no store is known"),
        (["trace", "SUS", "--store", "bolt://127.0.0.1:1"], "no Neo4j answers"),
    ],
)
def test_mistakes_are_one_line_and_exit_code_says_so(folder: Path, words: list[str], said: str):
    done = flowgraph(*words, folder=folder, NEO4J_PASSWORD="swordfish-9")
    assert done.returncode in (1, 2)
    assert said in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert "swordfish" not in done.stderr + done.stdout
    assert done.stdout == ""


def test_questions_answer_over_the_store_as_over_the_documents(folder: Path):
    for words in (
        ["trace", "SUS", "--format", "jsonl"],
        ["stats", "--format", "json"],
        ["organisations", "--format", "csv"],
        ["datasets", "--format", "csv"],
        ["reach", "SUS", "--format", "jsonl"],
    ):
        over = flowgraph(*words, "--store", "flowgraph-store", folder=folder)
        read = flowgraph(*words, str(EXAMPLE), folder=folder)
        assert over.stdout == read.stdout
        assert over.stdout


def test_a_neo4j_by_its_url_with_the_password_in_the_environment(folder: Path, neo4j_server: Neo4jServer):
    environment = {"NEO4J_PASSWORD": neo4j_server.password}
    loaded = flowgraph("load", str(EXAMPLE), "--store", neo4j_server.url, "--replace", folder=folder, **environment)
    assert loaded.returncode == 0, loaded.stderr
    assert neo4j_server.password not in loaded.stdout + loaded.stderr
    over = flowgraph("stats", "--format", "json", "--store", neo4j_server.bolt, folder=folder, **environment)
    assert over.stdout == flowgraph("stats", "--format", "json", str(EXAMPLE), folder=folder).stdout
