"""Bodies that went on as others are tied with a day; nothing is merged."""

from datetime import date

import pytest
from made_register import MadeLexicon, graph, reading

from flowgraph.domain import Party, PartyKind
from flowgraph.graph import FlowGraph, Tie
from flowgraph.graph.succession import heirs, line_of

MERGERS = MadeLexicon(
    bodies={key: (key.title(),) for key in ("north", "south", "county", "board")},
    successors={
        "north": (("county", date(2015, 4, 1)),),
        "south": (("county", date(2015, 4, 1)),),
        "county": (("board", date(2022, 7, 1)),),
    },
)


def test_a_body_between_that_is_not_in_the_graph_is_passed_over():
    made = graph(reading("North > Board | SUS"), lexicon=MERGERS)
    assert made.ties() == (Tie("name:north", "name:board", date(2022, 7, 1)),)


def test_ties_are_followed_as_far_as_a_day():
    ties = graph(reading("North > County | SUS\nSouth > Board | SUS"), lexicon=MERGERS).ties()
    assert heirs(ties)["name:north"] == {"name:county", "name:board"}
    assert heirs(ties, date(2020, 1, 1)) == {"name:north": {"name:county"}, "name:south": {"name:county"}}


def test_the_line_of_a_body_has_no_siblings():
    ties = heirs(graph(reading("North > County | SUS\nSouth > Board | SUS"), lexicon=MERGERS).ties())
    assert line_of("name:north", ties) == {"name:north", "name:county", "name:board"}
    assert line_of("name:county", ties) == {"name:north", "name:south", "name:county", "name:board"}


def test_a_ring_of_successors_ends():
    ring = MadeLexicon(
        bodies={"one": ("One",), "two": ("Two",)},
        successors={"one": (("two", date(2020, 1, 1)),), "two": (("one", date(2021, 1, 1)),)},
    )
    ties = graph(reading("One > Two | SUS"), lexicon=ring).ties()
    assert heirs(ties) == {"name:one": {"name:two"}, "name:two": {"name:one"}}


@pytest.mark.parametrize("name", ["NHS Doncaster CCG", "Doncaster Clinical Commissioning Group"])
def test_the_shipped_lexicon_ties_a_commissioning_group_to_its_board(name):
    board = Party(key="ods:QF7:icb", name="NHS South Yorkshire ICB", kind=PartyKind.COMMISSIONER, code="QF7")
    one = reading(f"{name} > Example Council | SUS")
    made = FlowGraph.from_readings([one.model_copy(update={"parties": (*one.parties, board)})])
    (tie,) = made.ties()
    assert (tie.successor, tie.since) == ("ods:QF7:icb", date(2022, 7, 1))
