"""Headings: every example is that heading and no sentence; lines of prose are none."""

import pytest

from flowgraph.lexicon.entries import read_entries
from flowgraph.lexicon.headings import HeadingEntry, read_heading, reads_like_a_sentence

ENTRIES = read_entries("headings.toml", "heading", HeadingEntry)


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.words)
def test_the_example_is_that_heading(entry: HeadingEntry) -> None:
    heading = read_heading(entry.example)
    assert heading is not None
    assert heading.kind == entry.kind
    assert entry.example.casefold().startswith(entry.words.casefold())
    if entry.kind == "condition":
        assert heading.purpose is None
    else:
        name = (entry.name or entry.words).casefold()
        assert heading.purpose is not None
        assert heading.purpose.casefold().startswith(name)


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.words)
def test_case_and_colon_do_not_matter(entry: HeadingEntry) -> None:
    plain = read_heading(entry.example.rstrip(":"))
    assert plain is not None
    assert read_heading(f"  {entry.example.rstrip(':').upper()}: ") is not None
    assert read_heading(f"{entry.example.rstrip(':').lower()}") is not None


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.words)
def test_the_words_in_a_sentence_are_no_heading(entry: HeadingEntry) -> None:
    for line in (
        f"{entry.words} is done by the office.",
        f"{entry.words}: the office sends the rows, which are then kept.",
        f"For {entry.words} the office is asked",
    ):
        assert read_heading(line) is None, line


def test_an_organisation_behind_a_dash_is_kept_apart() -> None:
    heading = read_heading("INVOICE VALIDATION - Farland Finance Ltd")
    assert heading is not None
    assert (heading.purpose, heading.rest) == ("Invoice Validation", "Farland Finance Ltd")


def test_a_strand_of_a_purpose_is_named_as_written() -> None:
    heading = read_heading("Commissioning (Pseudonymised) –  SUS:")
    assert heading is not None
    assert (heading.purpose, heading.rest) == ("Commissioning (Pseudonymised) – SUS", "")


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("Farland Analytics Ltd", False),
        ("Commissioning", False),
        ("The unit sends the rows.", True),
        ("Rows that are kept", True),
        ("x" * 200, True),
    ],
)
def test_a_sentence_is_told_from_a_name(line: str, sentence: bool) -> None:
    assert reads_like_a_sentence(line) is sentence
