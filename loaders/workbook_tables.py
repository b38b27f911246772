"""The data set and release rows of a workbook, gathered by agreement version in bounded memory.

A national register has some 70,000 data set rows and over 100,000 release rows: the former recur between versions
and are kept once, the latter are counted as they pass.
"""

from collections.abc import Iterator, Set

from flowgraph.domain import Issue, Severity
from loaders.months import read_month
from loaders.raw import RawDataset, RawRelease
from loaders.workbook_columns import DATASET_COLUMNS, REFERENCE, RELEASE_COLUMNS, SHEET_NAMES, Header, cell_text
from loaders.workbook_rows import Cell, Rows


class _Keys(dict[Cell, str]):
    """References as written, and what the three sheets are joined on."""

    def __missing__(self, reference: Cell) -> str:
        """Fold a reference that was not met before."""
        key = self[reference] = cell_text(reference).strip()
        return key


class DatasetTable:
    """The rows of the sheet Datasets."""

    def __init__(self) -> None:
        """Begin without rows."""
        self._rows: dict[str, list[RawDataset]] = {}
        self._known: dict[tuple[Cell, ...], RawDataset] = {}
        self._keys = _Keys()

    def add(self, header: Header, batch: Rows) -> None:
        """Take rows; one without a reference or a name is passed over, for blank lines stand between rows."""
        references = batch.select(header.at(REFERENCE))
        for (reference,), row in zip(references, batch.select(header.at(*DATASET_COLUMNS)), strict=True):
            dataset = self._known.get(row)
            if dataset is None:
                dataset = self._known[row] = RawDataset(*(cell_text(cell).strip() for cell in row))
            key = self._keys[reference]
            if not key or not dataset.name:
                continue
            if key in self._rows:
                self._rows[key].append(dataset)
            else:
                self._rows[key] = [dataset]

    def take(self, reference: str) -> tuple[RawDataset, ...]:
        """The rows of one agreement version, which are then forgotten."""
        return tuple(self._rows.pop(self._keys[reference], ()))

    def beside(self, references: Set[str]) -> dict[str, int]:
        """How many rows there are for each reference that is none of ``references``."""
        return {reference: len(rows) for reference, rows in self._rows.items() if reference not in references}


class _Months(dict[Cell, str | None]):
    """Cells of the month of release, and the month that each gives."""

    def __missing__(self, released: Cell) -> str | None:
        """Read a cell that was not met before."""
        month = self[released] = read_month(cell_text(released))
        return month


class _Count:
    """Files of one data set released under one agreement version."""

    __slots__ = ("files", "first", "last")

    def __init__(self) -> None:
        self.files = 0
        self.first: str | None = None
        self.last: str | None = None

    def widen(self, month: str) -> None:
        """Let the months reach to ``month``."""
        if self.first is None or month < self.first:
            self.first = month
        if self.last is None or month > self.last:
            self.last = month


class ReleaseTable:
    """The rows of the sheet DataReleases, counted by data set and by whether opt-outs were applied."""

    def __init__(self, file: str) -> None:
        """Begin without rows."""
        self._file = file
        self._counts: dict[str, dict[tuple[Cell, Cell], _Count]] = {}
        self._keys = _Keys()
        self._months = _Months()
        self.issues: list[Issue] = []

    def add(self, header: Header, batch: Rows) -> None:
        """Take rows; where a month cannot be read, that is an issue, and the file is counted all the same."""
        rows = batch.select(header.at(REFERENCE, *RELEASE_COLUMNS))
        for number, (reference, dataset, applied, released) in enumerate(rows, start=batch.number):
            key = self._keys[reference]
            if not key:
                continue
            counts = self._counts.get(key)
            if counts is None:
                counts = self._counts[key] = {}
            count = counts.get((dataset, applied))
            if count is None:
                count = counts[dataset, applied] = _Count()
            count.files += 1
            month = self._months[released]
            if month is not None:
                count.widen(month)
            elif text := cell_text(released).strip():
                self._unreadable(text, f"{SHEET_NAMES[batch.sheet]}!{number}", key)

    def _unreadable(self, released: str, place: str, reference: str) -> None:
        self.issues.append(
            Issue(
                code="unreadable-date",
                message=f'the month of release "{released[:100]}" cannot be read',
                file=self._file,
                place=place,
                agreement=reference[:100],
                kept="the file is counted, without a month",
            )
        )

    def take(self, reference: str) -> tuple[RawRelease, ...]:
        """The releases of one agreement version, most files first; they are then forgotten."""
        releases = [
            RawRelease(cell_text(dataset).strip(), count.files, count.first, count.last, cell_text(applied).strip())
            for (dataset, applied), count in self._counts.pop(self._keys[reference], {}).items()
        ]
        releases.sort(key=lambda release: -(release.files or 0))
        return tuple(releases)

    def beside(self, references: Set[str]) -> dict[str, int]:
        """How many files there are for each reference that is none of ``references``."""
        return {
            reference: sum(count.files for count in counts.values())
            for reference, counts in self._counts.items()
            if reference not in references
        }


def orphans(sheet: str, beside: dict[str, int], file: str) -> Iterator[Issue]:
    """One issue for each reference that has rows in ``sheet`` but no agreement."""
    for reference, rows in beside.items():
        yield Issue(
            code="rows-without-agreement",
            message=f"{rows} rows of {reference[:100]} belong to no agreement of this workbook",
            file=file,
            place=SHEET_NAMES[sheet],
            agreement=reference[:100],
            kept="nothing",
            severity=Severity.WARNING,
        )
