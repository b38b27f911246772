"""A Neo4j that goes away in mid-load, and both ways of reaching one."""

import threading
import time
from pathlib import Path

import pytest
from made_register import HES
from neo4j_server import TOOL, Neo4jServer, no_server
from random_register import random_register
from test_killed import by_version, whole

from flowgraph.questions import trace
from flowgraph.store import Store, open_store


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
def test_both_schemes_reach_it_with_a_password(neo4j_server: Neo4jServer, scheme: str):
    readings = random_register(31, 5)
    url = neo4j_server.url.replace("neo4j", scheme, 1)
    with open_store(url, neo4j_server.settings, lexicon=HES) as store:
        store.writer().clear()
        store.writer().load(readings)
        assert whole(store, by_version(readings)) == len(readings)
        assert isinstance(list(trace(store.view(), "HES")), list)


def test_a_server_that_restarts_in_mid_load_loses_and_doubles_nothing(tmp_path: Path):
    if not TOOL.is_file():
        no_server()
    server = Neo4jServer.own(TOOL, tmp_path / "home")
    server.start()
    readings = random_register(33, 150)
    settings = server.settings.model_copy(update={"batch_rows": 40})
    try:
        with open_store(server.url, settings, lexicon=HES) as store:
            begun = threading.Event()
            failed: list[BaseException] = []
            load = threading.Thread(target=_load, args=(store, readings, begun, failed))
            load.start()
            assert begun.wait(60)
            server.kill()
            time.sleep(1)
            server.start()
            load.join(240)
            assert not load.is_alive()
            assert failed == []
            assert whole(store, by_version(readings)) == len(readings)
            flows = sum(len(one.flows) for one in readings)
            assert store.view().cypher("MATCH ()-[f:FLOWS_TO]->() RETURN count(f)").rows == ((flows,),)
    finally:
        server.stop()


def _load(store: Store, readings: list, begun: threading.Event, failed: list[BaseException]) -> None:
    try:
        store.writer().load(readings, lambda count: begun.set())
    except BaseException as error:
        failed.append(error)


def test_no_secret_is_shown(neo4j_server: Neo4jServer):
    with open_store(neo4j_server.url, neo4j_server.settings) as store:
        shown = repr(store) + str(store.address) + repr(store.address) + repr(neo4j_server.settings)
    assert neo4j_server.password not in shown
