"""Every store answers every question as the graph in memory does."""

from collections.abc import Callable, Sequence
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from made_register import HES
from random_register import full_reading, random_register

from flowgraph.domain import Reading
from flowgraph.graph import FlowGraph
from flowgraph.graph.view import View
from flowgraph.questions import paths, reach, trace
from flowgraph.store import Store

ViewOf = Callable[[Sequence[Reading]], View]

# A load is dear and a random register holds a hundred random agreements: a few examples are many.
few = settings(max_examples=2, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)


@few
@given(seed=st.integers(0, 10_000))
def test_questions_on_random_registers(view_of: ViewOf, seed: int):
    readings = random_register(seed, 60)
    view, memory = view_of(readings), FlowGraph.from_readings(readings, HES)
    for dataset in ("HES", "HES APC", "MHSDS"):
        assert trace(view, dataset) == trace(memory, dataset)
        assert reach(view, dataset) == reach(memory, dataset)
        assert trace(view, dataset, sources="A") == trace(memory, dataset, sources="A")
        assert trace(view, dataset, targets="C") == trace(memory, dataset, targets="C")
    day = date(2020, 7, 1)
    assert trace(view, "HES", as_of=day, legal_basis="s251") == trace(memory, "HES", as_of=day, legal_basis="s251")
    assert trace(view, "HES", identifiability="identifiable") == trace(memory, "HES", identifiability="identifiable")
    assert trace(view, "HES", purpose="Audit", depth=2) == trace(memory, "HES", purpose="Audit", depth=2)
    assert paths(view, "A", "E") == paths(memory, "A", "E")
    assert paths(view, "B", "GPs", dataset="HES OP") == paths(memory, "B", "GPs", dataset="HES OP")
    assert reach(view, party="A") == reach(memory, party="A")


@few
@given(seed=st.integers(0, 10_000))
def test_the_names_that_questions_start_from(view_of: ViewOf, seed: int):
    readings = random_register(seed, 20)
    view, memory = view_of(readings), FlowGraph.from_readings(readings, HES)
    assert list(view.parties()) == list(memory.parties())
    assert view.datasets() == memory.datasets()
    assert list(view.agreements()) == list(memory.agreements())
    assert list(view.purposes()) == list(memory.purposes())
    assert list(view.bases()) == list(memory.bases())
    for name in ("A", "a", "gps", "name:b", "nobody"):
        assert list(view.called(name)) == list(memory.called(name))


def test_what_was_loaded_comes_back_whole(store: Store):
    readings = [full_reading(), *random_register(7, 20)]
    store.writer().load(readings)
    found = {(one.agreement.reference, one.agreement.version): one for one in store.view().readings()}
    assert found == {(one.agreement.reference, one.agreement.version): one for one in readings}


Stored = tuple[Store, FlowGraph]


@pytest.mark.parametrize("dataset", ["SUS", "HES", "MHSDS"])
def test_questions_on_the_shared_register(stored_register: Stored, dataset: str):
    store, memory = stored_register
    view = store.view()
    found = trace(view, dataset)
    assert found == trace(memory, dataset)
    assert len(found) > 3
    assert reach(view, dataset) == reach(memory, dataset)


def test_names_and_succession_on_the_shared_register(stored_register: Stored):
    store, memory = stored_register
    view = store.view()
    assert list(view.parties()) == list(memory.parties())
    assert list(view.ties()) == list(memory.ties())
    csu = "NECS"
    assert trace(view, "SUS", sources=csu) == trace(memory, "SUS", sources=csu)
    heirs = trace(memory, "SUS", targets="NHS Doncaster CCG", follow_succession=True)
    assert trace(view, "SUS", targets="NHS Doncaster CCG", follow_succession=True) == heirs


def test_the_shared_register_comes_back_whole(stored_register: Stored, register: list[Reading]):
    found = {(one.agreement.reference, one.agreement.version): one for one in stored_register[0].view().readings()}
    assert found == {(one.agreement.reference, one.agreement.version): one for one in register}
