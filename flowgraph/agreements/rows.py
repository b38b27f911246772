"""The rows of an agreement: typed, and what they tell of the agreement as a whole."""

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from flowgraph.agreements.legal_bases import read_legal_bases
from flowgraph.domain import DatasetRow, LegalBasis, Release
from loaders import RawDataset, RawRelease, RawRows


class Rows(NamedTuple):
    """Data sets and releases, and the agreement's fields that follow from them where it has none of its own."""

    datasets: tuple[DatasetRow, ...]
    releases: tuple[Release, ...]
    types_of_data: str
    sensitivity: str
    access_method: str
    opt_outs: str
    legal_bases: tuple[LegalBasis, ...]


def read_rows(raw: RawRows) -> Rows:
    """The typed rows; values that the rows have in common are listed once, in the order of the rows."""
    datasets = raw.datasets or ()
    return Rows(
        datasets=tuple([_dataset(row) for row in datasets]),
        releases=tuple([_release(release) for release in raw.releases]),
        types_of_data=_listed([row.type_of_data for row in datasets]),
        sensitivity=_listed([row.sensitivity for row in datasets]),
        access_method=_listed([row.frequency for row in datasets]),
        opt_outs=_listed([release.opt_outs_applied for release in raw.releases]),
        legal_bases=_legal_bases(tuple(dict.fromkeys([row.legal_basis for row in datasets]))),
    )


def _listed(values: Iterable[str]) -> str:
    return ", ".join(filter(None, dict.fromkeys(values)))


@lru_cache(maxsize=4096)
def _legal_bases(wordings: tuple[str, ...]) -> tuple[LegalBasis, ...]:
    return tuple({basis.text: basis for wording in wordings for basis in read_legal_bases(wording)}.values())


@lru_cache(maxsize=16384)
def _dataset(row: RawDataset) -> DatasetRow:
    """Rows recur between versions: equal ones are one value."""
    return DatasetRow(
        name=row.name,
        type_of_data=row.type_of_data,
        sensitivity=row.sensitivity,
        frequency=row.frequency,
        legal_bases=read_legal_bases(row.legal_basis),
        confidentiality=row.confidentiality,
    )


def _release(release: RawRelease) -> Release:
    return Release(
        dataset=release.dataset,
        files=release.files,
        first_month=release.first_month,
        last_month=release.last_month,
        opt_outs_applied=release.opt_outs_applied,
    )
