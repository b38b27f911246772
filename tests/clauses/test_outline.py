"""Blocks, steps and lists: the structure that a Processing text shows by its lines."""

from flowgraph.clauses import outline

TEXT = """\
Data is used for what this agreement says and for nothing else.

INVOICE VALIDATION
1. The unit takes the rows.
2. The office does this:
a. It looks at the bill.
b. It pays
the bill.
3. All is done. Nothing is left.

Commissioning
The unit gathers:
• Acute rows
• Community rows
All of them are needed.

Data Processor 1 – Farland Analytics Ltd
1. The unit works on the rows.

Data Processor 2: Seaside CSU
1. The unit works on other rows.

Processors:
• Moorland Ltd
• Lamp Ltd
"""


def test_headings_open_blocks() -> None:
    blocks = [(block.purpose, block.processor, block.strand) for block in outline(TEXT).blocks]
    assert blocks == [
        (None, None, 0),
        ("Invoice Validation", None, 1),
        ("Commissioning", None, 2),
        ("Commissioning", "Farland Analytics Ltd", 2),
        ("Commissioning", "Seaside CSU", 2),
    ]


def test_steps_carry_their_labels() -> None:
    steps = {sentence.text: sentence.step for sentence in outline(TEXT).sentences}
    assert steps["The unit takes the rows."] == "1"
    assert steps["It looks at the bill."] == "2.a"
    assert steps["All is done."] == steps["Nothing is left."] == "3"
    assert steps["The unit works on other rows."] == "1"
    assert steps["The unit gathers:"] is None


def test_a_sentence_broken_over_lines_is_one() -> None:
    assert "It pays\nthe bill." in [sentence.text for sentence in outline(TEXT).sentences]


def test_a_list_knows_its_introduction() -> None:
    sentences = outline(TEXT).sentences
    gathers = next(sentence for sentence in sentences if sentence.text == "The unit gathers:")
    assert [sentences[number].text for number in gathers.introduces] == ["Acute rows", "Community rows"]
    assert all(sentences[number].introduced_by == gathers.number for number in gathers.introduces)


def test_a_heading_ends_a_list() -> None:
    text = "Commissioning\nThe unit gathers:\n1. Acute rows\nData Processor 1 - Lamp Ltd\n1. Lamp Ltd reads rows."
    introduction, item, step = outline(text).sentences
    assert introduction.introduces == [item.number]
    assert step.introduced_by is None


def test_processors_listed_below_their_heading_are_names_and_no_sentences() -> None:
    structure = outline(TEXT)
    assert [name for _, name in structure.processors] == ["Moorland Ltd", "Lamp Ltd"]
    assert not any("Moorland" in sentence.text for sentence in structure.sentences)


def test_roman_numerals_after_letters_go_on_as_letters() -> None:
    lines = "\n".join(f"{label}. The unit takes row {label}." for label in "abcdefghij")
    steps = [sentence.step for sentence in outline(f"1. This is done:\n{lines}").sentences]
    assert steps == ["1", *(f"1.{label}" for label in "abcdefghij")]


def test_bullets_inside_a_line_are_items() -> None:
    texts = [sentence.text for sentence in outline("The unit takes: • Acute rows • Community rows").sentences]
    assert texts == ["The unit takes:", "Acute rows", "Community rows"]
