"""Agreement JSON, lists of agreements and JSON Lines."""

import json
from typing import Any

import pytest
from made_json import made_agreement

from flowgraph.domain import SectionName
from loaders import DocumentError, FieldName, Format, RawAgreement, Source, read_document
from loaders.raw import RawRelease


def records(data: str | bytes) -> list[RawAgreement]:
    data = data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data
    found = list(read_document(Source("file.json", len(data), data=data)))
    assert all(isinstance(record, RawAgreement) for record in found)
    return [record for record in found if isinstance(record, RawAgreement)]


def only(**changes: Any) -> RawAgreement:
    (raw,) = records(json.dumps(made_agreement(**changes)))
    return raw


def test_section_text_is_the_json_string_exactly() -> None:
    made = made_agreement()
    (raw,) = records(json.dumps(made))
    texts = {section.name: (section.text, section.offset) for section in raw.sections}
    assert texts == {
        SectionName.OBJECTIVES: (made["objective"], None),
        SectionName.PROCESSING: (made["activities"], None),
    }


def test_further_sections() -> None:
    raw = only(expected_output="a", expected_benefits="b", yielded_benefits="c")
    assert [section.name for section in raw.sections[2:]] == [
        SectionName.OUTPUTS,
        SectionName.EXPECTED_BENEFITS,
        SectionName.YIELDED_BENEFITS,
    ]


def test_controllers_of_a_list_are_never_divided() -> None:
    assert only(controllers=["A, B AND C TRUST"]).controllers == ("A, B AND C TRUST",)
    raw = only(controllers="A; B")
    assert (raw.controllers, raw.fields[FieldName.CONTROLLERS].text) == (None, "A; B")


def test_releases() -> None:
    release = {
        "dataset": "Far",
        "files": 3,
        "first_month": "2021-05",
        "last_month": "2021-07",
        "opt_outs_applied": "No",
    }
    assert only(releases=[release], files_released=3).all_rows().releases == (
        RawRelease("Far", 3, "2021-05", "2021-07", "No"),
    )


def test_unknown_fields_are_issues_with_their_place() -> None:
    raw = only(lamp="green", datasets=[{"name": "Far", "tide": "high"}])
    assert [(issue.code, issue.place, issue.kept) for issue in raw.issues] == [
        ("unknown-field", "lamp", "green"),
        ("unknown-field", "datasets[0].tide", "high"),
    ]
    assert [(field.label, field.text) for field in raw.unknown] == [("lamp", "green")]


@pytest.mark.parametrize(
    ("changes", "place"),
    [
        ({"title": ["x"]}, "title"),
        ({"datasets": "Far"}, "datasets"),
        ({"datasets": [{"name": "Far"}, 7]}, "datasets[1]"),
        ({"datasets": [{"name": {"x": 1}}]}, "datasets[0].name"),
        ({"controllers": [1]}, "controllers"),
        ({"activities": {"x": 1}}, "activities"),
        ({"releases": [{"dataset": "Far", "files": "many"}]}, "releases[0].files"),
    ],
)
def test_values_of_a_wrong_type_are_issues_with_their_place(changes: dict[str, Any], place: str) -> None:
    assert [(issue.code, issue.place) for issue in only(**changes).issues] == [("unreadable-field", place)]


def test_null_and_missing_values_are_empty() -> None:
    (raw,) = records(json.dumps({"reference": "DARS-NIC-990102-A1B2C", "title": None, "datasets": None}))
    assert (raw.title, raw.all_rows().datasets, raw.sections, raw.issues) == (None, (), (), ())


def test_json_lines_know_their_lines_and_skip_blank_ones() -> None:
    lines = [json.dumps(made_agreement(f"DARS-NIC-99011{number}-A1B2C")) for number in range(3)]
    read = records("\n\n".join(lines) + "\n")
    assert [(raw.format, raw.line) for raw in read] == [
        (Format.JSON_LINES, 1),
        (Format.JSON_LINES, 3),
        (Format.JSON_LINES, 5),
    ]


def test_one_line_is_one_agreement() -> None:
    (raw,) = records(json.dumps(made_agreement()) + "\n")
    assert raw.format is Format.AGREEMENT_JSON


@pytest.mark.parametrize("between", [",", ",\n", "\n,\n"])
def test_list_of_agreements(between: str) -> None:
    entries = [json.dumps(one) for one in (made_agreement(), made_agreement("DARS-NIC-990103-A1B2C"))]
    read = records("[\n" + between.join(entries) + "\n]\n")
    assert [raw.place for raw in read] == ["[0]", "[1]"]


@pytest.mark.parametrize("broken", ['{"reference": "DARS', "[]", "7", '{"x": 1}', "\x80"])
def test_a_broken_line_leaves_the_others_and_is_named_at_the_end(broken: str) -> None:
    good = [json.dumps(made_agreement(f"DARS-NIC-99012{number}-A1B2C")) for number in range(2)]
    data = "\n".join([good[0], broken, good[1]]).encode("latin-1", "replace")
    stream = read_document(Source("lines.jsonl", len(data), data=data))
    assert [next(stream).line, next(stream).line] == [1, 3]
    with pytest.raises(DocumentError, match=r"lines\.jsonl: line 2: "):
        next(stream)


def test_the_first_line_may_be_the_broken_one() -> None:
    data = ('{"reference"\n' + json.dumps(made_agreement()) + "\n").encode()
    stream = read_document(Source("lines.jsonl", len(data), data=data))
    assert next(stream).line == 2
    with pytest.raises(DocumentError, match="line 1: no JSON"):
        next(stream)


def test_surrogates_that_no_file_can_hold_are_replaced() -> None:
    (raw,) = records(json.dumps(made_agreement(activities="a\ud800b \U0001f6a9")))
    assert raw.sections[1].text == "a\ufffdb \U0001f6a9"


def test_utf16_and_byte_order_marks() -> None:
    text = json.dumps(made_agreement(title="Ångström"), ensure_ascii=False)
    for data in (text.encode("utf-8-sig"), text.encode("utf-16")):
        assert [raw.title for raw in records(data)] == ["Ångström"]
