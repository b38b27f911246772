"""Building paths of the ways found in a strand; what two paths have in common is built once."""

from dataclasses import dataclass

from flowgraph.domain import Identifiability, Party
from flowgraph.graph.containment import Scope
from flowgraph.graph.strand import Strand
from flowgraph.questions.finds import Found, Places
from flowgraph.questions.path import Carries, Hop, Path


@dataclass(slots=True)
class _Piece:
    """The beginning of a path, with the last state and purpose it states, and what can travel it."""

    hops: tuple[Hop, ...]
    parties: tuple[Party, ...]
    state: Identifiability | None
    purpose: str | None
    carried: frozenset[str] | None


_NOTHING = _Piece((), (), None, None, None)


class Builder:
    """Builds the paths of one strand for one question's data set."""

    def __init__(self, strand: Strand, scope: Scope) -> None:
        """Make ready for the ways of ``strand``."""
        self._strand = strand
        self._scope = scope
        self._pieces: dict[Places, _Piece] = {(): _NOTHING}
        self._carries: dict[tuple[str, ...], Carries] = {(): Carries.UNSTATED}

    def build(self, way: Places, found: Found) -> Path:
        """The path that goes along the flows at these places."""
        piece = self._piece(way, found.unexplained)
        returns = []
        for position, flow, odd in sorted(found.returns):
            unexplained = frozenset((position,)) if odd else frozenset()
            returns.append(self._piece((*way[:position], flow), unexplained).hops[-1])
        return Path(
            piece.hops[0].flow.agreement,
            tuple(sorted(piece.carried or ())),
            piece.parties,
            piece.hops,
            found.entry,
            found.goes_on,
            tuple(returns),
        )

    def _piece(self, way: Places, unexplained: frozenset[int]) -> _Piece:
        """The piece of a path along these places; kept for other paths unless a hop of it is unexplained."""
        known = self._pieces.get(way) if not unexplained else None
        if known is not None:
            return known
        length = len(way) - 1
        before = self._piece(way[:length], unexplained - {length} if unexplained else unexplained)
        piece = self._extended(before, way[length], length in unexplained)
        if not unexplained:
            self._pieces[way] = piece
        return piece

    def _extended(self, before: _Piece, place: int, unexplained: bool) -> _Piece:
        flow = self._strand.flows[place]
        purpose = self._strand.purpose[place]
        last = before.hops[-1].flow if before.hops else None
        follows = last is not None and self._strand.source[place] != last.target.key
        hop = Hop(
            flow,
            before.state,
            self._carried(flow.datasets),
            unexplained,
            last is not None and last.agreement != flow.agreement,
            None not in (purpose, before.purpose) and purpose != before.purpose,
            follows,
        )
        state = flow.identifiability
        return _Piece(
            (*before.hops, hop),
            (*before.parties, flow.source, flow.target) if follows or last is None else (*before.parties, flow.target),
            before.state if state is Identifiability.UNSTATED and before.state is not None else state,
            before.purpose if purpose is None else purpose,
            self._scope.narrow(before.carried, flow.datasets) if flow.datasets else before.carried,
        )

    def _carried(self, datasets: tuple[str, ...]) -> Carries:
        known = self._carries.get(datasets)
        if known is None:
            scope = self._scope
            shown = {scope.shown.get(name, name) for name in datasets}
            if scope.asked is None or scope.asked in shown:
                known = Carries.SAME
            else:
                known = Carries.WIDER if not scope.around.isdisjoint(datasets) else Carries.PART
            self._carries[datasets] = known
        return known
