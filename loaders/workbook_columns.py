"""The columns of the official workbook's three sheets."""

import re
from collections.abc import Mapping, Sequence

from flowgraph.domain import Issue, SectionName, Severity
from loaders.raw import FieldName
from loaders.workbook_rows import Cell

AGREEMENTS = "agreements"
DATASETS = "datasets"
RELEASES = "datareleases"

#: How the sheets are written in places that users are shown.
SHEET_NAMES = {AGREEMENTS: "Agreements", DATASETS: "Datasets", RELEASES: "DataReleases"}

REFERENCE = "Reference Number"
TITLE = "Application Title"
ORGANISATION = "Applicant Organisation"

FIELD_COLUMNS = {
    "Applicant Organisation Type": FieldName.ORGANISATION_TYPE,
    "Data Controller(s)": FieldName.CONTROLLERS,
    "Sole/Joint Data Controller": FieldName.CONTROLLER_BASIS,
    "DSA Start Date": FieldName.START,
    "DSA End Date": FieldName.END,
    "Does Sublicensing Apply": FieldName.SUBLICENSING,
    "For Commercial Purposes": FieldName.COMMERCIAL,
}
SECTION_COLUMNS = {
    "Objective for Processing": SectionName.OBJECTIVES,
    "Processing Activities": SectionName.PROCESSING,
    "Expected Output": SectionName.OUTPUTS,
    "Expected Measurable Benefits": SectionName.EXPECTED_BENEFITS,
    "Yielded Benefits": SectionName.YIELDED_BENEFITS,
}

#: In the order of the fields of :class:`loaders.raw.RawDataset`.
DATASET_COLUMNS = (
    "Dataset",
    "Type of Data",
    "Sensitive or Non-Sensitive",
    "Frequency",
    "Legal Basis for Provision of Data",
    "Common Law Duty of Confidentiality",
)
RELEASE_COLUMNS = ("Dataset", "Patient Opt-Outs Applied", "Month File Released")
#: Columns of the release sheet that repeat what the other sheets say.
UNUSED_RELEASE_COLUMNS = (
    "File Reference",
    "Type of Data",
    "Sensitive or Non-Sensitive",
    "Legal Basis for Provision of Data",
    "Frequency",
)

COLUMNS = {
    AGREEMENTS: (REFERENCE, TITLE, ORGANISATION, *FIELD_COLUMNS, *SECTION_COLUMNS),
    DATASETS: (REFERENCE, *DATASET_COLUMNS),
    RELEASES: (REFERENCE, *RELEASE_COLUMNS),
}
ROWS_A_HEADER_IS_SOUGHT_IN = 20

_NOT_A_LETTER = re.compile(r"[^a-z0-9]+")


class Header:
    """Where a sheet has its columns; ``unknown`` are the columns of no known name, by their place."""

    def __init__(self, places: Mapping[str, int], unknown: Mapping[int, str]) -> None:
        """Take the place of each known column, and the unknown ones."""
        self.places = places
        self.unknown = unknown

    def at(self, *columns: str) -> list[int]:
        """The places of some columns; -1 for one that the sheet lacks."""
        return [self.places.get(column, -1) for column in columns]


def read_header(sheet: str, cells: Sequence[Cell]) -> Header | None:
    """The columns that a row of cells heads, or None where the row is no header: it names no reference."""
    known = {_folded(column): column for column in (*COLUMNS[sheet], *_unused(sheet))}
    places: dict[str, int] = {}
    unknown: dict[int, str] = {}
    for place, cell in enumerate(cells):
        written = cell_text(cell)
        column = known.get(_folded(written))
        if column is not None:
            places.setdefault(column, place)
        elif written:
            unknown[place] = written
    return Header(places, unknown) if REFERENCE in places else None


def header_issues(sheet: str, header: Header, file: str) -> list[Issue]:
    """One issue for each column that is missing or unknown."""
    name = SHEET_NAMES[sheet]
    missing = [column for column in COLUMNS[sheet] if column not in header.places]
    return [
        Issue(
            code="missing-column",
            message=f'sheet {name} has no column "{column}"',
            file=file,
            place=name,
            kept="unstated",
        )
        for column in missing
    ] + [
        Issue(
            code="unknown-field",
            message=f'sheet {name} has an unknown column "{column[:200]}"',
            file=file,
            place=name,
            kept="its cells" if sheet == AGREEMENTS else "nothing",
            severity=Severity.WARNING,
        )
        for column in header.unknown.values()
    ]


def cell_text(cell: Cell) -> str:
    """A cell as text, exactly; an empty cell is empty text."""
    if isinstance(cell, str):
        return cell
    return "" if cell is None else str(cell)


def _folded(column: str) -> str:
    return _NOT_A_LETTER.sub(" ", column.lower()).strip()


def _unused(sheet: str) -> tuple[str, ...]:
    return UNUSED_RELEASE_COLUMNS if sheet == RELEASES else ()
