"""Stores to test against: memory, the embedded engine, and a real Neo4j that is started for the tests."""

import os
import shutil
import socket
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from made_register import HES
from neo4j_server import TOOL, Neo4jServer, no_server

from flowgraph.command.workers import lean
from flowgraph.documents import read_agreements
from flowgraph.domain import Reading
from flowgraph.flows import read_flows
from flowgraph.graph import FlowGraph
from flowgraph.graph.view import View
from flowgraph.store import Store, open_store

NO_ENGINE = "the embedded engine is not installed: pip install '.[store]'"


@pytest.fixture(scope="session")
def neo4j_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Neo4jServer]:
    """A Neo4j with a password: the one at NEO4J_URI, or one of the tests' own in a fresh folder."""
    if os.environ.get("NEO4J_URI"):
        yield Neo4jServer.at(os.environ["NEO4J_URI"], os.environ.get("NEO4J_PASSWORD", ""))
        return
    if not TOOL.is_file() or shutil.which("java") is None:
        no_server()
    server = Neo4jServer.own(TOOL, tmp_path_factory.mktemp("neo4j"))
    server.start()
    yield server
    server.stop()


@pytest.fixture
def embedded(tmp_path: Path) -> Iterator[Store]:
    """An empty embedded store, by the lexicon of the made-up register."""
    pytest.importorskip("arcadedb_embedded", reason=NO_ENGINE)
    with open_store(str(tmp_path / "store"), create=True, lexicon=HES) as store:
        yield store


@pytest.fixture
def neo4j_store(neo4j_server: Neo4jServer) -> Iterator[Store]:
    """An emptied store in Neo4j."""
    with open_store(neo4j_server.url, neo4j_server.settings, lexicon=HES) as store:
        store.writer().clear()
        yield store


@pytest.fixture(params=["embedded", "neo4j"])
def store(request: pytest.FixtureRequest) -> Store:
    """An empty store of each kind in turn."""
    name = {"embedded": "embedded", "neo4j": "neo4j_store"}[request.param]
    found: Store = request.getfixturevalue(name)
    return found


@pytest.fixture(params=["memory", "embedded", "neo4j"])
def view_of(request: pytest.FixtureRequest) -> Callable[[Sequence[Reading]], View]:
    """Gives a view over readings: the graph in memory, or a store that they were loaded into."""
    if request.param == "memory":
        return lambda readings: FlowGraph.from_readings(readings, HES)
    store: Store = request.getfixturevalue({"embedded": "embedded", "neo4j": "neo4j_store"}[request.param])

    def load(readings: Sequence[Reading]) -> View:
        store.writer().clear()
        store.writer().load(readings)
        return store.view()

    return load


@pytest.fixture
def free_port() -> int:
    """A port that nothing listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


@pytest.fixture(scope="session")
def register(shared: Path) -> list[Reading]:
    """The readings of the shared register: twenty-one agreements and a page of three."""
    found = read_agreements(
        [shared / "register" / "agreements", shared / "register" / "nhs_south_yorkshire_icb_02x.txt"]
    )
    return [lean(read_flows(agreement)) for agreement in found.agreements]


@pytest.fixture(scope="module", params=["embedded", "neo4j"])
def stored_register(
    request: pytest.FixtureRequest, register: list[Reading], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Store, FlowGraph]]:
    """The shared register in a store of each kind, and in memory."""
    if request.param == "embedded":
        pytest.importorskip("arcadedb_embedded", reason=NO_ENGINE)
        store = open_store(str(tmp_path_factory.mktemp("register") / "store"), create=True)
    else:
        server: Neo4jServer = request.getfixturevalue("neo4j_server")
        store = open_store(server.url, server.settings)
    with store:
        store.writer().clear()
        store.writer().load(register)
        yield store, FlowGraph.from_readings(register)
