"""A question as the user puts it, and with every name in it found."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import TypedDict

from flowgraph.domain import Flow, Identifiability
from flowgraph.domain.errors import UserError
from flowgraph.graph.containment import Scope, scope_of
from flowgraph.graph.succession import heirs, line_of
from flowgraph.graph.view import View, Wanted
from flowgraph.graph.words import Lexicon
from flowgraph.questions.names import find_agreement, find_basis, find_dataset, find_parties, find_purposes

LIMIT = 10_000
CROSSING_DEPTH = 12

Words = str | Iterable[str] | None


class Filters(TypedDict, total=False):
    """What every question takes besides its subject; all of it is optional.

    ``agreement``, ``purpose``: one or several. Only these agreements; only paths of these purposes (a hop whose
    purpose is unstated is of each purpose under which its agreement passes on the data set, as always).

    ``identifiability``, ``legal_basis``: one or several. They select *hops*: the answer holds the stretches of
    paths along which every hop is in one of these states, and runs under at least one of these legal bases
    (``unstated``: under none that is known). Asked for SUS identifiable, that is where SUS travels identifiable,
    from the first party that passes it on so to the last. Whether a hop joins another is judged by all flows, the
    others included, so that a filter never makes a path that was none without it.

    ``as_of``: the versions in force on that day instead of the newest. ``depth``: at most so many hops of each path.

    ``cross_agreements``, ``cross_purposes``: hops may join one of another agreement, of another purpose; each that
    does is marked. Across agreements a depth of 12 holds where none is given, for such paths have no natural end.

    ``follow_succession``: a party that was asked for stands for its predecessors and successors too, and what
    reached a body may be passed on by one that carried on from it (by ties no later than ``as_of``); such hops
    are marked.

    ``limit``: how many paths are listed at most; where there are more, the answer says so.
    """

    agreement: Words
    purpose: Words
    identifiability: Words
    legal_basis: Words
    as_of: date | None
    depth: int | None
    cross_agreements: bool
    cross_purposes: bool
    follow_succession: bool
    limit: int


@dataclass(frozen=True, slots=True)
class Question:
    """A question with its names found; see :class:`Filters` for what the parts mean. Sets hold party keys or codes."""

    scope: Scope
    sources: frozenset[str] | None = None
    targets: frozenset[str] | None = None
    agreements: frozenset[str] | None = None
    purposes: frozenset[str] | None = None
    states: frozenset[Identifiability] | None = None
    bases: frozenset[str] | None = None
    on: date | None = None
    depth: int | None = None
    cross_agreements: bool = False
    cross_purposes: bool = False
    heirs: Mapping[str, frozenset[str]] = field(default_factory=dict)
    limit: int = LIMIT

    @property
    def wanted(self) -> Wanted:
        """What a view is asked for: as little as the question can do with."""
        # Where paths may cross agreements, an agreement in which nobody named sends or receives can lie between.
        inside = not self.cross_agreements
        return Wanted(
            datasets=None if self.scope.asked is None else self.scope.names,
            agreements=self.agreements,
            purposes=self.purposes,
            senders=self.sources if inside else None,
            receivers=self.targets if inside else None,
            states=self.states if inside else None,
            bases=self.bases if inside else None,
            on=self.on,
        )

    @property
    def filters_hops(self) -> bool:
        """Whether any hop may be left out by its state or its legal basis."""
        return self.states is not None or self.bases is not None

    def selects(self, flow: Flow) -> bool:
        """Whether the filters on hops let a flow through."""
        if self.states is not None and flow.identifiability not in self.states:
            return False
        return self.bases is None or not self.bases.isdisjoint(flow.legal_basis or ("unstated",))


def ask(
    view: View,
    dataset: str | None,
    *,
    sources: Words = None,
    targets: Words = None,
    agreement: Words = None,
    purpose: Words = None,
    identifiability: Words = None,
    legal_basis: Words = None,
    as_of: date | None = None,
    depth: int | None = None,
    cross_agreements: bool = False,
    cross_purposes: bool = False,
    follow_succession: bool = False,
    limit: int = LIMIT,
) -> Question:
    """The question with its names found in ``view``; see :class:`Filters`.

    Raises UnknownName, AmbiguousName, and UserError for a state, depth or limit that is none.
    """
    if depth is not None and depth < 1:
        raise UserError(f"depth is {depth}; give at least 1")
    if limit < 1:
        raise UserError(f"limit is {limit}; give at least 1")
    if cross_agreements and depth is None:
        depth = CROSSING_DEPTH
    heirs_of = heirs(view.ties(), as_of) if follow_succession else {}

    def parties(names: Words) -> frozenset[str] | None:
        if names is None:
            return None
        found = frozenset().union(*(find_parties(view, name, as_of) for name in _several(names)))
        return frozenset().union(*(line_of(key, heirs_of) for key in found)) if heirs_of else found

    return Question(
        scope=_scope(None if dataset is None else find_dataset(view, dataset), view.datasets(), view.lexicon),
        sources=parties(sources),
        targets=parties(targets),
        agreements=None if agreement is None else frozenset(find_agreement(view, one) for one in _several(agreement)),
        purposes=None
        if purpose is None
        else frozenset().union(*(find_purposes(view, one) for one in _several(purpose))),
        states=None if identifiability is None else frozenset(map(_state, _several(identifiability))),
        bases=None if legal_basis is None else frozenset(find_basis(view, one) for one in _several(legal_basis)),
        on=as_of,
        depth=depth,
        cross_agreements=cross_agreements,
        cross_purposes=cross_purposes,
        heirs=heirs_of,
        limit=limit,
    )


@lru_cache(maxsize=256)
def _scope(asked: str | None, names: tuple[str, ...], lexicon: Lexicon) -> Scope:
    return scope_of(asked, names, lexicon)


def _several(words: str | Iterable[str]) -> tuple[str, ...]:
    return (words,) if isinstance(words, str) else tuple(words)


def _state(word: str) -> Identifiability:
    try:
        return Identifiability(word.casefold())
    except ValueError:
        states = ", ".join(Identifiability)
        raise UserError(f"{word[:80]!r} is no state of identifiability; the states are {states}") from None
