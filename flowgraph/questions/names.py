"""Finding what the user means by a name, however it is written."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from flowgraph.domain import Party
from flowgraph.domain.errors import UserError
from flowgraph.graph.view import View
from flowgraph.graph.words import KnownBody

CANDIDATES = 5


class UnknownName(UserError):
    """A name that fits nothing; ``candidates`` are the nearest that do, best first."""

    exit_code = 1

    def __init__(self, what: str, name: str, candidates: Sequence[str]) -> None:
        """Say which name fits no ``what``, and offer the candidates."""
        self.name = name
        self.candidates = tuple(candidates)
        nearest = ", ".join(self.candidates)
        super().__init__(
            f"no {what} is called {_short(name)}; "
            + (f"the nearest are: {nearest}" if nearest else f"no {what} is known")
        )


class AmbiguousName(UserError):
    """A name that fits two or more parties; ``fits`` are they."""

    exit_code = 2

    def __init__(self, name: str, fits: Sequence[Party]) -> None:
        """Say which parties the name fits, with the key by which each can be asked for."""
        self.name = name
        self.fits = tuple(fits)
        choices = ", ".join(f"{party.name} [{party.key}]" for party in self.fits)
        super().__init__(f"{_short(name)} fits {len(self.fits)} parties; say which by its key in brackets: {choices}")


def find_dataset(view: View, name: str) -> str:
    """The data set that ``name`` means: as the lexicon shows it, else as the flows write it.

    A data set that the lexicon knows is found even where no flow carries it. Raises UnknownName.
    """
    known = view.lexicon.dataset(name)
    if known is not None:
        return known
    fold = view.lexicon.fold
    asked = fold(name)
    written = view.datasets()
    found = next((one for one in written if one == name), None) or next(
        (one for one in written if fold(one) == asked), None
    )
    if found is None:
        raise UnknownName("data set", name, _nearest(name, written, fold))
    return found


def find_parties(view: View, name: str, on: date | None = None) -> frozenset[str]:
    """The keys of the party that ``name`` means: by key, ODS code, name, or any name the lexicon knows for it.

    A role that the text leaves unnamed ("GPs") is another party in each agreement: the name of a role finds it
    in all of them, and their keys are given together. Raises UnknownName, and AmbiguousName where the name fits
    two organisations.
    """
    called = list(view.called(name))
    found = [party for party in called if party.key == name] or called
    if len([party for party in found if party.role_of is None]) != 1:
        known = [_meant(view, body) for body in view.lexicon.bodies(name, on)]
        found = known[0] if len(known) == 1 and known[0] else found or [party for one in known for party in one]
    if not found:
        names = (party.name for party in view.parties())
        raise UnknownName("organisation", name, _nearest(name, names, view.lexicon.fold))
    organisations = {party.key: party for party in found if party.role_of is None}
    if len(organisations) > 1:
        raise AmbiguousName(name, sorted(organisations.values(), key=lambda party: (party.name, party.key)))
    return frozenset(organisations or (party.key for party in found))


def _meant(view: View, body: KnownBody) -> list[Party]:
    """The parties that a body of the lexicon is: by its key, else by one of its names, else by its ODS code."""
    for words in ((body.key,), body.names, body.codes):
        found = {party.key: party for word in words for party in view.called(word) if party.role_of is None}
        if found:
            return list(found.values())
    return []


def find_agreement(view: View, name: str) -> str:
    """The reference that ``name`` means, in any case, with or without ``DARS-``. Raises UnknownName."""
    plain = _plain_reference(name)
    references = list(view.agreements())
    for reference in references:
        if reference == name or _plain_reference(reference) == plain:
            return reference
    raise UnknownName("agreement", name, _nearest(name, references, str.casefold))


def find_purposes(view: View, name: str) -> frozenset[str]:
    """The purposes whose words hold the words of ``name`` in their order; in full where one is just that.

    "Commissioning" finds the purpose of that name alone where there is one in the graph, and otherwise
    "Commissioning (Pseudonymised)" and the like. Raises UnknownName.
    """
    fold = view.lexicon.fold
    asked = fold(name)
    folded = {purpose: fold(purpose) for purpose in view.purposes()}
    found = {purpose for purpose, words in folded.items() if words == asked}
    found = found or {purpose for purpose, words in folded.items() if asked and f" {asked} " in f" {words} "}
    if not found:
        raise UnknownName("purpose", name, _nearest(name, folded, fold))
    return frozenset(found)


def find_basis(view: View, name: str) -> str:
    """The legal basis code that ``name`` is, in any case and spacing; ``unstated`` for none. Raises UnknownName."""
    plain = "".join(name.casefold().split())
    codes = [*view.bases(), "unstated"]
    for code in codes:
        if "".join(code.casefold().split()) == plain:
            return code
    raise UnknownName("legal basis", name, _nearest(name, codes, str.casefold))


def _nearest(name: str, among: Iterable[str], fold: Callable[[str], str]) -> list[str]:
    """The candidates nearest to a name: those that hold its words first, then by likeness."""
    from rapidfuzz import fuzz, process  # loading it costs more than most questions

    names = sorted(set(among))
    close = process.extract(fold(name), names, scorer=fuzz.WRatio, processor=fold, limit=CANDIDATES)
    return [candidate for candidate, _, _ in close]


def _plain_reference(reference: str) -> str:
    return "".join(reference.casefold().split()).removeprefix("dars-")


def _short(name: str) -> str:
    return repr(name if len(name) <= 80 else name[:79] + "…")
