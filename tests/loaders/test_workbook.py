"""The official workbook."""

import datetime
import json
import tracemalloc
from pathlib import Path

import pytest
from made_workbook import (
    AGREEMENTS,
    DATASETS,
    REFERENCE,
    agreement_row,
    dataset_row,
    made_workbook,
    release_row,
    write_workbook,
)

from flowgraph.documents import read_agreements
from flowgraph.domain import Issue, SectionName
from loaders import DocumentError, FieldName, RawAgreement, Source, open_source, read_document
from loaders.raw import RawDataset, RawRelease


def read(path: Path) -> tuple[list[RawAgreement], list[Issue]]:
    records = list(read_document(open_source(path)))
    return (
        [record for record in records if isinstance(record, RawAgreement)],
        [record for record in records if isinstance(record, Issue)],
    )


def test_sheets_are_joined_on_the_reference(tmp_path: Path) -> None:
    other = "DARS-NIC-990202-A1B2C-v0.1"
    rows = [dataset_row(other, "Near"), dataset_row(), dataset_row(kind="Anonymised - ICO Code Compliant")]
    path = made_workbook(tmp_path / "w.xlsx", [agreement_row(), agreement_row(other)], rows)
    (first, second), issues = read(path)
    assert first.all_rows().datasets == (
        RawDataset("Far Data Set", "Identifiable", "Sensitive", "Ongoing", rows[1][5], "Consent"),
        RawDataset("Far Data Set", "Anonymised - ICO Code Compliant", "Sensitive", "Ongoing", rows[1][5], "Consent"),
    )
    assert [dataset.name for dataset in second.all_rows().datasets or ()] == ["Near"]
    assert [(first.reference, first.place), (second.reference, second.place)] == [
        (REFERENCE, "Agreements!2"),
        (other, "Agreements!3"),
    ]
    assert issues == []


def test_fields_and_dates(tmp_path: Path) -> None:
    (raw,), _ = read(made_workbook(tmp_path / "w.xlsx"))
    fields = {name: value.text for name, value in raw.fields.items()}
    assert fields[FieldName.CONTROLLERS] == "UNIVERSITY OF FARLAND; NEAR LTD"
    assert (fields[FieldName.START], fields[FieldName.END]) == ("2021-04-01", "2024-03-31")


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("a\r\n\r\n 1.\tb  – “c”\u00a0\uf0a7 d ", "a\r\n\r\n 1.\tb  – “c”\u00a0\uf0a7 d "),
        ("  two  spaces & <b>", "  two  spaces & <b>"),
    ],
)
def test_section_text_is_the_cell_exactly(tmp_path: Path, cell: str, text: str) -> None:
    path = made_workbook(tmp_path / "w.xlsx", [agreement_row(processing=cell)])
    (raw,), _ = read(path)
    assert next(part.text for part in raw.sections if part.name is SectionName.PROCESSING) == text


def test_empty_cells_give_no_section(tmp_path: Path) -> None:
    (raw,), _ = read(made_workbook(tmp_path / "w.xlsx", [agreement_row(processing=None)]))
    assert [part.name for part in raw.sections] == [SectionName.OBJECTIVES, SectionName.EXPECTED_BENEFITS]


def test_releases_are_counted_by_data_set_and_opt_outs(tmp_path: Path) -> None:
    releases = [
        release_row(month="Jul-21"),
        release_row(month=datetime.date(2021, 5, 1)),
        release_row(month="Aug-21", out="Yes"),
        release_row(name="Near", month="soon"),
    ]
    (raw,), issues = read(made_workbook(tmp_path / "w.xlsx", releases=releases))
    assert raw.all_rows().releases == (
        RawRelease("Far Data Set", 2, "2021-05", "2021-07", "No"),
        RawRelease("Far Data Set", 1, "2021-08", "2021-08", "Yes"),
        RawRelease("Near", 1, None, None, "No"),
    )
    assert [(issue.code, issue.place) for issue in issues] == [("unreadable-date", "DataReleases!5")]


def test_rows_of_no_agreement_are_reported(tmp_path: Path) -> None:
    lost = "DARS-NIC-990203-A1B2C-v1.0"
    path = made_workbook(tmp_path / "w.xlsx", datasets=[dataset_row(lost)], releases=[release_row(lost)] * 2)
    _, issues = read(path)
    assert [(issue.code, issue.place, issue.agreement) for issue in issues] == [
        ("rows-without-agreement", "Datasets", lost),
        ("rows-without-agreement", "DataReleases", lost),
    ]
    assert [issue.message.split()[0] for issue in issues] == ["1", "2"]


def test_columns_in_another_order_unknown_and_missing(tmp_path: Path) -> None:
    header = ["Lamp", *reversed(AGREEMENTS[:-1])]
    row = ["green", *reversed(agreement_row()[:-1])]
    path = write_workbook(
        tmp_path / "w.xlsx",
        {"Notes": [["x"]], "agreements ": [["as of July"], [], header, row], "Data Sets": [], "Datasets": [DATASETS]},
    )
    (raw,), issues = read(path)
    assert (raw.reference, raw.title, raw.place) == (REFERENCE, "Lighthouse study", "Agreements!4")
    assert [field.text for field in raw.unknown] == ["green"]
    assert sorted((issue.code, issue.place) for issue in issues) == [
        ("missing-column", "Agreements"),
        ("missing-sheet", "DataReleases"),
        ("unknown-field", "Agreements"),
    ]


def test_a_row_without_reference_is_kept(tmp_path: Path) -> None:
    path = made_workbook(tmp_path / "w.xlsx", [agreement_row(""), [None] * 15, agreement_row()])
    agreements, _ = read(path)
    assert [(raw.reference, raw.place) for raw in agreements] == [(None, "Agreements!2"), (REFERENCE, "Agreements!4")]


def test_workbook_of_other_things_is_no_register(tmp_path: Path) -> None:
    path = write_workbook(tmp_path / "w.xlsx", {"Agreements": [["Tide", "Height"], [1, 2]], "Datasets": []})
    with pytest.raises(DocumentError, match="no register document"):
        read(path)


def test_workbook_on_standard_input(tmp_path: Path) -> None:
    data = made_workbook(tmp_path / "w.xlsx").read_bytes()
    (raw,) = (record for record in read_document(Source("standard input", len(data), data=data)))
    assert isinstance(raw, RawAgreement)
    assert raw.reference == REFERENCE


def test_memory_does_not_grow_with_the_release_rows(tmp_path: Path) -> None:
    def peak(rows: int) -> int:
        path = made_workbook(tmp_path / f"{rows}.xlsx", releases=[release_row()] * rows)
        tracemalloc.start()
        (raw,), _ = read(path)
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert raw.all_rows().releases[0].files == rows
        return most

    assert peak(20_000) < 1.5 * peak(2_000) + 500_000


def test_reading_stops_where_the_caller_stops(tmp_path: Path) -> None:
    rows = [agreement_row(f"DARS-NIC-{990300 + number}-A1B2C-v1.0") for number in range(3000)]
    stream = read_document(open_source(made_workbook(tmp_path / "w.xlsx", rows)))
    next(stream)
    stream.close()  # type: ignore[attr-defined]  # the reading process ends with it, or the test suite would hang


def test_same_agreements_as_the_json_files(shared: Path) -> None:
    workbook = read_agreements([shared / "register" / "datausesregister_sample.xlsx"])
    files = read_agreements([shared / "register" / "agreements"])
    assert (workbook.issues, workbook.failures, files.failures) == (files.issues, (), ())
    assert len(files.agreements) == len(list((shared / "register" / "agreements").iterdir()))
    for one, other in zip(workbook.agreements, files.agreements, strict=True):
        assert one.model_dump(exclude={"provenance"}) == other.model_dump(exclude={"provenance"})


def test_processing_text_of_the_json_files_is_untouched(shared: Path) -> None:
    for path in sorted((shared / "register").glob("[amv]*/**/*.json")):
        (agreement,) = read_agreements([path]).agreements
        section = agreement.section(SectionName.PROCESSING)
        assert (section.text if section else "") == json.loads(path.read_text())["activities"]
