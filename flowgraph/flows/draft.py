"""A flow before it has its names and its number."""

from dataclasses import dataclass, field

from flowgraph.clauses import Sentence
from flowgraph.domain import FlowKind, Identifiability, Modality, StateSource
from flowgraph.flows.basis import Basis
from flowgraph.flows.directory import Member


@dataclass(slots=True)
class Draft:
    """What a sentence says of one sender and one receiver, the parties still unsettled."""

    sentence: Sentence
    source: Member
    target: Member
    datasets: tuple[str, ...]
    state: Identifiability
    state_source: StateSource
    purpose: str | None
    kind: FlowKind
    modality: Modality
    rule: str
    basis: Basis
    opt_outs: str | None = None
    marks: list[tuple[str, int, int]] = field(default_factory=list)


@dataclass(slots=True)
class Outcome:
    """What reading one sentence came to: flows, or the reason why there is none.

    ``speaks`` says whether the sentence speaks of movement or access at all.
    """

    drafts: list[Draft] = field(default_factory=list)
    reasons: list[str | None] = field(default_factory=list)
    speaks: bool = False

    @property
    def reason(self) -> str | None:
        """The reason that weighs most; None where some verb of movement was not understood."""
        return None if None in self.reasons else next(iter(self.reasons), None)

    def because(self, reason: str | None) -> None:
        """Give a reason why a verb of movement in the sentence tells of no flow; None: it was not understood."""
        self.speaks = True
        self.reasons.append(reason)
