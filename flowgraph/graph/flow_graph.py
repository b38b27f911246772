"""The graph of who passes which data sets to whom, in memory."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from flowgraph.domain import Flow, Host, Party, Reading
from flowgraph.graph.containment import Scope, scope_of
from flowgraph.graph.index import FlowIndex
from flowgraph.graph.parties import gather_parties
from flowgraph.graph.showing import Shown, show
from flowgraph.graph.strand import Strand
from flowgraph.graph.succession import find_ties
from flowgraph.graph.versions import AgreementVersion, gather_versions, in_force
from flowgraph.graph.view import Tie, Wanted
from flowgraph.graph.words import Lexicon, house_lexicon

if TYPE_CHECKING:
    import networkx as nx


class FlowGraph:
    """Every party and flow of the agreements read, all versions of them, with what is needed to answer questions.

    It never changes once made. As a :class:`flowgraph.graph.view.View` it answers every question;
    ``network`` is the same graph as a networkx multigraph.
    """

    def __init__(self, readings: Sequence[Reading], lexicon: Lexicon | None = None) -> None:
        """Gather ``readings``; the lexicon is the package's own unless another is given."""
        self._lexicon = lexicon or house_lexicon()
        self._versions = gather_versions(readings)
        self._parties = gather_parties(version for one in self._versions.values() for version in one)
        self._index = FlowIndex(self._versions)

    @classmethod
    def from_readings(cls, readings: Iterable[Reading], lexicon: Lexicon | None = None) -> "FlowGraph":
        """The graph of what was read, one reading for each agreement version; their order does not matter."""
        return cls(tuple(readings), lexicon)

    @property
    def lexicon(self) -> Lexicon:
        """The names of data sets and bodies by which the user's words are understood."""
        return self._lexicon

    @cached_property
    def network(self) -> "nx.MultiDiGraph[str]":
        """The frozen multigraph: nodes by party key, edges by flow id, each edge with its ``flow``."""
        from flowgraph.graph.network import build_network  # loading networkx costs more than most questions

        return build_network(self._parties, self._versions)

    def show(
        self, selection: object = None, *, heading: str | None = None, sankey: bool = False, height: int = 640
    ) -> Shown:
        """The picture as the value of a notebook's cell: all of it, or what a ``flowgraph.view.Selection`` asks for.

        ``sankey`` draws a flow diagram in place of the network; ``height`` is in pixels. Raises UserError where the
        selection fits nothing.
        """
        return show(self, selection, heading=heading, sankey=sankey, height=height)

    def parties(self) -> Sequence[Party]:
        """Every party, once a key, under the fullest of its names; in the order of the keys."""
        return [called[0] for called in self._parties.values()]

    def party(self, key: str) -> Party | None:
        """The party of that key, or None."""
        called = self._parties.get(key)
        return called[0] if called else None

    def called(self, name: str) -> Sequence[Party]:
        """The parties whose key or ODS code is ``name``, or one of whose names folds to what ``name`` folds to."""
        words = (name, name.upper(), self._lexicon.fold(name))
        found = set().union(*(self._called.get(word, set()) for word in words))
        return [self._parties[key][0] for key in sorted(found)]

    def datasets(self) -> tuple[str, ...]:
        """Every name of a data set that a flow carries, as the flows write it, in order."""
        return self._datasets

    def agreements(self) -> Sequence[str]:
        """Every agreement's reference, without version, in order."""
        return list(self._versions)

    def purposes(self) -> Sequence[str]:
        """Every purpose that a flow of any version states, in order."""
        return self._purposes

    def bases(self) -> Sequence[str]:
        """Every legal basis code that a flow of any version has, in order."""
        return self._bases

    def ties(self) -> tuple[Tie, ...]:
        """The succession among the parties, bodies between that are not in the graph passed over."""
        return self._ties

    def strands(self, wanted: Wanted) -> Iterator[Strand]:
        """The flows that bear on a question, one strand an agreement; see :class:`flowgraph.graph.view.Wanted`."""
        return self._index.strands(wanted)

    def versions(self, reference: str) -> tuple[AgreementVersion, ...]:
        """The versions of an agreement from the oldest to the newest; none where it is not in the graph."""
        return self._versions.get(reference, ())

    def in_force(self, reference: str, on: date | None = None) -> AgreementVersion | None:
        """The version of an agreement that counts: the newest, or the one in force on a day."""
        return in_force(self.versions(reference), on)

    def flows(self, on: date | None = None, *, every_version: bool = False) -> Iterator[Flow]:
        """The flows of the versions that count (or of every version), agreement by agreement, in text order."""
        for reference, versions in self._versions.items():
            for version in versions if every_version else (self.in_force(reference, on),):
                if version is not None:
                    yield from version.flows

    def controllers(self, reference: str, on: date | None = None) -> tuple[Party, ...]:
        """The controllers of the agreement's version that counts."""
        version = self.in_force(reference, on)
        return version.controllers if version else ()

    def processors(self, reference: str, on: date | None = None) -> tuple[Party, ...]:
        """The processors of the agreement's version that counts."""
        version = self.in_force(reference, on)
        return version.processors if version else ()

    def hosts(self, reference: str, on: date | None = None) -> tuple[Host, ...]:
        """Who hosts for whom under the agreement's version that counts; a host receives no data."""
        version = self.in_force(reference, on)
        return version.hosts if version else ()

    def containment(self, dataset: str) -> Scope:
        """Which names of data sets in the graph are the one asked for, inside it or around it."""
        return scope_of(dataset, self._datasets, self._lexicon)

    @cached_property
    def _datasets(self) -> tuple[str, ...]:
        return tuple(sorted({name for flow in self.flows(every_version=True) for name in flow.datasets}))

    @cached_property
    def _purposes(self) -> tuple[str, ...]:
        return tuple(sorted({flow.purpose for flow in self.flows(every_version=True) if flow.purpose is not None}))

    @cached_property
    def _bases(self) -> tuple[str, ...]:
        return tuple(sorted({code for flow in self.flows(every_version=True) for code in flow.legal_basis}))

    @cached_property
    def _ties(self) -> tuple[Tie, ...]:
        return find_ties((party for called in self._parties.values() for party in called), self._lexicon)

    @cached_property
    def _called(self) -> dict[str, set[str]]:
        words: dict[str, set[str]] = {}
        for key, called in self._parties.items():
            for party in called:
                for word in (key, party.code, self._lexicon.fold(party.name)):
                    if word:
                        words.setdefault(word, set()).add(key)
        return words
