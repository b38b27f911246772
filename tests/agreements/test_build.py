"""Raw records into typed agreements."""

from datetime import date
from typing import Any

import pytest

from flowgraph.agreements import build_agreement
from flowgraph.domain import Agreement, Answer, Severity
from loaders import FieldName, Format, RawAgreement, RawDataset, RawRelease, RawRows, RawText


def made(fields: dict[FieldName, str] | None = None, **changes: Any) -> RawAgreement:
    texts = {name: RawText(text, name.value, line=7) for name, text in (fields or {}).items()}
    values: dict[str, Any] = {"reference": "DARS-NIC-990601-A1B2C-v1.0", "line": 3, **changes}
    return RawAgreement(file="page.txt", format=Format.PAGE_TEXT, fields=texts, **values)


def built(fields: dict[FieldName, str] | None = None, **changes: Any) -> Agreement:
    return build_agreement(made(fields, **changes)).agreement


def codes(raw: RawAgreement, severity: Severity = Severity.WARNING) -> list[str]:
    """The issues of that severity, but for the sections, which these records do not have."""
    issues = build_agreement(raw).issues
    return [issue.code for issue in issues if issue.severity is severity and issue.code != "missing-section"]


def test_reference_and_version() -> None:
    agreement = built()
    assert (agreement.reference, agreement.version) == ("DARS-NIC-990601-A1B2C", "1.0")
    assert built({FieldName.VERSION: "2.1"}, reference="DARS-NIC-990601-A1B2C").version == "2.1"


def test_an_agreement_without_reference_has_a_stand_in_that_says_so() -> None:
    built_ = build_agreement(made(reference=None, organisation="Harbour Office"))
    assert built_.agreement.reference == "unreferenced: Harbour Office, line 3"
    assert built_.issues[0].code == "no-reference"


def test_page_periods() -> None:
    agreement = built({FieldName.WHEN: "DSA runs 2019-01-02 — 2020-01-01 2019.02 — 2024.03."})
    assert (agreement.period.start, agreement.period.end) == (date(2019, 1, 2), date(2020, 1, 1))
    assert (agreement.release_period.start, agreement.release_period.end) == (date(2019, 2, 1), date(2024, 3, 31))


def test_release_period_of_counted_releases() -> None:
    releases = (RawRelease("A", 1, "2021-05", "2021-06", "No"), RawRelease("B", 1, "2020-12", None, "Yes"))
    agreement = built(rows=RawRows(releases=releases))
    assert (agreement.release_period.start, agreement.release_period.end) == (date(2020, 12, 1), date(2021, 6, 30))
    assert agreement.opt_outs == "No, Yes"


@pytest.mark.parametrize(
    ("fields", "kept"),
    [
        ({FieldName.WHEN: "2019-15-02 — 2020-01-01."}, "2019-15-02 — 2020-01-01"),
        ({FieldName.WHEN: "when the ship is in"}, "when the ship is in"),
        ({FieldName.START: "soon", FieldName.END: "2020-01-01"}, "soon — 2020-01-01"),
    ],
)
def test_unreadable_dates_are_issues_and_their_wording_is_kept(fields: dict[FieldName, str], kept: str) -> None:
    raw = made(fields)
    assert codes(raw) == ["unreadable-date"]
    issue = next(issue for issue in build_agreement(raw).issues if issue.code == "unreadable-date")
    assert (issue.file, issue.line, issue.agreement) == ("page.txt", 7, "DARS-NIC-990601-A1B2C-v1.0")
    agreement = build_agreement(raw).agreement
    assert kept in (agreement.period.text, agreement.release_period.text)


@pytest.mark.parametrize(
    ("when", "code"),
    [("2017.06 — 2017.05.", "reversed-period"), ("DSA runs 2024-01-15 — 2025-01-14 They erred — see.", "remark")],
)
def test_known_oddities_of_periods_are_notes(when: str, code: str) -> None:
    raw = made({FieldName.WHEN: when})
    assert codes(raw) == []
    assert code in codes(raw, Severity.NOTE)


def test_type_of_data_told_by_the_opt_outs_field() -> None:
    hidden = {FieldName.TYPES_OF_DATA: "information not disclosed for TRE projects"}
    told = {FieldName.OPT_OUTS: "Anonymised - ICO Code Compliant, Identifiable (Mixed)"}
    assert built({**hidden, **told}).types_of_data == "Anonymised - ICO Code Compliant, Identifiable"
    assert built({**hidden, FieldName.OPT_OUTS: "N"}).types_of_data == ""
    assert built({FieldName.TYPES_OF_DATA: "Identifiable", **told}).types_of_data == "Identifiable"


def test_rows_give_what_pages_have_as_fields() -> None:
    basis = "Health and Social Care Act 2012 – s261(7); National Health Service Act 2006 - s251"
    rows = (
        RawDataset("A", "Identifiable", "Sensitive", "Ongoing", basis, "Section 251"),
        RawDataset("A", "Anonymised", "Non-Sensitive", "One-Off", "Health and Social Care Act 2012 – s261(7)", ""),
    )
    agreement = built(rows=RawRows(rows))
    assert [basis.codes for basis in agreement.datasets[0].legal_bases] == [("s261(7)",), ("s251",)]
    assert [basis.codes for basis in agreement.legal_bases] == [("s261(7)",), ("s251",)]
    assert (agreement.types_of_data, agreement.sensitivity, agreement.access_method) == (
        "Identifiable, Anonymised",
        "Sensitive, Non-Sensitive",
        "Ongoing, One-Off",
    )


def test_answers_and_body_type() -> None:
    page = built({FieldName.PURPOSES: "No (Academic)", FieldName.SUBLICENSING: "No, Yes"})
    assert (page.commercial, page.sublicensing, page.organisation_type) == (Answer.NO, Answer.BOTH, "Academic")
    assert page.purposes == "No (Academic)"
    row = built({FieldName.COMMERCIAL: "Yes", FieldName.SUBLICENSING: ""})
    assert (row.commercial, row.sublicensing) == (Answer.YES, Answer.UNSTATED)


def test_missing_processing_is_a_warning() -> None:
    issues = build_agreement(made()).issues
    assert [(issue.severity, issue.line) for issue in issues if "Processing" in issue.message] == [
        (Severity.WARNING, 3)
    ]
