"""The ways found so far, with what is known of each."""

from dataclasses import dataclass, field

Places = tuple[int, ...]
Return = tuple[int, int, bool]


@dataclass(slots=True)
class Found:
    """What is known of one way: which hops are unexplained (by position), and how it begins and ends.

    ``returns`` are the loops that were cut: after how many hops, by which flow, and whether that is unexplained.
    """

    unexplained: frozenset[int]
    entry: bool
    goes_on: bool
    returns: frozenset[Return]

    @property
    def returning(self) -> frozenset[int]:
        """The flows that would lead back."""
        return frozenset(flow for _, flow, _ in self.returns)

    def merge(self, other: "Found") -> None:
        """Add what another world knows of the same way."""
        self.unexplained |= other.unexplained
        self.entry = self.entry and other.entry
        self.goes_on = self.goes_on or other.goes_on
        self.returns |= other.returns


@dataclass(slots=True)
class Finds:
    """The ways found so far; ``full`` once there are more than ``room``, or the search took too many ``steps``."""

    room: int
    steps: int
    ways: dict[Places, Found] = field(default_factory=dict)
    full: bool = False

    def add(self, way: Places, found: Found) -> None:
        """Keep a way, or merge it with what is known of it, unless there is no room for it."""
        known = self.ways.get(way)
        if known is not None:
            known.merge(found)
        elif len(self.ways) < self.room:
            self.ways[way] = found
        else:
            self.full = True

    def passed(self) -> set[int]:
        """The flows that stand on a way, or would lead back to a party on it."""
        flows = {flow for way in self.ways for flow in way}
        return flows.union(*(found.returning for found in self.ways.values() if found.returns))

    def add_all(self, other: "Finds") -> None:
        """Add what was found in another world of the same strand."""
        self.full = self.full or other.full
        for way, found in other.ways.items():
            self.add(way, found)

    def drop_pieces(self) -> None:
        """Leave out the ways that are a piece of a longer one which tells all their returns: they add nothing."""
        lengths = sorted({len(way) for way in self.ways})
        if len(lengths) < 2:
            return
        windows: dict[Places, list[Places]] = {}
        for way in self.ways:
            for length in lengths:
                for start in range(len(way) - length + 1 if length < len(way) else 0):
                    windows.setdefault(way[start : start + length], []).append(way)
        pieces = [
            way
            for way, found in self.ways.items()
            if any(found.returning <= self.ways[longer].returning for longer in windows.get(way, ()))
        ]
        for way in pieces:
            del self.ways[way]

    def shorten(self, depth: int) -> "Finds":
        """The ways to their first ``depth`` hops."""
        short = Finds(self.room, 0)
        for way, found in self.ways.items():
            if len(way) > depth:
                unexplained = frozenset(hop for hop in found.unexplained if hop < depth)
                returns = frozenset(cut for cut in found.returns if cut[0] <= depth)
                found = Found(unexplained, found.entry, True, returns)
            short.add(way[:depth], found)
        return short
