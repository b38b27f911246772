"""Verbs of movement: every example is read with its verb, in the direction that its entry gives."""

import re

import pytest

from flowgraph.domain import Agreement, Controller, FlowKind
from flowgraph.flows.directory import Directory
from flowgraph.flows.frames import Frame, read_frames
from flowgraph.flows.grammar import Unit
from flowgraph.flows.mentions import Scanner
from flowgraph.flows.movement import read_movement
from flowgraph.flows.words import PhraseTable
from flowgraph.lexicon.entries import read_entries
from flowgraph.lexicon.verbs import VerbEntry, verb_forms

ENTRIES = read_entries("verbs.toml", "verb", VerbEntry)
# Bodies that the examples leave without a name; an agreement would have named them before.
UNNAMED = ("office", "unit", "registry", "university", "hospital", "trust", "council", "company", "institute", "server")


@pytest.fixture(scope="module")
def scanner() -> Scanner:
    controllers = (Controller(name="NHS Farland CCG"), Controller(name="University of Farland"))
    directory = Directory(Agreement(reference="DARS-NIC-990001-A1B2C", controllers=controllers))
    for word in UNNAMED:
        directory.know(directory.named(f"Farland {word.title()} Ltd"), f"the {word}")
        directory.alias(directory.named(f"Farland {word.title()} Ltd"), f"The {word}")
    return Scanner(directory, PhraseTable())


def _frame(entry: VerbEntry, units: list[Unit]) -> Frame:
    frames = [frame for frame in read_frames(units) if frame.entry.verb == entry.verb]
    assert frames, "the example gives no frame of its verb"
    return frames[0]


def _parties(units: list[Unit]) -> dict[int, str]:
    """The parties of an example, each with the preposition or the verb right before it, articles passed over."""
    found = {}
    for index, unit in enumerate(units):
        if unit.kind == "party":
            before = [one for one in units[:index] if one.low not in {"the", "gp"}]
            found[index] = "verb" if before and before[-1].kind == "verb" else before[-1].low if before else ""
    return found


@pytest.mark.parametrize(
    "entry",
    ENTRIES,
    ids=lambda entry: entry.verb,
)
def test_the_example_moves_data_in_the_direction_of_its_entry(entry: VerbEntry, scanner: Scanner) -> None:
    units = scanner.units(entry.example)
    frame = _frame(entry, units)
    movement = read_movement(entry.example, units, frame)
    assert movement is not None
    assert movement.senders or movement.receivers
    assert movement.kind is (FlowKind.ACCESS if entry.moves == "open" else FlowKind.TRANSFER)
    own = {index: before for index, before in _parties(units).items() if index in range(*frame.clause)}
    for index, before in own.items():
        if before == "":  # the subject
            acts = movement.senders if entry.moves == "away" else movement.receivers
            assert index in acts
        elif before == "from":
            assert index in movement.senders
        elif before in {"to", "into", "with"} or (before == "verb" and entry.moves == "away"):
            assert index in movement.receivers
        elif before == "by" and entry.moves != "open":
            assert index in (movement.senders if entry.moves == "away" else movement.receivers)


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.verb)
def test_every_form_leads_to_its_verb(entry: VerbEntry) -> None:
    forms = [spelling for spelling, form in verb_forms().items() if form.entry == entry]
    assert forms
    assert all(spelling == spelling.casefold() for spelling in forms)
    if entry.noun:
        assert "noun" in verb_forms()[entry.noun].forms
    assert re.search("|".join(rf"\b{re.escape(form)}\b" for form in forms), entry.example, re.IGNORECASE)


def test_no_verb_stands_twice() -> None:
    verbs = [entry.verb for entry in ENTRIES]
    assert len(verbs) == len(set(verbs))


@pytest.mark.parametrize(
    ("word", "verb", "form"),
    [
        ("transferred", "transfer", "past"),
        ("transferring", "transfer", "ing"),
        ("passes", "pass", "s"),
        ("sent", "send", "participle"),
        ("supplies", "supply", "s"),
        ("releases", "release", "noun"),
        ("given", "give", "participle"),
    ],
)
def test_irregular_and_doubled_forms(word: str, verb: str, form: str) -> None:
    found = verb_forms()[word]
    assert (found.entry.verb, form in found.forms) == (verb, True)
