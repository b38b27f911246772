"""Register pages as text: layouts, losses, headings, places."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_pages import FIELDS, REFERENCE, made_page

from flowgraph.domain import SectionName, Severity
from loaders import DocumentError, FieldName, RawAgreement
from loaders.page import read_page


def read(text: str) -> list[RawAgreement]:
    return list(read_page(text, "page.txt"))


def only(text: str) -> RawAgreement:
    (raw,) = read(text)
    return raw


def sections(raw: RawAgreement) -> dict[str, str]:
    return {section.name.value: section.text for section in raw.sections}


def test_current_layout() -> None:
    raw = only(made_page())
    assert (raw.organisation, raw.title, raw.reference) == ("University Of Farland", "Lighthouse study", REFERENCE)
    assert raw.fields[FieldName.LEGAL_BASIS].text == "Health and Social Care Act 2012 – s261(2)(a)"
    assert [dataset.name for dataset in raw.all_rows().datasets or ()] == ["Far Data Set", "Near Data Set"]
    assert sections(raw) == {"Objectives": "To count lighthouses.", "Processing": "Far sends Near the counts."}
    assert raw.issues == ()
    assert (raw.line, raw.fields[FieldName.LEGAL_BASIS].line) == (5, 11)


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_sections_are_slices_of_the_page_whatever_its_line_ends(line_end: str) -> None:
    text = made_page(sections="Processing:\n\n  1. One\n  2. Two\n\nThree \n\n\n").replace("\n", line_end)
    (section,) = only(text).sections
    assert section.text == line_end.join(["  1. One", "  2. Two", "", "Three"])
    assert section.offset is not None
    assert text[section.offset : section.offset + len(section.text)] == section.text


@pytest.mark.parametrize(
    ("heading", "title", "reference"),
    [
        ("A – b - c — DARS-NIC-990002-A1B2C", "A – b - c", "DARS-NIC-990002-A1B2C"),
        ("After DARS-NIC-990003-A1B2C — once more — NIC-990004-A1B2C", "After DARS-NIC-990003-A1B2C — once more", None),
        ("Long. Two sentences; and a semicolon. — DARS-NIC-07990-GSMX5-v3.2", None, "DARS-NIC-07990-GSMX5-v3.2"),
        ("Stray — DARS-NIC-990005-A1B2C?", "Stray", "DARS-NIC-990005-A1B2C"),
        ("Dash dropped DARS-NIC-990006-A1B2C", "Dash dropped", "DARS-NIC-990006-A1B2C"),
        ("Dash dropped  FAR_harbours", "Dash dropped", "FAR_harbours"),
        ("Project 2 — FAR RS Ps/sens", "Project 2", "FAR RS Ps/sens"),
    ],
)
def test_headings(heading: str, title: str | None, reference: str | None) -> None:
    raw = only(made_page(heading=heading))
    assert title in (None, raw.title)
    assert reference in (None, raw.reference)


def test_a_dash_in_a_long_value_is_no_heading() -> None:
    fields = (*FIELDS[:3], "Purposes: first words\n\nmore of it — and the rest", *FIELDS[4:])
    raw = only(made_page(fields=fields))
    assert raw.fields[FieldName.PURPOSES].text == "first words\nmore of it — and the rest"


def test_projects_of_one_page_keep_their_own_fields() -> None:
    second = made_page(heading="Project 2 — DARS-NIC-990007-A1B2C", above="", datasets=("  • Other",))
    first, other = read(made_page() + "\n\n" + second)
    assert first.organisation == other.organisation == "University Of Farland"
    assert sections(first)["Processing"] == "Far sends Near the counts."
    assert [dataset.name for dataset in other.all_rows().datasets or ()] == ["Other"]


def test_pages_one_after_another_keep_their_organisations() -> None:
    above = "Good TREs work\n\nHarbour Office projects\n\n"
    second = made_page(heading="Other — DARS-NIC-990008-A1B2C", above=above)
    first, other = read(made_page() + "\n\n" + second)
    assert (first.organisation, other.organisation) == ("University Of Farland", "Harbour Office")
    assert sections(first)["Processing"] == "Far sends Near the counts."


def test_furniture_above_the_first_project_is_not_taken_for_the_organisation() -> None:
    above = (
        "Some other site\n\nHARBOUR OFFICE\n\n- First title\n- First title\n"
        '- Second title (partially via "system access")\n- Third...\n\n'
        '55 data files in total were disseminated unsafely (information is missing for "system access" projects).\n\n'
        "🚩 HARBOUR OFFICE received multiple copies of files from one dataset.\n\n"
    )
    assert only(made_page(above=above)).organisation == "HARBOUR OFFICE"


def test_sub_headings_of_the_prose_are_text() -> None:
    prose = "Objectives:\n\nWhy.\nOutputs:\nsome\n\nProcessing:\n\nHow.\n\nOutputs:\n1. table\n\nObjectives:\n\nagain"
    read_sections = sections(only(made_page(sections=prose)))
    assert read_sections["Objectives"] == "Why.\nOutputs:\nsome"
    assert read_sections["Processing"] == "How.\n\nOutputs:\n1. table\n\nObjectives:\n\nagain"


def test_processing_is_found_even_where_its_head_is_set_otherwise() -> None:
    prose = "Objectives:\n\nWhy.\nProcessing:\nFar sends.\n\nOutputs:\n\ntables"
    read_sections = sections(only(made_page(sections=prose)))
    assert read_sections == {"Objectives": "Why.", "Processing": "Far sends.", "Outputs": "tables"}
    strict = prose + "\n\nProcessing:\n\nNear sends."
    assert sections(only(made_page(sections=strict)))["Processing"] == "Near sends."


def test_fields_named_in_prose_do_not_begin_a_project() -> None:
    prose = "Processing:\n\nType of data: counts\n\nSensitive: not at all\n\nData: none"
    assert sections(only(made_page(sections=prose))) == {"Processing": prose.removeprefix("Processing:\n\n")}


def test_tight_layout_without_blank_lines() -> None:
    text = made_page(sections="Objectives:\nWhy.\nProcessing:\nHow.").replace("\n\n", "\n")
    assert sections(only(text)) == {"Objectives": "Why.", "Processing": "How."}


def test_lost_labels_lose_no_list_and_report_the_text() -> None:
    text = made_page(sections="Some text that lost its head.\n\n1. With a list.").replace("Datasets:\n\n", "")
    raw = only(text)
    assert [dataset.name for dataset in raw.all_rows().datasets or ()] == ["Far Data Set", "Near Data Set"]
    (issue,) = raw.issues
    assert (issue.code, issue.line) == ("text-without-head", text[: text.index("Some text")].count("\n") + 1)
    assert raw.sections == ()


def test_a_second_list_behind_the_data_sets_is_text() -> None:
    text = made_page(sections="1. To learn.\n2. To count.").replace("Datasets:\n\n", "")
    raw = only(text)
    assert [dataset.name for dataset in raw.all_rows().datasets or ()] == ["Far Data Set", "Near Data Set"]


def test_data_set_names_broken_over_lines_are_joined() -> None:
    raw = only(made_page(datasets=("  1. Far Data Set of", "     many words", "  2. Near")))
    assert [dataset.name for dataset in raw.all_rows().datasets or ()] == ["Far Data Set of many words", "Near"]


def test_type_of_data_below_the_data_sets() -> None:
    raw = only(made_page(fields=FIELDS[1:], sections="Type of data: Identifiable\n\nObjectives:\n\nWhy."))
    assert raw.fields[FieldName.TYPES_OF_DATA].text == "Identifiable"
    assert sections(raw) == {"Objectives": "Why."}


def test_unknown_field_is_kept_and_reported_with_its_line() -> None:
    raw = only(made_page(fields=(*FIELDS[:2], "Lamp colour: green", *FIELDS[2:])))
    (issue,) = raw.issues
    assert (issue.code, issue.line, issue.kept) == ("unknown-field", 11, "green")
    assert [(field.label, field.text) for field in raw.unknown] == [("Lamp colour", "green")]


def test_repeated_field_keeps_the_first_value_and_reports() -> None:
    raw = only(made_page(fields=(*FIELDS, "Sensitive: Non-Sensitive")))
    assert raw.fields[FieldName.SENSITIVITY].text == "Sensitive"
    assert [(issue.code, issue.kept) for issue in raw.issues] == [("repeated-field", "Non-Sensitive")]


def test_missing_fields_are_notes() -> None:
    raw = only(made_page(fields=FIELDS[:2], datasets=()))
    assert [issue.message for issue in raw.issues] == [
        "no data set is listed",
        "the field for legal basis is missing",
        "the field for when is missing",
    ]
    assert {issue.severity for issue in raw.issues} == {Severity.NOTE}


def test_oldest_layout_has_its_text_behind_the_head() -> None:
    text = (
        "Opt outs honoured: N\n\nBasis: Health and Social Care Act 2012\n\nFormat: Identifiable Sensitive\n\n"
        "How often: Ongoing\n\nHSCIC Id: HDIS_FarTrust\n\nData: Far : near\n\nData: Far : near\n\nData: Other.\n\n"
        "Output: Counts are made.\nThey are kept."
    )
    raw = only(text)
    assert (raw.reference, raw.title, raw.organisation) == ("HDIS_FarTrust", None, None)
    assert [dataset.name for dataset in raw.all_rows().datasets or ()] == ["Far : near", "Other."]
    assert sections(raw) == {"Output": "Counts are made.\nThey are kept."}


def test_project_without_heading_behind_another_one() -> None:
    first, other = read(made_page() + "\n" + made_page(heading=None, above=""))
    assert (first.reference, other.reference) == (REFERENCE, None)
    assert sections(first)["Processing"] == "Far sends Near the counts."


def test_every_section_name_is_read() -> None:
    text = "\n\n".join(f"{name.value}:\n\ntext of {name.value}" for name in SectionName)
    assert sections(only(made_page(sections=text))) == {name.value: f"text of {name.value}" for name in SectionName}


@pytest.mark.parametrize("text", ["Dear all,\n\nnothing here — really.\n", "Legal basis: alone", "a — DARS-NIC-1"])
def test_text_that_is_no_register_page(text: str) -> None:
    with pytest.raises(DocumentError, match="no register document"):
        read(text)


LINES = st.sampled_from(
    [
        "", "", "x", "Objectives:", "Processing:", "Outputs:", "Datasets:", "  1. Far", "  2. Near", "  • Far", "- Far",
        "Type of data: x", "Legal basis:", "Opt outs honoured: N", "When:x", "Data: Far", "Lamp colour: x", "(note)",
        "Study — DARS-NIC-990009-A1B2C", "Study — FAR x/y", "Output: text", "a — b", "Good TREs work",
    ]
)  # fmt: skip


@given(st.lists(LINES, max_size=40))
def test_any_order_of_lines_is_read_and_sections_stay_slices(lines: list[str]) -> None:
    text = "\n".join(["Study — DARS-NIC-990010-A1B2C", "Opt outs honoured: N", *lines])
    for raw in read(text):
        for section in raw.sections:
            assert section.offset is not None
            assert text[section.offset : section.offset + len(section.text)] == section.text
            assert section.text == section.text.rstrip()


def seconds(text: str) -> float:
    started = time.process_time()
    read(text)
    return time.process_time() - started


@pytest.mark.parametrize(
    "line",
    [
        "prose — with a dash\n",
        "Opt outs honoured: N\n",
        "  1. Far\n",
        "Lamp colour: x\n",
        "Objectives:\n\nx\n\n",
        " " * 40,
    ],
)
def test_time_grows_with_the_length_of_the_page(line: str) -> None:
    start = made_page(sections="")
    short, long = (min(seconds(start + line * times) for _ in range(3)) for times in (4_000, 32_000))
    assert long < 8 * 4 * max(short, 0.002)
