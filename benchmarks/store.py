"""The stores at 100,000 flows: loading, beside the same work without us; a trace, beside networkx; memory.

    python benchmarks/store.py [FLOWS]

The embedded load is compared with the engine's bare loop: UNWIND and MERGE of the organisations and the flows alone,
a thousand rows a transaction, as its manual says. The Neo4j load is compared with the bare driver that sends the
very same statements, made beforehand. Neo4j is left out where none is to be had; NEO4J_URI names one whose graph may be
emptied, else one is started as the tests do.
"""

import os
import random
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from networkx_trace import networkx_trace
from synthetic_graph import synthetic_readings

from flowgraph.domain import Reading
from flowgraph.graph import FlowGraph
from flowgraph.graph.view import View
from flowgraph.graph.words import house_lexicon
from flowgraph.questions import trace
from flowgraph.store import Settings, open_store
from flowgraph.store.java import arcadedb, start_java
from flowgraph.store.rows import rows_of
from flowgraph.store.statements import Statement, constraints

sys.path.append(str(Path(__file__).resolve().parents[1] / "tests" / "store"))
from neo4j_server import TOOL, Neo4jServer

BATCH = 1000
QUESTIONS = 100


def took(work: Callable[[], Any]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def bare_embedded_loop(folder: str, readings: Sequence[Reading]) -> float:
    """Seconds of the engine's own loop for the organisations and flows of the readings."""
    rows = [rows_of(reading) for reading in readings]
    parties = {key: props for one in rows for key, props in one.nodes["Organisation"].items()}
    nodes = [{"key": key, "props": props} for key, props in parties.items()]
    flows = [row for one in rows for row in one.relationships["FLOWS_TO"]]
    start_java(Settings().heap)
    database = arcadedb().DatabaseFactory(folder).create()
    for text in constraints():
        database.command("opencypher", text)
    merge_nodes = "UNWIND $rows AS row MERGE (o:Organisation {key: row.key}) SET o += row.props"
    merge_flows = (
        "UNWIND $rows AS row MATCH (a:Organisation {key: row.source}) MATCH (b:Organisation {key: row.target}) "
        "MERGE (a)-[f:FLOWS_TO {key: row.props.key}]->(b) SET f += row.props RETURN count(*) AS n"
    )

    def loop() -> None:
        for text, all_rows in ((merge_nodes, nodes), (merge_flows, flows)):
            for start in range(0, len(all_rows), BATCH):
                with database.transaction():
                    database.command("opencypher", text, {"rows": all_rows[start : start + BATCH]})

    seconds = took(loop)
    database.close()
    return seconds


@contextmanager
def recorded(store: Any, statements: list[list[Statement]]) -> Any:
    """Keeps every transaction that is written to a store."""
    write = store._engine.write

    def record(several: Sequence[Statement]) -> list[int]:
        statements.append(list(several))
        return write(several)

    store._engine.write = record
    yield
    store._engine.write = write


def questions(memory: FlowGraph, number: int) -> list[tuple[str, str]]:
    """The central question, each drawn by picking a flow: where its data set goes from its sender."""
    chance = random.Random(7)
    newest = [flow for flow in memory.flows() if flow.datasets]
    return [(chance.choice(flow.datasets), flow.source.key) for flow in chance.sample(newest, number)]


def ask(name: str, view: View, memory: FlowGraph) -> None:
    several = questions(memory, QUESTIONS)
    trace(view, several[0][0], sources=several[0][1])  # what is read once and kept
    times = []
    for dataset, key in several:
        start = time.perf_counter()
        found = trace(view, dataset, sources=key)
        times.append((time.perf_counter() - start) * 1000)
        assert found == trace(memory, dataset, sources=key)
    times.sort()
    print(
        f"trace over {name}: median {statistics.median(times):.2f} ms, 90 % within {times[QUESTIONS * 9 // 10]:.2f} ms"
    )


def ask_networkx(memory: FlowGraph) -> None:
    contains = house_lexicon().contains
    network = memory.network
    asked = [(dataset, key) for dataset, key in questions(memory, 40) if network.out_degree(key) < 500][:20]
    times = [took(lambda one=one: networkx_trace(network, one[0], contains, one[1])) * 1000 for one in asked]
    print(f"trace by networkx, from parties that send less than 500 flows: median {statistics.median(times):.0f} ms")


def megabytes(who: int = resource.RUSAGE_SELF) -> float:
    return resource.getrusage(who).ru_maxrss / 1024


def main(flows: int) -> None:
    readings = list(synthetic_readings(flows))
    number = sum(len(reading.flows) for reading in readings)
    memory = FlowGraph.from_readings(readings)
    print(f"{number} flows of {len(readings)} agreement versions; {megabytes():.0f} MB with the graph in memory")
    ask("memory", memory, memory)
    ask_networkx(memory)
    with tempfile.TemporaryDirectory() as folder:
        with open_store(f"{folder}/ours", create=True) as store:
            ours = took(lambda: store.writer().load(readings))
            again = took(lambda: store.writer().load(readings))
            ask("the embedded store", store.view(), memory)
        bare = bare_embedded_loop(f"{folder}/bare", readings)
    print(
        f"embedded load: {ours:.1f} s, bare loop {bare:.1f} s: {ours / bare:.2f} times; again, unchanged: {again:.1f} s"
    )
    print(f"{megabytes():.0f} MB at most, Java included")
    if not TOOL.is_file() and not os.environ.get("NEO4J_URI"):
        print("no Neo4j to measure: set NEO4J_URI and NEO4J_PASSWORD")
        return
    with tempfile.TemporaryDirectory() as folder:
        if "NEO4J_URI" in os.environ:
            server = Neo4jServer.at(os.environ["NEO4J_URI"], os.environ["NEO4J_PASSWORD"])
        else:
            server = Neo4jServer.own(TOOL, Path(folder) / "home")
            server.start()
        measure_neo4j(server, readings, memory)
        server.stop()


def measure_neo4j(server: Neo4jServer, readings: Sequence[Reading], memory: FlowGraph) -> None:
    import neo4j

    with open_store(server.url, server.settings) as store:
        writer = store.writer()
        writer.clear()
        writer.load(readings[:200])  # the server's own warming up
        statements: list[list[Statement]] = []
        ours, bare = [], []
        for _ in range(2):
            writer.clear()
            statements.clear()
            with recorded(store, statements):
                ours.append(took(lambda: writer.load(readings)))
            writer.clear()
            with neo4j.GraphDatabase.driver(server.url, auth=("neo4j", server.password)) as driver:
                bare.append(took(lambda driver=driver: send(driver, statements)))
        print(f"Neo4j load: {min(ours):.1f} s, bare driver {min(bare):.1f} s: {min(ours) / min(bare):.2f} times")
        ask("Neo4j", store.view(), memory)


def send(driver: Any, transactions: Sequence[Sequence[Statement]]) -> None:
    """The same statements by the driver alone, a managed transaction each."""
    with driver.session(database="neo4j") as session:
        for several in transactions:
            session.execute_write(
                lambda tx, all_of=several: [tx.run(s.text, dict(s.parameters)).consume() for s in all_of]
            )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
