"""Where sentences end, and that dividing a text loses nothing and moves nothing."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flowgraph.clauses.sentences import sentence_spans

# Pieces that decide where a sentence ends, beside anything at all.
STOPS = (". ", "? ", "!) ", '." ', ".”", "e.g. ", "Dr. ", "no. ", "etc. ", "J. ", "; 2. ", "3.1 ")
OTHERS = ("\n", "\t", "\x1f", "The unit", "data", "NHS", "(see", "“Quoted", "\u00a0", "\u200b", "\u202e", "A")
PIECES = st.sampled_from((*STOPS, *OTHERS))
TEXTS = st.lists(st.one_of(PIECES, st.text(max_size=12)), max_size=25).map("".join)


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("One goes. Two comes.", ["One goes.", "Two comes."]),
        ("It goes to a body, e.g. Farland Ltd. It stays.", ["It goes to a body, e.g. Farland Ltd.", "It stays."]),
        ("Rows, tables, etc. The rest stays.", ["Rows, tables, etc.", "The rest stays."]),
        ("Dr. Lamp of J. Beacon Ltd looks on.", ["Dr. Lamp of J. Beacon Ltd looks on."]),
        ("Version 2.5 is read. 3 remain.", ["Version 2.5 is read.", "3 remain."]),
        ("Is it sent? “It is.” So it goes.", ["Is it sent?", "“It is.”", "So it goes."]),
        ("Step one; 2. Step two. 3. Step three.", ["Step one;", "2. Step two.", "3. Step three."]),
        ("(It is sent.) Then all is done.", ["(It is sent.)", "Then all is done."]),
        ("no stop at the end", ["no stop at the end"]),
        (" \t\n ", []),
    ],
)
def test_a_stop_ends_a_sentence_unless_it_belongs_to_a_word(text: str, sentences: list[str]) -> None:
    assert [text[start:end] for start, end in sentence_spans(text, 0, len(text))] == sentences


@settings(deadline=None)
@given(TEXTS, st.data())
def test_every_character_that_is_not_blank_is_kept_once_and_in_order(text: str, data: st.DataObject) -> None:
    begin = data.draw(st.integers(0, len(text)))
    finish = data.draw(st.integers(begin, len(text)))
    spans = list(sentence_spans(text, begin, finish))
    kept = "".join(text[start:end] for start, end in spans)
    assert "".join(kept.split()) == "".join(text[begin:finish].split())
    assert all(start < end for start, end in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    assert all(text[start:end] == text[start:end].strip() for start, end in spans)
