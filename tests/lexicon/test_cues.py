"""Cues: every example holds one of its phrases, as whole words, in any case and spacing."""

import ast
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

import flowgraph
from flowgraph.lexicon.cues import CueEntry, cue
from flowgraph.lexicon.entries import read_entries

ENTRIES = read_entries("cues.toml", "cue", CueEntry)


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.of)
def test_the_example_holds_the_cue(entry: CueEntry) -> None:
    match = cue(entry.of).search(entry.example)
    assert match is not None
    assert match.group().casefold() in {phrase.casefold() for phrase in entry.phrases}


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.of)
def test_every_phrase_is_found_in_any_case_and_across_a_line_end(entry: CueEntry) -> None:
    for phrase in entry.phrases:
        for written in (phrase, phrase.upper(), phrase.replace(" ", "\n")):
            match = cue(entry.of).search(f"Rows {written} rows")
            assert match is not None, written
            assert match.group() == written


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.of)
def test_a_phrase_is_not_found_inside_a_word(entry: CueEntry) -> None:
    pattern = cue(entry.of)
    assert not any(pattern.search(f"zz{phrase}zz") for phrase in entry.phrases)


def test_no_phrase_stands_twice_under_a_cue() -> None:
    counted = Counter((entry.of, phrase.casefold()) for entry in ENTRIES for phrase in entry.phrases)
    assert [phrase for phrase, times in counted.items() if times > 1] == []


def test_an_unknown_cue_is_an_error() -> None:
    with pytest.raises(KeyError):
        cue("weather")


def _asked() -> Iterator[str]:
    """The cues that the library asks for, by its syntax trees."""
    for path in Path(flowgraph.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in {"cue", "cue_words"} and node.args:
                (argument,) = node.args
                if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                    yield argument.value


@pytest.mark.parametrize("of", sorted({entry.of for entry in ENTRIES}))
def test_what_the_file_says_is_asked_for(of: str) -> None:
    assert of in set(_asked())
