"""What was read from one agreement, with what was not."""

from flowgraph.domain.agreement import Agreement
from flowgraph.domain.base import Frozen
from flowgraph.domain.flow import Evidence, Flow, Host, Party
from flowgraph.domain.issue import Issue


class Unread(Frozen):
    """A sentence that speaks of movement or access and gave no flow.

    ``reason`` says why none was due (negated, hosting, inside one party, …); None where the reader missed it.
    """

    evidence: Evidence
    reason: str | None


class Reading(Frozen):
    """Everything found in one version of one agreement.

    ``movement_sentences`` counts the sentences that speak of movement or access; each of them either gave a
    flow or stands in ``unread``, with a reason or without.
    """

    agreement: Agreement
    parties: tuple[Party, ...] = ()
    controllers: tuple[Party, ...] = ()
    processors: tuple[Party, ...] = ()
    flows: tuple[Flow, ...] = ()
    hosts: tuple[Host, ...] = ()
    unread: tuple[Unread, ...] = ()
    movement_sentences: int = 0
    issues: tuple[Issue, ...] = ()

    @property
    def missed(self) -> tuple[Unread, ...]:
        """The movement sentences that gave neither a flow nor a reason."""
        return tuple(entry for entry in self.unread if entry.reason is None)
