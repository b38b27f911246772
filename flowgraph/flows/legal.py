"""Which flows have a legal basis in the register at all, and which one."""

from typing import NamedTuple

from flowgraph.clauses import Sentence
from flowgraph.domain import FlowKind, Identifiability, PartyKind
from flowgraph.flows.basis import UNKNOWN, Bases, Basis
from flowgraph.flows.directory import Member
from flowgraph.flows.situation import Situation
from flowgraph.lexicon import datasets

# Sources whose data is their own: it has not come from NHS Digital, so the register gives no basis for it.
_OWN_DATA = frozenset({PartyKind.GP, PartyKind.REPOSITORY})
# Purposes that run on identifiable data by approval under section 251 (CAG 7-04(a) and 7-07(a)-(c)/2013).
_IDENTIFIABLE_PURPOSES = frozenset({"Invoice Validation", "Risk Stratification"})


class Moved(NamedTuple):
    """What moves in one flow, as far as its legal basis depends on it."""

    sentence: Sentence
    source: Member
    target: Member
    names: tuple[str, ...]
    state: Identifiability
    kind: FlowKind
    purpose: str | None


def basis_of(bases: Bases, moved: Moved, situation: Situation, national: Member) -> Basis:
    """The legal basis of one flow; unknown for data that is not, or not yet, disseminated by NHS Digital.

    Re-identification for direct care rests on implied consent, which the register does not list.
    """
    source, target = moved.source, moved.target
    if target.kind is PartyKind.DSCRO or target is national:
        return UNKNOWN
    if source.kind in _OWN_DATA or moved.kind is FlowKind.RE_IDENTIFICATION or target.kind is PartyKind.CLINICIAN:
        return UNKNOWN
    gives_out = source.kind is PartyKind.DSCRO or source is national
    if not gives_out and not _came_from_national(moved, situation, bases):
        return UNKNOWN
    stated = bases.stated(moved.sentence.text)
    if stated is not None:
        return stated
    state = moved.state
    if state is Identifiability.UNSTATED and moved.purpose in _IDENTIFIABLE_PURPOSES:
        state = Identifiability.IDENTIFIABLE
    return bases.of(moved.names, state)


def _came_from_national(moved: Moved, situation: Situation, bases: Bases) -> bool:
    """Whether any of the data came to the sender from NHS Digital: it is of the agreement's data sets, or unnamed."""
    source, names = moved.source, moved.names
    known = datasets.load()
    rows = [row.name for row in bases.agreement.datasets]
    held = situation.holdings(moved.sentence.block, source) or situation.document.holdings.get(source, {})
    if source.kind is PartyKind.NATIONAL and not held:
        return False
    if not names:
        return bool(held) or source in situation.document.receivers
    if source.kind in {PartyKind.PROVIDER, PartyKind.LOCAL_AUTHORITY} and not held:
        return False
    return any(known.contains(name, row) or known.contains(row, name) for name in names for row in rows)
