"""Whatever the text, the outline's sentences stand where they say, each once and in order."""

from hypothesis import given, settings
from hypothesis import strategies as st

from flowgraph.clauses import Outline, outline

MARKERS = st.sampled_from(["", "1. ", "2) ", "a. ", "iv. ", "• ", "- ", "o ", "\uf0b7\t", "-\t3. "])
HEADINGS = st.sampled_from(
    ["Commissioning", "INVOICE VALIDATION:", "Data Processor 2 – Farland Analytics Ltd", "Processors:", "SEGREGATION"]
)
# Words that begin no marker and no heading, so that every line below is a sentence of its own.
WORDS = st.lists(st.sampled_from(["unit", "takes", "rows,", "NHS", "“all”", "(few)", "2019", "which"]), min_size=1)
BODIES = WORDS.map(lambda words: f"The office is {' '.join(words)} there.")
BREAKS = st.sampled_from(["\n", "\r\n", "\n\n", "\r", " \n\t\n"])
ANYTHING = st.lists(
    st.one_of(
        MARKERS, HEADINGS, BODIES, BREAKS, st.text(max_size=20), st.sampled_from([": ", "; ", "(", ")", ".", " "])
    ),
    max_size=20,
).map("".join)


def _stands_where_it_says(text: str, structure: Outline) -> None:
    last = 0
    for number, sentence in enumerate(structure.sentences):
        assert sentence.number == number
        assert last <= sentence.start < sentence.end <= len(text)
        assert text[sentence.start : sentence.end] == sentence.text
        assert sentence.text == sentence.text.strip()
        last = sentence.end


@settings(deadline=None)
@given(ANYTHING)
def test_sentences_quote_the_text_in_order_without_overlap(text: str) -> None:
    structure = outline(text)
    _stands_where_it_says(text, structure)
    assert [block.number for block in structure.blocks] == list(range(len(structure.blocks)))
    assert all(sentence.block in structure.blocks for sentence in structure.sentences)


@settings(deadline=None)
@given(ANYTHING)
def test_an_item_and_its_introduction_know_each_other(text: str) -> None:
    sentences = outline(text).sentences
    for sentence in sentences:
        for number in sentence.introduces:
            assert sentences[number].introduced_by == sentence.number
            assert number > sentence.number
        if sentence.introduced_by is not None:
            assert sentence.number in sentences[sentence.introduced_by].introduces


@settings(deadline=None)
@given(st.lists(st.tuples(MARKERS, BODIES, BREAKS), max_size=12))
def test_nothing_but_markers_and_white_space_is_left_out(lines: list[tuple[str, str, str]]) -> None:
    text = "".join(marker + body + ending for marker, body, ending in lines)
    structure = outline(text)
    _stands_where_it_says(text, structure)
    assert [sentence.text for sentence in structure.sentences] == [body for _, body, _ in lines]


@settings(deadline=None)
@given(ANYTHING, st.integers(0, 40))
def test_text_behind_leaves_what_stands_before_it(text: str, count: int) -> None:
    more = f"{text}\n\nSECURITY:\n{'The office is there. ' * count}"
    before = [(sentence.start, sentence.end) for sentence in outline(text).sentences]
    after = [(sentence.start, sentence.end) for sentence in outline(more).sentences]
    assert after[: len(before)] == before
