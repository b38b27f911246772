"""Where on a card's side each edge begins or ends."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Protocol

from flowgraph.view.chains import Chain, Port

STEP = 13.0
LEAST_STEP = 4.0
MARGIN = 14.0
RIBBON_GAP = 3.0


class _Thick(Protocol):
    @property
    def thickness(self) -> float: ...


def ports(
    threads: Sequence[Chain], links: Sequence[_Thick], across: Sequence[float], *, ribbons: bool
) -> tuple[dict[Port, float], dict[int, float]]:
    """The offset of every port from the middle of its card, and the height that each card (by index) needs for them.

    Ports stand in the order of what they lead to (``across``, see :mod:`flowgraph.view.crossings`), so that edges do
    not cross on leaving. Where there are many they close up, down to ``LEAST_STEP``.
    """
    sides: dict[tuple[int, str], list[tuple[float, Port]]] = defaultdict(list)
    for thread in threads:
        items = thread.items()
        for port, towards in ((thread.first_port, items[1]), (thread.last_port, items[-2])):
            sides[port.box, port.side].append((across[towards], port))
    found: dict[Port, float] = {}
    needed: dict[int, float] = defaultdict(float)
    for (box, _), ends in sides.items():
        ends.sort()
        widths = [_room(links[port.number].thickness, len(ends), ribbons) for _, port in ends]
        top = -sum(widths) / 2
        for (_, port), width in zip(ends, widths, strict=True):
            found[port] = top + width / 2
            top += width
        needed[box] = max(needed[box], sum(widths) + MARGIN)
    return found, needed


def _room(thickness: float, neighbours: int, ribbons: bool) -> float:
    if ribbons:
        return thickness + RIBBON_GAP
    return max(LEAST_STEP, min(STEP, 160.0 / neighbours))
