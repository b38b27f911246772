"""Under which legal basis data moves: what the sentence says, what the data set's row says, what the list allows.

The register gives a basis for each pair of data set and type of data (workbook), or one undivided list (page).
Section 251 of the National Health Service Act 2006 lifts the duty of confidence, so it goes with identifiable data
only; the "Common Law Duty of Confidentiality" column counts for it in identifiable rows (register convention).
Data that does not come from NHS Digital, or has not left it yet, has no basis in the register.
"""

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from flowgraph.domain import Agreement, BasisSource, DatasetRow, Identifiability
from flowgraph.lexicon import datasets
from flowgraph.lexicon.legal_bases import legal_basis_codes

_PSEUDONYMISED_LIKE = frozenset({Identifiability.PSEUDONYMISED, Identifiability.ANONYMISED, Identifiability.AGGREGATED})


class Basis(NamedTuple):
    """Short codes and how they are known."""

    codes: tuple[str, ...]
    source: BasisSource


UNKNOWN = Basis((), BasisSource.UNSTATED)


class Bases:
    """Finds the legal basis of the flows of one agreement."""

    def __init__(self, agreement: Agreement) -> None:
        """Divide the agreement's rows by type of data."""
        self.agreement = agreement
        rows = [row for row in agreement.datasets if row.type_of_data]
        self._identifiable = [row for row in rows if _is_identifiable(row)]
        self._other = [row for row in rows if not _is_identifiable(row)]
        self._has_rows = bool(rows)

    def stated(self, words: str) -> Basis | None:
        """The basis that a sentence gives itself, or None."""
        codes = legal_basis_codes(words)
        return Basis(codes, BasisSource.STATED) if codes else None

    def of(self, names: Iterable[str], state: Identifiability) -> Basis:
        """The basis of data sets that left NHS Digital and move in ``state``.

        An unstated state is read as the rows' own where they are all of one type; else nothing is said.
        """
        wanted = tuple(names)
        if state is Identifiability.UNSTATED:
            state = self.row_state(wanted) or state
        if not self._has_rows:
            return self._from_list(state)
        if state is Identifiability.UNSTATED:
            return self._whatever_the_state(wanted)
        rows = self._other if state in _PSEUDONYMISED_LIKE else self._identifiable
        identifiable = state is Identifiability.IDENTIFIABLE
        own = [row for row in rows if any(_same(row.name, name) for name in wanted)]
        codes = _codes(own, identifiable)
        if codes:
            return Basis(codes, BasisSource.DATASET_ROW)
        codes = _codes(rows, identifiable)
        return Basis(codes, BasisSource.INFERRED) if codes else UNKNOWN

    def _whatever_the_state(self, wanted: tuple[str, ...]) -> Basis:
        """The basis of data whose state nothing says: what its rows of both types agree on, if they do."""
        rows = (*self._identifiable, *self._other)
        own = [row for row in rows if any(_same(row.name, name) for name in wanted)]
        if not own:
            return UNKNOWN
        answers = {_codes([row], _is_identifiable(row)) for row in own}
        return Basis(answers.pop(), BasisSource.DATASET_ROW) if len(answers) == 1 else UNKNOWN

    def row_state(self, names: Iterable[str]) -> Identifiability | None:
        """The type of data that the rows of these data sets have, where they have one only; None where they differ.

        Without names all rows count. "Anonymised - ICO Code Compliant" stands for pseudonymised rows here, since
        that is what it covers at record level.
        """
        wanted = tuple(names)
        own = [row for row in (*self._identifiable, *self._other) if any(_same(row.name, name) for name in wanted)]
        types = {_is_identifiable(row) for row in (own or (*self._identifiable, *self._other))}
        if len(types) != 1:
            return None
        return Identifiability.IDENTIFIABLE if types.pop() else Identifiability.PSEUDONYMISED

    def _from_list(self, state: Identifiability) -> Basis:
        listed = list(dict.fromkeys(code for basis in self.agreement.legal_bases for code in basis.codes))
        if state is Identifiability.IDENTIFIABLE:
            codes = [code for code in listed if code in {"s251", "s261(7)"}] if "s251" in listed else []
            codes = codes or [code for code in listed if code not in {"s251"}]
        else:
            codes = [code for code in listed if code not in {"s251", "s261(7)"}]
            codes = codes or [code for code in listed if code != "s251"]
        return Basis(tuple(codes), BasisSource.INFERRED) if codes else UNKNOWN


def _is_identifiable(row: DatasetRow) -> bool:
    return row.type_of_data.strip().casefold().startswith("identifiable")


@lru_cache(maxsize=8192)
def _same(row: str, name: str) -> bool:
    known = datasets.load()
    return known.contains(name, row) or known.contains(row, name)


def _codes(rows: Iterable[DatasetRow], identifiable: bool) -> tuple[str, ...]:
    codes: dict[str, None] = {}
    for row in rows:
        for basis in row.legal_bases:
            codes.update(dict.fromkeys(basis.codes))
        if identifiable:
            codes.update(dict.fromkeys(legal_basis_codes(row.confidentiality)))
    return tuple(code for code in codes if identifiable or code != "s251")
