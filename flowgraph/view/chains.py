"""Edges as chains of short steps, each from one half-column to the next."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple


class Port(NamedTuple):
    """One end of one edge at a side of a card; ``far`` tells the second end of an edge inside one column."""

    box: int
    side: str
    number: int
    far: bool = False


@dataclass(frozen=True)
class Chain:
    """The way of one edge, told from left to right.

    ``left`` and ``right`` are boxes, ``bends`` the items between them with their ranks (two ranks to a column),
    ``label`` the bend that carries the label. ``backwards`` says that the edge itself runs from right to left;
    ``level`` that both ends stand in one column: the edge then leaves to the right, and comes back to it.
    """

    number: int
    left: int
    right: int
    bends: tuple[tuple[int, int], ...]
    label: int
    backwards: bool
    level: bool

    @property
    def first_port(self) -> Port:
        """Where the chain begins."""
        return Port(self.left, "right", self.number)

    @property
    def last_port(self) -> Port:
        """Where the chain ends."""
        return Port(self.right, "right", self.number, far=True) if self.level else Port(self.right, "left", self.number)

    def items(self) -> list[int]:
        """All items on the way."""
        return [self.left, *(item for item, _ in self.bends), self.right]

    def steps(self) -> list[tuple[int, int]]:
        """The pairs of neighbours on the way, each from one rank to the next."""
        if self.level:
            return [(self.left, self.label), (self.right, self.label)]
        items = self.items()
        return list(pairwise(items))


def chains(columns: Sequence[int], pairs: Sequence[tuple[int, int]]) -> list[Chain]:
    """One chain for each pair of boxes; bends are numbered on from the boxes.

    The label stands in the first gap from the left: close to the source of a forward edge, where a reader begins.
    """
    made, fresh = [], len(columns)
    for number, (source, target) in enumerate(pairs):
        backwards = columns[source] > columns[target]
        left, right = (target, source) if backwards else (source, target)
        ranks = range(2 * columns[left] + 1, max(2 * columns[right], 2 * columns[left] + 2))
        bends = tuple((fresh + index, rank) for index, rank in enumerate(ranks))
        fresh += len(bends)
        made.append(Chain(number, left, right, bends, bends[0][0], backwards, level=columns[source] == columns[target]))
    return made
