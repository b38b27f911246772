"""What a text rules out or limits for a receiver: "No identifiers are sent to X", "Only pseudonymised data is …"."""

from collections.abc import Iterable
from dataclasses import replace

from flowgraph.domain import Identifiability, StateSource
from flowgraph.flows.directory import Member
from flowgraph.flows.draft import Draft


class Limits:
    """The states that a text allows for receivers; they win over a state read from a register row."""

    def __init__(self) -> None:
        """Begin without limits."""
        self._limits: dict[Member, Identifiability] = {}

    def rule_out(self, states: Iterable[Identifiability], receivers: Iterable[Member]) -> None:
        """Remember that the text denies a movement in one of ``states`` to these receivers."""
        if Identifiability.IDENTIFIABLE in states:
            for member in receivers:
                self._limits.setdefault(member, Identifiability.UNSTATED)

    def allow_only(self, state: Identifiability, receivers: Iterable[Member]) -> None:
        """Remember that these receivers get data in one state only."""
        self._limits.update(dict.fromkeys(receivers, state))

    def applied(self, draft: Draft) -> Draft:
        """The draft, its state set right where the text elsewhere limits what its receiver sees."""
        limit = self._limits.get(draft.target)
        if limit is None or draft.state_source is StateSource.STATED or draft.state is limit:
            return draft
        known = StateSource.UNSTATED if limit is Identifiability.UNSTATED else StateSource.STATED
        return replace(draft, state=limit, state_source=known)
