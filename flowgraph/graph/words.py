"""What the graph and the questions need of the lexicon, and no more."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Protocol

from flowgraph.domain import Party
from flowgraph.lexicon import datasets, organisations
from flowgraph.lexicon.bodies import Body
from flowgraph.lexicon.names import fold


@dataclass(frozen=True, slots=True)
class KnownBody:
    """A body of the lexicon: its key there, everything it is called (the name shown first), its ODS codes."""

    key: str
    names: tuple[str, ...]
    codes: tuple[str, ...] = ()


class Lexicon(Protocol):
    """Names of data sets and bodies, what contains what, and who followed whom."""

    def __hash__(self) -> int:
        """One lexicon is one key: what was worked out with it is kept by it."""

    def fold(self, name: str) -> str:
        """The form in which two spellings of one name are equal."""

    def dataset(self, name: str) -> str | None:
        """The name shown for the data set that ``name`` means, or None where it is not known."""

    def contains(self, outer: str, inner: str) -> bool:
        """Whether the data set named ``inner`` is the one named ``outer`` or a part of it, at any depth."""

    def bodies(self, name: str, on: date | None) -> Sequence[KnownBody]:
        """The bodies that ``name`` may mean, on a day where one is given; none where it is not known."""

    def body(self, party: Party) -> KnownBody | None:
        """The one body that a party is, or None where it is none or several may be meant."""

    def successors(self, key: str) -> Sequence[tuple[KnownBody, date]]:
        """The bodies that directly carried on from the body of that key, each with the day from which."""


class HouseLexicon:
    """The lexicon that ships with the package."""

    def __init__(self) -> None:
        """Load it; raises LexiconError where its files cannot be used."""
        self._datasets = datasets.load()
        self._organisations = organisations.load()
        self._by_key = {body.key: body for body in self._organisations}

    def fold(self, name: str) -> str:
        """The form in which two spellings of one name are equal."""
        return fold(name)

    def dataset(self, name: str) -> str | None:
        """The name shown for the data set that ``name`` means, or None where it is not known."""
        found = self._datasets.find(name)
        return found.name if found else None

    def contains(self, outer: str, inner: str) -> bool:
        """Whether the data set named ``inner`` is the one named ``outer`` or a part of it, at any depth."""
        return self._datasets.contains(outer, inner)

    def bodies(self, name: str, on: date | None) -> Sequence[KnownBody]:
        """The bodies that ``name`` may mean, on a day where one is given; none where it is not known."""
        return [_known(body) for body in self._organisations.find(name, on)]

    def body(self, party: Party) -> KnownBody | None:
        """The body of the party's key, else the only one of its name (and code), else the only one of its code."""
        if party.role_of is not None:
            return None
        if party.key in self._by_key:
            return _known(self._by_key[party.key])
        named = [body for body in self._organisations.find(party.name) if party.code in (None, *body.codes)]
        coded = self._organisations.by_code(party.code) if party.code and not named else ()
        found = named or coded
        return _known(found[0]) if len(found) == 1 else None

    def successors(self, key: str) -> Sequence[tuple[KnownBody, date]]:
        """The bodies that directly carried on from the body of that key, each with the day from which.

        A commissioning group went on as a part of an integrated care board: the board carries on from it too.
        """
        body = self._by_key.get(key)
        following = []
        for tie in body.succeeded_by if body else ():
            heir = self._by_key[tie.key]
            wholes = self._organisations.wholes(heir, tie.on) if heir.role == "sub_icb_location" else ()
            following += [(_known(one), tie.on) for one in (heir, *wholes)]
        return following


@cache
def house_lexicon() -> Lexicon:
    """The lexicon that ships with the package, read once."""
    return HouseLexicon()


def _known(body: Body) -> KnownBody:
    return KnownBody(body.key, body.names, body.codes)
