"""The answer to a question: paths, hop by hop, each hop with what an auditor must know of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NamedTuple, overload

from flowgraph.domain import Flow, Identifiability, Issue, Party


class Carries(StrEnum):
    """How what a hop says it carries relates to the data set asked for."""

    SAME = "the data set itself"
    PART = "a part of it"
    WIDER = "a data set that it is a part of"
    UNSTATED = "data sets unstated"


class Hop(NamedTuple):
    """One flow as a step of a path.

    ``before`` is the state in which the data came along this path: the last one stated, ``UNSTATED`` where
    no hop before states any, None at the first hop. ``unexplained`` marks a hop more identifiable than anything
    that reached its sender, where no re-identification is stated. The other marks say that the hop joined the
    one before it only because the user asked to cross agreements or purposes, or to follow succession.
    """

    flow: Flow
    before: Identifiability | None = None
    carries: Carries = Carries.SAME
    unexplained: bool = False
    crosses_agreement: bool = False
    crosses_purpose: bool = False
    after_succession: bool = False

    @property
    def becomes(self) -> Identifiability | None:
        """The state into which the data changes at this hop, or None where no change is known."""
        state = self.flow.identifiability
        known = self.before not in (None, Identifiability.UNSTATED) and state is not Identifiability.UNSTATED
        return state if known and state is not self.before else None

    @property
    def marks(self) -> tuple[str, ...]:
        """What stands out at this hop, in words."""
        said = {
            f"becomes {self.becomes}": self.becomes is not None,
            "unexplained": self.unexplained,
            "data sets unstated": self.carries is Carries.UNSTATED,
            "crosses agreement": self.crosses_agreement,
            "crosses purpose": self.crosses_purpose,
            "after succession": self.after_succession,
        }
        return tuple(words for words, holds in said.items() if holds)


class Path(NamedTuple):
    """A way that data can take, from the party where it begins to the one where it ends.

    ``agreement`` is the first hop's; ``datasets`` are the data sets that can travel the *whole* way, as the
    lexicon shows them (none where no hop names any). ``entry`` is False where the first sender had the data from
    somebody itself: the path begins there because the question, a filter, or a loop makes it. ``goes_on`` is True
    where the last party passes the data on further, beyond the question's end, depth or filters. ``returns`` are
    the hops that would lead back to a party on the path: loops are cut, not hidden.
    """

    agreement: str
    datasets: tuple[str, ...]
    organisations: tuple[Party, ...]
    hops: tuple[Hop, ...]
    entry: bool = True
    goes_on: bool = False
    returns: tuple[Hop, ...] = ()

    @property
    def agreements(self) -> tuple[str, ...]:
        """The agreements along the path, each once, in the order in which they are met."""
        return tuple(dict.fromkeys(hop.flow.agreement for hop in self.hops))

    @property
    def purpose(self) -> str | None:
        """The first purpose that a hop states, or None."""
        return next((hop.flow.purpose for hop in self.hops if hop.flow.purpose is not None), None)

    def record(self) -> dict[str, Any]:
        """The path as plain values: ``agreement, datasets, organisations, hops`` (see the README's contract)."""
        return {
            "agreement": self.agreement,
            "datasets": list(self.datasets),
            "organisations": [party.name for party in self.organisations],
            "hops": [_record(hop.flow) for hop in self.hops],
        }


@dataclass(frozen=True, slots=True)
class Paths(Sequence[Path]):
    """The paths that answer a question, in order: by agreement, then as the text tells them.

    ``cut`` is None where these are all; otherwise it says that, and why, there are more.
    """

    found: tuple[Path, ...] = ()
    cut: Issue | None = None

    def __len__(self) -> int:
        """How many paths there are."""
        return len(self.found)

    def __iter__(self) -> Iterator[Path]:
        """The paths in order."""
        return iter(self.found)

    @overload
    def __getitem__(self, index: int) -> Path: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Path, ...]: ...
    def __getitem__(self, index: int | slice) -> Path | tuple[Path, ...]:
        """The path at a place, or those of a slice."""
        return self.found[index]


def _record(flow: Flow) -> dict[str, Any]:
    return {
        "id": flow.id,
        "source": flow.source.name,
        "target": flow.target.name,
        "datasets": list(flow.datasets),
        "identifiability": str(flow.identifiability),
        "kind": str(flow.kind),
        "purpose": flow.purpose,
        "step": flow.step,
        "legal_basis": list(flow.legal_basis),
        "legal_basis_source": str(flow.legal_basis_source),
        "evidence": flow.evidence.quote,
    }
