"""Name shapes: every example is found as one name of its kind, alone on a line and inside a sentence."""

import pytest

from flowgraph.flows.namefinder import find_name
from flowgraph.flows.words import read_words
from flowgraph.lexicon.entries import read_entries
from flowgraph.lexicon.shapes import ShapeEntry, is_name_line, shapes

ENTRIES = read_entries("shapes.toml", "shape", ShapeEntry)


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.example)
def test_the_example_is_one_name_of_that_kind(entry: ShapeEntry) -> None:
    words = read_words(entry.example)
    found = find_name(words, 0)
    assert found is not None
    assert (found.begin, found.end, found.kind) == (0, len(words), entry.kind)


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.example)
def test_the_name_ends_where_the_sentence_goes_on(entry: ShapeEntry) -> None:
    name = read_words(entry.example)
    for behind in (" sends the rows.", ", which keeps them.", " (the unit) keeps them.", " to look at."):
        found = find_name(read_words(entry.example + behind), 0)
        assert found is not None
        assert (found.end, found.kind) == (len(name), entry.kind), behind


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.example)
def test_the_example_holds_words_of_its_entry(entry: ShapeEntry) -> None:
    assert any(f" {words} " in f" {entry.example} " for words in entry.words)


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.example)
def test_every_head_makes_a_name_of_that_kind(entry: ShapeEntry) -> None:
    for head in (words for words in entry.words):
        name = f"{head} of Farland" if entry.at == "start" else f"Farland Seaside {head}"
        found = find_name(read_words(name), 0)
        assert found is not None, name
        assert (found.end, found.kind) == (len(read_words(name)), entry.kind), name


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.example)
def test_a_line_with_nothing_but_the_example_is_a_name_line(entry: ShapeEntry) -> None:
    assert is_name_line(entry.example)
    assert not is_name_line(f"{entry.example} sends the rows to the unit")


def test_no_head_makes_two_kinds() -> None:
    heads = [(shape.words, shape.at) for group in shapes().values() for shape in group]
    assert len(heads) == len(set(heads))


@pytest.mark.parametrize("text", ["The rows go", "Trust", "farland analytics ltd", "Once Linked", "SUS and HES", "It"])
def test_other_capitals_are_no_names(text: str) -> None:
    assert find_name(read_words(text), 0) is None
