"""A strand: the flows of one agreement version, with what the rules of sense need of them read out once."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from flowgraph.domain import Flow
from flowgraph.graph.states import needed, reached


@dataclass(frozen=True, eq=False)
class Strand:
    """The flows of one agreement version that bear on a question, in the order of the text; or more of its flows.

    Flows are told by their place among ``flows``. What is derived from them is worked out once for each strand,
    so that a view which gives the same strand to many questions pays for it once.
    """

    agreement: str
    version: str | None
    flows: tuple[Flow, ...]

    @cached_property
    def source(self) -> tuple[str, ...]:
        """The key of the party that sends each flow."""
        return tuple(flow.source.key for flow in self.flows)

    @cached_property
    def target(self) -> tuple[str, ...]:
        """The key of the party that receives each flow."""
        return tuple(flow.target.key for flow in self.flows)

    @cached_property
    def need(self) -> tuple[int, ...]:
        """The lowest rank in which data must reach the sender of each flow; see :mod:`flowgraph.graph.states`."""
        return tuple(map(needed, self.flows))

    @cached_property
    def rank(self) -> tuple[int, ...]:
        """The rank in which data is after each flow; see :mod:`flowgraph.graph.states`."""
        return tuple(map(reached, self.flows))

    @cached_property
    def purpose(self) -> tuple[str | None, ...]:
        """The purpose of each flow in the form in which two headings of one purpose are equal, or None."""
        return tuple(None if flow.purpose is None else " ".join(flow.purpose.split()).casefold() for flow in self.flows)

    @cached_property
    def by_name(self) -> Mapping[str | None, tuple[int, ...]]:
        """The places of the flows by each data set name they give; of those that name none, by None.

        A flow from a party to itself has no place here: data that stays with who has it takes no path.
        """
        places: dict[str | None, list[int]] = {}
        for place, flow in enumerate(self.flows):
            if self.source[place] != self.target[place]:
                for name in flow.datasets or (None,):
                    places.setdefault(name, []).append(place)
        return {name: tuple(found) for name, found in places.items()}
