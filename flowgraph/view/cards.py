"""The cards that parties, groups and hosts are drawn as: their lines of text and their size in pixels."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from flowgraph.domain import Party
from flowgraph.view.layout import CARD_WIDTH
from flowgraph.view.lettering import lines, shorten, visible
from flowgraph.view.palette import KINDS

NAME_SIZE = 15.0
CAPTION_SIZE = 12.0
LEADING = 18.0
TEXT_LEFT = 38.0
TEXT_RIGHT = 8.0
ROOM = CARD_WIDTH - TEXT_LEFT - TEXT_RIGHT
HOST_ROOM = CARD_WIDTH - 16.0
HOST_HEIGHT = 24.0
HOST_GAP = 4.0
LABEL_HEIGHT = 22.0
LABEL_ROOM = 122.0
LABEL_LETTER = 6.7


@dataclass(frozen=True)
class Card:
    """The text of one card and the height it needs; ``caption`` stands below the name, smaller."""

    rows: tuple[str, ...]
    caption: str
    height: float


def card(party: Party, offices: Iterable[str]) -> Card:
    """The card of a party: its name, and below it what it is and which offices it holds.

    A role that has no name of its own says what it is by itself; below it stands the agreement it belongs to.
    """
    if party.role_of:
        return _made(party.name, f"in {party.role_of.removeprefix('DARS-')}")
    return _made(party.name, " · ".join([KINDS[party.kind].word, *sorted(offices)]))


def group_card(name: str, members: int) -> Card:
    """The card of several parties folded into one."""
    return _made(name[0].upper() + name[1:], f"{members:,} folded together")


def _made(name: str, caption: str) -> Card:
    rows = tuple(lines(name, ROOM, NAME_SIZE, most=5))
    return Card(rows, shorten(visible(caption), ROOM, CAPTION_SIZE), 32.0 + LEADING * len(rows))


def host_line(name: str) -> str:
    """One line for a host that hangs below the card it serves."""
    return shorten(visible(f"hosted by {name}"[:400]), HOST_ROOM, CAPTION_SIZE)


def label_width(text: str) -> float:
    """How wide a label is drawn, in pixels."""
    return len(text) * LABEL_LETTER + 16.0


def label(datasets: Sequence[str], flows: int) -> str:
    """What stands on an edge: its data sets, or how many, and how many flows it bundles."""
    times = f" ×{flows:,}" if flows > 1 else ""
    room = LABEL_ROOM - 16.0 - len(times) * LABEL_LETTER
    if not datasets:
        text = "data, unnamed"
    elif len(datasets) == 1:
        text = shorten(visible(datasets[0][:200]), room, CAPTION_SIZE)
    else:
        text = f"{len(datasets)} data sets"
    return text + times
