"""States of identifiability: examples give their state, false friends give none."""

from collections import Counter

import pytest

from flowgraph.domain import Identifiability
from flowgraph.lexicon.cues import StateEntry, state_cues
from flowgraph.lexicon.entries import read_entries

ENTRIES = read_entries("identifiability.toml", "cue", StateEntry)


def _states(text: str) -> list[Identifiability]:
    return [found.state for found in state_cues(text)]


@pytest.mark.parametrize(
    "entry",
    ENTRIES,
    ids=lambda entry: entry.state,
)
def test_the_example_gives_its_state_and_no_other(entry: StateEntry) -> None:
    assert set(_states(entry.example)) == (set() if entry.state == "none" else {entry.state})


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.state)
def test_every_phrase_gives_its_state_however_it_is_written(entry: StateEntry) -> None:
    wanted = [] if entry.state == "none" else [entry.state]
    for phrase in entry.phrases:
        for written in (phrase, phrase.upper(), phrase.replace(" ", "\n"), phrase.replace("-", "‑")):
            assert _states(f"Rows, {written}, go.") == wanted, written


def test_no_phrase_has_two_states() -> None:
    counted = Counter(phrase.casefold() for entry in ENTRIES for phrase in entry.phrases)
    assert [phrase for phrase, times in counted.items() if times > 1] == []


def test_every_state_has_words_but_the_unstated() -> None:
    states = {entry.state for entry in ENTRIES} - {"none"}
    assert states == set(Identifiability) - {Identifiability.UNSTATED}


def test_a_cue_says_where_it_stands() -> None:
    text = "First pseudonymised rows, then aggregate tables."
    assert [text[found.start : found.end] for found in state_cues(text)] == ["pseudonymised", "aggregate", "tables"]
    assert [found.state for found in state_cues(text, 10)] == [Identifiability.AGGREGATED] * 2
