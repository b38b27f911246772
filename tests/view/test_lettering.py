"""Text on cards: shown as what it is, never too wide."""

from hypothesis import given
from hypothesis import strategies as st

from flowgraph.view.lettering import lines, shorten, visible, width


@given(st.text(max_size=200), st.integers(1, 5))
def test_no_line_is_wider_than_its_card_and_none_is_empty(text, most):
    rows = lines(text, 150, 15, most)
    assert 1 <= len(rows) <= most
    assert all(row and width(row, 15) <= 150 for row in rows)


@given(st.text(max_size=60))
def test_what_fits_is_not_cut(text):
    room = width(text, 12)
    assert shorten(text, room, 12) == text


def test_words_stay_whole_where_there_is_room():
    assert lines("NHS North of England Commissioning Support Unit", 160, 15, 5) == [
        "NHS North of",
        "England",
        "Commissioning",
        "Support Unit",
    ]


def test_a_huge_name_is_cut_and_says_so():
    rows = lines("x" * 100_000, 150, 15)
    assert len(rows) == 1
    assert rows[0].endswith("…")
    assert width(rows[0], 15) <= 150


def test_marks_that_turn_the_writing_are_shown_and_not_obeyed():
    assert visible("safe\u202etxt.exe\u0007") == "safe[U+202E]txt.exe[U+0007]"
