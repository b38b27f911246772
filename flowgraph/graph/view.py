"""The narrow reading side that every question is written against.

The graph in memory is one implementation; a store is another. A question needs three things of a view: names
to find what the user means, ties of succession, and *strands*: the flows of one agreement version that carry
the data sets asked for. All rules of sense hold inside a strand (same agreement, same version, purpose, data
set, state), so a store that fetches strands has pruned by them, and needs to search no paths itself.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from flowgraph.domain import Identifiability, Party
from flowgraph.graph.strand import Strand
from flowgraph.graph.words import Lexicon


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a question wants of a view; None never narrows.

    Every strand holds *all* flows of the version in force ``on`` the day (the newest where that is None) that
    name one of ``datasets`` or name no data set at all, and whose purpose is one of ``purposes`` or unstated.
    Flows in other states are part of it: whether a hop is explained depends on them.

    The other fields say which strands may be left out: those of other ``agreements``; those in which no flow
    names one of ``datasets``; those in which none of ``senders`` (party keys) sends such a flow, or none of
    ``receivers`` receives one; those without a flow in one of ``states``, or under one of ``bases`` (a code, or
    ``unstated`` where the flow has none). A view may give strands, and flows of a strand, that could have been
    left out: a question looks again. It may never leave out one that could not.
    """

    datasets: frozenset[str] | None = None
    agreements: frozenset[str] | None = None
    purposes: frozenset[str] | None = None
    senders: frozenset[str] | None = None
    receivers: frozenset[str] | None = None
    states: frozenset[Identifiability] | None = None
    bases: frozenset[str] | None = None
    on: date | None = None


@dataclass(frozen=True, slots=True, order=True)
class Tie:
    """One party went on as another: the keys of both, and the day from which."""

    predecessor: str
    successor: str
    since: date


class View(Protocol):
    """What questions read: nothing here writes."""

    @property
    def lexicon(self) -> Lexicon:
        """The names of data sets and bodies by which the user's words are understood."""

    def parties(self) -> Iterable[Party]:
        """Every party that sends, receives, controls, processes or hosts, once a key."""

    def called(self, name: str) -> Iterable[Party]:
        """The parties whose key or ODS code is ``name``, or one of whose names folds to what ``name`` folds to."""

    def datasets(self) -> tuple[str, ...]:
        """Every name of a data set that a flow carries, as the flows write it, in order."""

    def agreements(self) -> Iterable[str]:
        """Every agreement's reference, without version, in order."""

    def purposes(self) -> Iterable[str]:
        """Every purpose that a flow states, in order."""

    def bases(self) -> Iterable[str]:
        """Every legal basis code that a flow has, in order."""

    def ties(self) -> Iterable[Tie]:
        """The succession among the parties, bodies between that are not in the graph passed over."""

    def strands(self, wanted: Wanted) -> Iterator[Strand]:
        """The strands that bear on a question, in the order of their references; see :class:`Wanted`."""
