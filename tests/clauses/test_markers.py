"""List markers at the beginning of a line."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flowgraph.clauses.markers import MarkerKind, read_marker


@pytest.mark.parametrize(
    ("line", "kind", "label", "words"),
    [
        ("1. The unit", MarkerKind.NUMBER, "1", "The unit"),
        ("12)\tThe unit", MarkerKind.NUMBER, "12", "The unit"),
        ("(3) The unit", MarkerKind.NUMBER, "3", "The unit"),
        ("2.1. The unit", MarkerKind.NUMBER, "2.1", "The unit"),
        ("a. The unit", MarkerKind.LETTER, "a", "The unit"),
        ("B) The unit", MarkerKind.LETTER, "B", "The unit"),
        ("iv. The unit", MarkerKind.ROMAN, "iv", "The unit"),
        ("• The unit", MarkerKind.BULLET, "", "The unit"),
        ("\uf0b7\tThe unit", MarkerKind.BULLET, "", "The unit"),
        ("o The unit", MarkerKind.BULLET, "", "The unit"),
        ("- The unit", MarkerKind.BULLET, "", "The unit"),
        ("-\t2. The unit", MarkerKind.NUMBER, "2", "The unit"),
    ],
)
def test_a_marker_is_told_from_the_words_behind_it(line: str, kind: MarkerKind, label: str, words: str) -> None:
    marker = read_marker(line)
    assert marker is not None
    assert (marker.kind, marker.label, line[marker.end :]) == (kind, label, words)


@pytest.mark.parametrize(
    "line", ["The unit", "1.5 million rows", "e.g. the unit", "off they go", "-5 degrees", "2019", ""]
)
def test_other_beginnings_are_no_markers(line: str) -> None:
    assert read_marker(line) is None


@settings(deadline=None)
@given(st.text(max_size=40))
def test_a_marker_never_takes_the_whole_line(line: str) -> None:
    marker = read_marker(line)
    assert marker is None or (0 < marker.end < len(line) and line[marker.end :].strip())
