"""Workbooks for tests, in the official shape; all bodies and words are invented."""

import datetime
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook

AGREEMENTS = (
    "Reference Number", "Application Title", "Applicant Organisation", "Applicant Organisation Type",
    "Data Controller(s)", "Sole/Joint Data Controller", "DSA Start Date", "DSA End Date", "Does Sublicensing Apply",
    "For Commercial Purposes", "Objective for Processing", "Processing Activities", "Expected Output",
    "Expected Measurable Benefits", "Yielded Benefits",
)  # fmt: skip
DATASETS = (
    "Reference Number", "Dataset", "Type of Data", "Sensitive or Non-Sensitive", "Frequency",
    "Legal Basis for Provision of Data", "Common Law Duty of Confidentiality",
)  # fmt: skip
RELEASES = (
    "File Reference", "Reference Number", "Dataset", "Type of Data", "Sensitive or Non-Sensitive",
    "Patient Opt-Outs Applied", "Legal Basis for Provision of Data", "Frequency", "Month File Released",
)  # fmt: skip
REFERENCE = "DARS-NIC-990201-A1B2C-v1.2"


def agreement_row(reference: str = REFERENCE, processing: str | None = "Far sends Near counts.") -> list[Any]:
    day = datetime.date
    return [
        reference, "Lighthouse study", "UNIVERSITY OF FARLAND", "Academic", "UNIVERSITY OF FARLAND; NEAR LTD",
        "Joint Data Controller", day(2021, 4, 1), day(2024, 3, 31), "No", "Yes", "To count.", processing, None,
        "Light.", None,
    ]  # fmt: skip


def dataset_row(reference: str = REFERENCE, name: str = "Far Data Set", kind: str = "Identifiable") -> list[Any]:
    return [reference, name, kind, "Sensitive", "Ongoing", "Health and Social Care Act 2012 – s261(7)", "Consent"]


def release_row(
    reference: str = REFERENCE, name: str = "Far Data Set", month: Any = "Jul-21", out: str = "No"
) -> list[Any]:
    return ["F1", reference, name, "Identifiable", "Sensitive", out, "s261(7)", "Ongoing", month]


def write_workbook(path: Path, sheets: dict[str, Sequence[Sequence[Any]]]) -> Path:
    """A workbook with these sheets, row by row."""
    book = Workbook(write_only=True)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(path)
    return path


def made_workbook(
    path: Path,
    agreements: Sequence[Sequence[Any]] | None = None,
    datasets: Sequence[Sequence[Any]] | None = None,
    releases: Sequence[Sequence[Any]] = (),
) -> Path:
    """A workbook of the official shape: one agreement with one data set, unless other rows are given."""
    agreements = [agreement_row()] if agreements is None else agreements
    datasets = [dataset_row()] if datasets is None else datasets
    sheets = {
        "Agreements": [AGREEMENTS, *agreements],
        "Datasets": [DATASETS, *datasets],
        "DataReleases": [RELEASES, *releases],
    }
    return write_workbook(path, sheets)
