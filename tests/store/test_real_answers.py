"""The library's answers on the shared register, beside what was counted in the documents by hand."""

from typing import Any

from flowgraph.graph import FlowGraph
from flowgraph.questions import trace
from flowgraph.store import Store
from flowgraph.store.library import library

Stored = tuple[Store, FlowGraph]


def answer(stored: Stored, name: str, **given: Any) -> list[dict[str, Any]]:
    query = library()[name]
    values = {one.name: given.get(one.name) for one in query.parameters}
    return list(stored[0].view().cypher(query.text, values).records())


def test_legal_bases_as_counted_in_the_rows_and_on_the_page(stored_register: Stored):
    counted = {row["legal_basis"]: row["agreements"] for row in answer(stored_register, "agreements_by_legal_basis")}
    # Of 21 agreements with rows, 9 name s251, 12 s261(7), 13 s261(2)(b)(ii), 2 s261(5)(d); the page adds 1, 1, 2, 0.
    expected = {"s251": 10, "s261(7)": 13, "s261(2)(b)(ii)": 15, "s261(5)(d)": 2}
    assert {code: counted[code] for code in expected} == expected


def test_processors_of_a_controller_as_the_page_heads_its_blocks(stored_register: Stored):
    rows = answer(stored_register, "processors_of_controller", controller="ods:02X:ccg")
    assert {"NHS North of England Commissioning Support Unit"} <= {row["processor"] for row in rows}
    necs = next(row for row in rows if row["processor"] == "NHS North of England Commissioning Support Unit")
    assert necs["kind"] == "csu"
    assert len(necs["agreements"]) == 2


def test_hosts_as_the_sentences_say(stored_register: Stored):
    rows = answer(stored_register, "hosts")
    pairs = {(row["host"], row["serves"]) for row in rows}
    assert ("Microsoft Limited", "NHS North of England Commissioning Support Unit") in pairs
    assert ("Cheshire East Council", "Cheshire West and Chester Council") in pairs
    for row in rows:
        assert row["evidence"]


def test_flows_live_on_a_day_as_the_periods_say(stored_register: Stored):
    # By then one agreement had begun, Trafford's, which runs from 1 December 2018.
    rows = answer(stored_register, "live_on", day="2018-12-02")
    assert len({row["agreement"] for row in rows}) == 1
    assert "NHS Trafford CCG" in {row["target"] for row in rows}
    assert answer(stored_register, "live_on", day="2018-11-30") == []
    assert answer(stored_register, "live_on", day="2030-01-01") == []


def test_what_a_university_receives(stored_register: Stored):
    rows = answer(stored_register, "received_by", organisation="University of Sheffield")
    dental = [row for row in rows if row["source"] == "NHS Business Services Authority (NHSBSA)"]
    assert dental
    assert {row["identifiability"] for row in rows} == {"pseudonymised"}


def test_trace_in_cypher_is_trace(stored_register: Stored):
    for dataset in ("SUS for Commissioners", "Local Provider Flows"):
        found = {tuple(row["flows"]) for row in answer(stored_register, "trace", dataset=dataset)}
        assert found == {tuple(hop.flow.id for hop in path.hops) for path in trace(stored_register[1], dataset)}
        assert len(found) > 20


def test_the_busiest_go_between(stored_register: Stored):
    rows = answer(stored_register, "brokers")
    assert rows[0]["organisation"] == "NHS North of England Commissioning Support Unit"
    assert rows[0]["agreements"] == 3
