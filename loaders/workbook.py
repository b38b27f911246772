"""The official monthly workbook: three sheets joined on the reference, read row by row."""

from collections.abc import Iterator
from functools import partial
from itertools import islice, repeat
from typing import NamedTuple

from flowgraph.domain import Issue
from loaders.errors import DocumentError
from loaders.raw import Format, RawAgreement, RawRows, RawSection, RawText
from loaders.source import Source
from loaders.workbook_columns import (
    AGREEMENTS,
    DATASETS,
    FIELD_COLUMNS,
    ORGANISATION,
    REFERENCE,
    RELEASES,
    ROWS_A_HEADER_IS_SOUGHT_IN,
    SECTION_COLUMNS,
    SHEET_NAMES,
    TITLE,
    Header,
    cell_text,
    header_issues,
    read_header,
)
from loaders.workbook_rows import Rows, read_rows
from loaders.workbook_tables import DatasetTable, ReleaseTable, orphans


def read_workbook(source: Source) -> Iterator[RawAgreement | Issue]:
    """The agreement versions of a workbook in its order, and what is wrong with its sheets.

    Agreements come first, so that whoever receives them can work on them while the process that reads the workbook
    is busy with the row sheets; their rows come later (see :class:`RawAgreement`). Section texts are the cells,
    exactly. Raises DocumentError for a file that is no workbook, or no register.
    """
    tables = _Tables(DatasetTable(), ReleaseTable(source.name))
    headers: dict[str, Header] = {}
    references: set[str] = set()
    for batch in read_rows(source, (AGREEMENTS, DATASETS, RELEASES)):
        header = headers.get(batch.sheet)
        if header is None:
            found = _find_header(batch)
            if found is None:
                continue
            header, batch = found
            headers[batch.sheet] = header
            yield from header_issues(batch.sheet, header, source.name)
        if batch.sheet == DATASETS:
            tables.datasets.add(header, batch)
        elif batch.sheet == RELEASES:
            tables.releases.add(header, batch)
        else:
            for agreement in _agreements(source.name, header, batch, tables):
                references.add(agreement.reference or "")
                yield agreement
    if AGREEMENTS not in headers:
        raise DocumentError(
            source.name, f'no register document: no sheet "Agreements" with a column "{REFERENCE}" stands in it'
        )
    yield from _missing_sheets(headers, source.name)
    yield from tables.releases.issues
    yield from orphans(DATASETS, tables.datasets.beside(references), source.name)
    yield from orphans(RELEASES, tables.releases.beside(references), source.name)


class _Tables(NamedTuple):
    """The row sheets."""

    datasets: DatasetTable
    releases: ReleaseTable

    def take(self, reference: str) -> RawRows:
        """The rows of one agreement version; they are given once."""
        return RawRows(self.datasets.take(reference), self.releases.take(reference))


def _find_header(batch: Rows) -> tuple[Header, Rows] | None:
    """The header among the first rows, and the rows below it; None where the sheet has no such header."""
    rows = batch.select(range(len(batch.columns)))
    for place, cells in enumerate(islice(rows, ROWS_A_HEADER_IS_SOUGHT_IN), start=1):
        header = read_header(batch.sheet, cells)
        if header is not None:
            return header, batch.below(place)
    return None


def _agreements(file: str, header: Header, batch: Rows, tables: _Tables) -> Iterator[RawAgreement]:
    texts = batch.select(header.at(REFERENCE, TITLE, ORGANISATION))
    fields = batch.select(header.at(*FIELD_COLUMNS))
    sections = batch.select(header.at(*SECTION_COLUMNS))
    unknown = batch.select([*header.unknown]) if header.unknown else repeat((), batch.size)
    columns = [(column, name, column in header.places) for column, name in FIELD_COLUMNS.items()]
    for number, row in enumerate(zip(texts, fields, sections, unknown, strict=True), start=batch.number):
        if not any(map(any, row)):
            continue
        reference, title, organisation = (cell_text(cell).strip() for cell in row[0])
        place = f"{SHEET_NAMES[AGREEMENTS]}!{number}"
        yield RawAgreement(
            file=file,
            format=Format.WORKBOOK,
            organisation=organisation or None,
            title=title or None,
            reference=reference or None,
            place=place,
            fields={
                name: RawText(cell_text(cell).strip(), column, place=place)
                for (column, name, there), cell in zip(columns, row[1], strict=True)
                if there
            },
            unknown=tuple(
                RawText(text, column, place=place)
                for column, cell in zip(header.unknown.values(), row[3], strict=True)
                if (text := cell_text(cell).strip())
            ),
            rows=None,
            later=partial(tables.take, reference),
            sections=tuple(
                RawSection(name, text)
                for name, cell in zip(SECTION_COLUMNS.values(), row[2], strict=True)
                if (text := cell_text(cell)) and not text.isspace()
            ),
        )


def _missing_sheets(headers: dict[str, Header], file: str) -> Iterator[Issue]:
    for sheet in (DATASETS, RELEASES):
        if sheet not in headers:
            name = SHEET_NAMES[sheet]
            message = f'the workbook has no sheet "{name}" with a column "{REFERENCE}"'
            yield Issue(code="missing-sheet", message=message, file=file, place=name, kept="none of its rows")
