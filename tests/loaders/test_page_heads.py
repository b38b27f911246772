"""Every layout and fault that is kept as a beginning of a page is read as a careful person reads it."""

import json
from pathlib import Path
from typing import Any

import pytest

from flowgraph.agreements import build_agreement, split_when
from flowgraph.domain import Agreement
from loaders import FieldName, RawAgreement, open_source, read_document

FOLDER = Path(__file__).resolve().parents[3] / "shared" / "register" / "page_heads"
EXPECTED: dict[str, Any] = json.loads((FOLDER / "expected.json").read_text()) if FOLDER.is_dir() else {}


def as_written(raw: RawAgreement, name: FieldName) -> str | None:
    field = raw.fields.get(name)
    return field.text or None if field else None


def period(raw: RawAgreement) -> dict[str, list[str | None] | None]:
    when = split_when(as_written(raw, FieldName.WHEN) or "")
    return {
        "agreement": [when.agreement.start, when.agreement.end] if when.agreement else None,
        "release": [when.release.start, when.release.end] if when.release else None,
    }


def reading(raw: RawAgreement, agreement: Agreement) -> dict[str, Any]:
    """A project in the terms of expected.json."""
    return {
        "title": raw.title,
        "reference": raw.reference,
        "opt_outs": as_written(raw, FieldName.OPT_OUTS),
        "legal_basis": as_written(raw, FieldName.LEGAL_BASIS),
        "period": period(raw),
        "sensitive": agreement.sensitivity or None,
        "controllers": [controller.name for controller in agreement.controllers] or None,
        "datasets": [dataset.name for dataset in raw.all_rows().datasets]
        if raw.all_rows().datasets is not None
        else None,
        "sections": [section.name.value for section in raw.sections],
    }


@pytest.mark.parametrize("name", sorted(EXPECTED) or [pytest.param("", marks=pytest.mark.usefixtures("shared"))])
def test_page_head_is_read_as_expected(name: str, shared: Path) -> None:
    records = list(read_document(open_source(shared / "register" / "page_heads" / name)))
    pages = [record for record in records if isinstance(record, RawAgreement)]
    read = [reading(raw, build_agreement(raw).agreement) for raw in pages]
    assert {raw.organisation for raw in pages} == {EXPECTED[name]["organisation"]}
    assert read == EXPECTED[name]["projects"]


def test_all_page_heads_are_tested(shared: Path) -> None:
    files = {path.name for path in (shared / "register" / "page_heads").glob("*.txt")}
    assert files == set(EXPECTED)
