"""Every organisation the lexicon knows, found by name or ODS code, with succession.

Bodies of one code at two times (a clinical commissioning group and the sub-ICB location that kept its code on
1 July 2022) are two bodies tied by succession; they are never merged.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache

from flowgraph.lexicon.bodies import TOML, Body, BodyEntry, Row, read_rows
from flowgraph.lexicon.entries import read_entries
from flowgraph.lexicon.merging import merge
from flowgraph.lexicon.names import fold, split_code


class Organisations:
    """The bodies of the lexicon. Make it with :func:`load`; ``len`` counts bodies, iteration gives them."""

    def __init__(self, rows: Sequence[Row], entries: Sequence[BodyEntry]) -> None:
        """Join the rows of ``organisations.csv`` and the entries of ``bodies.toml``.

        Raises LexiconError where an entry names a body that is not there, or bears another one's name.
        """
        self._bodies, self._by_name = merge(rows, entries)
        self._by_code: dict[str, list[Body]] = {}
        self._before: dict[str, list[Body]] | None = None
        for body in self._bodies.values():
            for code in (*body.codes, *(code for code, _ in body.former_codes)):
                self._by_code.setdefault(code, []).append(body)
        for bodies in self._by_code.values():
            bodies.sort(key=lambda body: (body.opened or date.min, body.closed is None), reverse=True)

    def __iter__(self) -> Iterator[Body]:
        """Every body, in the order of the files."""
        return iter(self._bodies.values())

    def __len__(self) -> int:
        """How many bodies there are."""
        return len(self._bodies)

    def names(self) -> Iterator[tuple[str, Body]]:
        """Pairs of a name as written and its body, for whoever looks for mentions; every name of every body."""
        return ((name, body) for body in self for name in body.names)

    def folded(self) -> Mapping[str, tuple[Body, ...]]:
        """Folded name → the bodies that bear it, made-up short names of councils and trusts included."""
        return self._by_name

    def get(self, key: str) -> Body:
        """The body of that key; raises KeyError where there is none."""
        return self._bodies[key]

    def find(self, name: str, on: date | None = None) -> tuple[Body, ...]:
        """The bodies a name may mean: none, one, or several where the name is ambiguous.

        An ODS code behind the name (``NHS SOUTH YORKSHIRE ICB - 02X``) decides among bodies of that code. ``on``
        prefers bodies open on that day; where none is, the closed ones stay, for texts name the bodies of their time.
        """
        plain, code = split_code(name)
        folded = fold(plain)
        if code is not None:
            coded = [body for body in self._by_code.get(code, ()) if self._bears(body, folded)]
            if coded:
                return self._narrow(coded, on)
            if folded.endswith("icb"):
                # A commissioner's code behind an ICB's name: its sub-ICB location, whatever the ICB was called then.
                located = [body for body in self._by_code.get(code, ()) if body.role == "sub_icb_location"]
                if located:
                    return tuple(located)
        return self._narrow(self._by_name.get(folded, ()), on)

    def by_code(self, code: str, on: date | None = None) -> tuple[Body, ...]:
        """The bodies of an ODS code, newest first; with ``on`` those that had it and were open on that day."""
        code = code.strip().upper()
        bodies = self._by_code.get(code, ())
        if on is None:
            return tuple(bodies)
        current = [
            body for body in bodies if body.open_on(on) and all(c != code or on <= u for c, u in body.former_codes)
        ]
        former = [body for body in current if any(c == code for c, _ in body.former_codes)]
        return tuple(former or current)

    def nearest(self, name: str, n: int = 5) -> tuple[Body, ...]:
        """The ``n`` bodies whose names look most like ``name``, best first."""
        from rapidfuzz import fuzz, process  # loading it costs more than most commands need

        found: dict[str, Body] = {}
        for match in process.extract(fold(name), self._by_name.keys(), scorer=fuzz.WRatio, limit=4 * n):
            for body in self._by_name[match[0]]:
                found.setdefault(body.key, body)
        return tuple(found.values())[:n]

    def successors(self, body: Body, on: date | None = None) -> tuple[Body, ...]:
        """Who carries on from a body: the next ones, or with ``on`` those that do on that day.

        With ``on`` the ties are followed as far as that day, and a body with none that old carries on itself.
        """
        if on is None:
            return tuple(self._bodies[tie.key] for tie in body.succeeded_by)
        found: dict[str, Body] = {}
        waiting = [body]
        while waiting:
            current = waiting.pop(0)
            ties = [tie for tie in current.succeeded_by if tie.on <= on]
            if not ties:
                found.setdefault(current.key, current)
            waiting += [self._bodies[tie.key] for tie in ties if tie.key not in found]
        return tuple(found.values())

    def predecessors(self, body: Body) -> tuple[Body, ...]:
        """The bodies that a body carries on from directly."""
        if self._before is None:
            self._before = {}
            for earlier in self:
                for tie in earlier.succeeded_by:
                    self._before.setdefault(tie.key, []).append(earlier)
        return tuple(self._before.get(body.key, ()))

    def wholes(self, body: Body, on: date | None = None) -> tuple[Body, ...]:
        """The bodies that a body is or was a part of, the earliest first; with ``on`` the one of that day, if any."""
        if on is None:
            return tuple(self._bodies[whole.key] for whole in body.part_of)
        begun = [whole for whole in body.part_of if whole.since is None or whole.since <= on]
        last = self._bodies[begun[-1].key] if begun else None
        return () if last is None or not last.open_on(on) else (last,)

    def host(self, body: Body) -> Body | None:
        """The body that employs the staff of another or gives it a legal home, where one is known."""
        return None if body.hosted_by is None else self._bodies[body.hosted_by]

    def _bears(self, body: Body, folded: str) -> bool:
        return any(fold(name) == folded for name in body.names)

    def _narrow(self, bodies: Sequence[Body], on: date | None) -> tuple[Body, ...]:
        """Those open on the day; without a day, those that none of the others carries on from."""
        if len(bodies) < 2:
            return tuple(bodies)
        if on is not None:
            open_then = tuple(body for body in bodies if body.open_on(on))
            return open_then or tuple(bodies)
        keys = {body.key for body in bodies}
        return tuple(body for body in bodies if not any(tie.key in keys for tie in body.succeeded_by))


@cache
def load() -> Organisations:
    """The organisations of the shipped lexicon, read once; raises LexiconError naming file and entry."""
    return Organisations(read_rows(), read_entries(TOML, "body", BodyEntry))
