"""The library of Cypher queries: checked headers, the same rows on both stores, and real answers."""

from collections.abc import Iterator
from typing import Any

import pytest
from made_register import HES, reading
from neo4j_server import Neo4jServer
from random_register import full_reading, random_register

from flowgraph.graph import FlowGraph
from flowgraph.questions import paths, trace
from flowgraph.store import Store, open_store
from flowgraph.store.engine import Rows
from flowgraph.store.library import LibraryError, library, read_query, returned_columns

GIVEN = {
    "dataset": "HES",
    "agreement": None,
    "source": "A",
    "target": "C",
    "organisation": "B",
    "controller": "A",
    "day": "2020-07-01",
    "most": None,
}

GOOD = """// name: one
// question: What is there?
// parameter: day (date) the day; example: 2020-06-30
// column: name: a name
// column: n: how many

MATCH (o:Organisation) WHERE o.since <= $day // $comment
RETURN o.name AS name, count([1, 2]) AS n
ORDER BY name
"""


def test_a_header_that_fits_is_read():
    query = read_query("one.cypher", GOOD)
    assert [one.name for one in query.columns] == ["name", "n"]
    assert query.parameters[0].example == "2020-06-30"


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("// name: one\n", "", "0 lines // name"),
        ("// name: one", "// name: two", "calls it two"),
        ("$day", "$night", "declares the parameters day, it uses night"),
        ("AS n\n", "AS m\n", "declares the columns name, n, it returns name, m"),
        ("(date)", "(moment)", "none of the kinds"),
        ("; example: 2020-06-30", "", "is not written as"),
        ("// column: n: how many", "// column: n", "is not written as"),
    ],
)
def test_a_header_that_does_not_fit_names_file_and_fault(old: str, new: str, problem: str):
    with pytest.raises(LibraryError, match=r"one\.cypher") as raised:
        read_query("one.cypher", GOOD.replace(old, new))
    assert problem in str(raised.value)


def test_columns_are_read_past_brackets_and_quotes():
    assert returned_columns("MATCH (n) RETURN DISTINCT n.a AS a, [x IN [1, 2] | x] AS b, ', ' AS c LIMIT 3") == (
        "a",
        "b",
        "c",
    )


def test_the_library_has_its_questions():
    assert len(library()) >= 13
    for query in library().values():
        assert query.question.endswith("?")


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory, neo4j_server: Neo4jServer) -> Iterator[list[Store]]:
    """The same random register in both stores; data only goes onward in it."""
    readings = [full_reading(), *random_register(41, 40, loops=False)]
    folder = str(tmp_path_factory.mktemp("library") / "store")
    with (
        open_store(folder, create=True, lexicon=HES) as embedded,
        open_store(neo4j_server.url, neo4j_server.settings, lexicon=HES) as server,
    ):
        for store in (embedded, server):
            store.writer().clear()
            store.writer().load(readings)
        yield [embedded, server]


def run(store: Store, name: str, **given: Any) -> Rows:
    query = library()[name]
    return store.view().cypher(query.text, {one.name: given.get(one.name, GIVEN[one.name]) for one in query.parameters})


@pytest.mark.parametrize("name", sorted(library()))
def test_every_query_gives_the_same_rows_on_both_stores(both: list[Store], name: str):
    embedded, server = (run(store, name) for store in both)
    assert embedded.columns == tuple(column.name for column in library()[name].columns)
    assert embedded == server
    assert embedded.rows, "a query that finds nothing shows nothing"


@pytest.mark.parametrize("dataset", ["HES", "HES APC", "HES OP", "MHSDS"])
def test_trace_in_cypher_follows_the_rules_of_sense(both: list[Store], dataset: str):
    memory = FlowGraph.from_readings([full_reading(), *random_register(41, 40, loops=False)], HES)
    expected = {
        tuple(hop.flow.id for hop in path.hops): {hop.flow.id for hop in path.hops if hop.unexplained}
        for path in trace(memory, dataset)
    }
    found = {tuple(row["flows"]): set(row["unexplained"]) for row in run(both[0], "trace", dataset=dataset).records()}
    assert found == expected


def test_paths_in_cypher_follow_the_rules_of_sense(both: list[Store]):
    memory = FlowGraph.from_readings([full_reading(), *random_register(41, 40, loops=False)], HES)
    expected = {tuple(hop.flow.id for hop in path.hops) for path in paths(memory, "A", "E", dataset="MHSDS")}
    found = {tuple(row["flows"]) for row in run(both[0], "paths", source="A", target="E", dataset="MHSDS").records()}
    assert found == expected
    assert found


def test_no_path_through_a_shared_party_in_cypher(store: Store):
    store.writer().load(
        [
            reading("A > CSU | HES | identifiable", "DARS-NIC-990001-A1B2C"),
            reading("CSU > B | HES | identifiable", "DARS-NIC-990002-A1B2C"),
            reading("A > @GPs | HES\nC > D | HES | | Audit\nD > E | HES | | Commissioning", "DARS-NIC-990003-A1B2C"),
        ]
    )
    ways = {" > ".join(row["organisations"]) for row in run(store, "trace").records()}
    assert ways == {"A > CSU", "CSU > B", "A > GPs", "C > D", "D > E"}


def test_text_of_documents_and_parameters_never_becomes_cypher(store: Store):
    evil = "x'}) DETACH DELETE n //"
    store.writer().load([reading(f"{evil} > B | {evil} | | {evil}")])
    assert run(store, "received_by").rows[0][:2] == (evil, [evil])
    assert run(store, "trace", dataset=evil).rows
