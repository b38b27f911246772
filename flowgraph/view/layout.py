"""Where everything stands: a layered layout from left to right, the same for the same input. Lengths are pixels."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from flowgraph.view.chains import Chain, Port, chains
from flowgraph.view.crossings import order
from flowgraph.view.ports import ports
from flowgraph.view.stacking import settle

CARD_WIDTH = 204.0
LEAST_GAP = 84.0
MOST_GAP = 280.0
LABEL_SIDES = 26.0
CARD_GAP = 26.0
BEND_GAP = 6.0
SWEEPS = 18


@dataclass(frozen=True)
class Box:
    """A card to be placed: its column, the height its text needs, and the height of what hangs below it."""

    column: int
    height: float
    below: float = 0.0


@dataclass(frozen=True)
class Link:
    """An edge to be routed between two boxes (by index): how thick it is, how tall and wide its label (0 for none)."""

    source: int
    target: int
    thickness: float
    label: float
    label_width: float = 0.0


@dataclass(frozen=True)
class Place:
    """A placed card: the middle of its own box, and its height, which may have grown to give its edges room."""

    x: float
    y: float
    height: float


@dataclass(frozen=True)
class Route:
    """The points an edge passes, from its source's side to its target's, and the middle of its label."""

    points: tuple[tuple[float, float], ...]
    label: tuple[float, float]


def layout(boxes: Sequence[Box], links: Sequence[Link], *, ribbons: bool = False) -> tuple[list[Place], list[Route]]:
    """Places for ``boxes`` and routes for ``links``.

    A link passes a bend half-way between two columns, where its label has a place of its own, and one in every
    column that it crosses, so that it goes round cards and not behind them. ``ribbons`` stacks the ends of the links
    at their full thickness, as a flow diagram needs it.
    """
    threads = chains([box.column for box in boxes], [(link.source, link.target) for link in links])
    ranks = [2 * box.column for box in boxes] + [rank for thread in threads for _, rank in thread.bends]
    steps = [pair for thread in threads for pair in thread.steps()]
    across = order(ranks, steps)
    docks, needed = ports(threads, links, across, ribbons=ribbons)
    heights = [max(box.height, needed.get(index, 0.0)) for index, box in enumerate(boxes)]
    tall = [height + box.below for height, box in zip(heights, boxes, strict=True)]
    for thread, link in zip(threads, links, strict=True):
        tall += [max(link.thickness, link.label if item == thread.label else 0.0) for item, _ in thread.bends]
    wishes = _wishes(threads, docks, heights, tall, len(boxes))
    middles = _sweep(ranks, across, tall, wishes, len(boxes))
    tops = [middles[index] - tall[index] / 2 for index in range(len(boxes))]
    across_page = _across_page(ranks, threads, links, max(middles, default=0.0) - min(middles, default=0.0))
    places = [
        Place(across_page[2 * box.column], tops[index] + heights[index] / 2, heights[index])
        for index, box in enumerate(boxes)
    ]
    return places, [_route(thread, places, docks, middles, across_page) for thread in threads]


def _across_page(ranks: Sequence[int], threads: Sequence[Chain], links: Sequence[Link], height: float) -> list[float]:
    """The middle of every rank from the left.

    Gaps between columns are as wide as their widest label asks, and wider in a tall picture, where edges are steep.
    """
    least = max(LEAST_GAP, min(MOST_GAP, height / 14))
    needed: dict[int, float] = defaultdict(lambda: least)
    for thread, link in zip(threads, links, strict=True):
        rank = thread.bends[0][1]
        needed[rank] = max(needed[rank], link.label_width + LABEL_SIDES)
    found = [0.0]
    for rank in range(1, max(ranks, default=0) + 2, 2):
        half = (CARD_WIDTH + needed[rank]) / 2
        found += [found[-1] + half, found[-1] + 2 * half]
    return found


def _wishes(
    threads: Sequence[Chain],
    docks: dict[Port, float],
    heights: Sequence[float],
    tall: Sequence[float],
    boxes: int,
) -> dict[int, list[tuple[int, float, float]]]:
    """For each item, the neighbours it would like to be level with: (neighbour, offset of the level, weight)."""
    found: dict[int, list[tuple[int, float, float]]] = defaultdict(list)
    for thread in threads:
        items = thread.items()
        levels = [0.0] * len(items)
        for end, port in ((0, thread.first_port), (len(items) - 1, thread.last_port)):
            item = items[end]
            levels[end] = heights[item] / 2 - tall[item] / 2 + docks.get(port, 0.0)
        for (one, level), (other, next_level) in pairwise(zip(items, levels, strict=True)):
            weight = 10.0 if one >= boxes and other >= boxes else 1.0
            found[one].append((other, next_level - level, weight))
            found[other].append((one, level - next_level, weight))
    return found


def _sweep(
    ranks: Sequence[int],
    across: Sequence[float],
    tall: Sequence[float],
    wishes: dict[int, list[tuple[int, float, float]]],
    boxes: int,
) -> list[float]:
    """The middle of every item, after going to and fro over the columns."""
    stacks: dict[int, list[int]] = defaultdict(list)
    for item in sorted(range(len(ranks)), key=lambda index: (across[index], index)):
        stacks[ranks[item]].append(item)
    middles = [0.0] * len(ranks)
    for turn in range(SWEEPS + 1):
        for rank in sorted(stacks, reverse=bool(turn % 2)):
            stack = stacks[rank]
            gaps = [_gap(cards=(item < boxes) + (after < boxes)) for item, after in pairwise(stack)]
            wanted = [_wanted(item, middles, wishes) if turn else 0.0 for item in stack]
            placed = settle(wanted, [tall[item] for item in stack], [*gaps, 0.0])
            for item, middle in zip(stack, placed, strict=True):
                middles[item] = middle
    return middles


def _gap(*, cards: int) -> float:
    """The room between two neighbours in a column, of which so many are cards."""
    return (BEND_GAP, CARD_GAP / 2, CARD_GAP)[cards]


def _wanted(item: int, middles: Sequence[float], wishes: dict[int, list[tuple[int, float, float]]]) -> float:
    near = wishes.get(item)
    if not near:
        return middles[item]
    return sum((middles[other] + offset) * weight for other, offset, weight in near) / sum(w for _, _, w in near)


def _route(
    thread: Chain,
    places: Sequence[Place],
    docks: dict[Port, float],
    middles: Sequence[float],
    across_page: Sequence[float],
) -> Route:
    left, right = places[thread.left], places[thread.right]
    points = [(left.x + CARD_WIDTH / 2, left.y + docks[thread.first_port])]
    label = points[0]
    for item, rank in thread.bends:
        x, half = across_page[rank], 0.0 if rank % 2 else CARD_WIDTH / 2
        points += [(x - half, middles[item]), (x + half, middles[item])] if half else [(x, middles[item])]
        if item == thread.label:
            label = (x, middles[item])
    side = 1 if thread.level else -1
    points.append((right.x + side * CARD_WIDTH / 2, right.y + docks[thread.last_port]))
    if thread.backwards:
        points.reverse()
    return Route(tuple((round(x, 1), round(y, 1)) for x, y in points), (round(label[0], 1), round(label[1], 1)))
