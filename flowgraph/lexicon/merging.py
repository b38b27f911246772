"""Joining ODS facts and lexicon entries into bodies, so that one organisation is one body."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from flowgraph.lexicon.bodies import CSV, ROLES, TOML, Body, BodyEntry, Membership, Row, Succession
from flowgraph.lexicon.entries import LexiconError
from flowgraph.lexicon.names import fold
from flowgraph.lexicon.short_names import council_names, trust_names

# ODS never ends the role of a clinical commissioning group; the Health and Care Act 2022 does, on this day.
_CCGS_CLOSED = date(2022, 7, 1)

Names = dict[str, tuple[Body, ...]]


def merge(rows: Sequence[Row], entries: Sequence[BodyEntry]) -> tuple[dict[str, Body], Names]:
    """All bodies by key, and by folded name.

    A row whose code an entry claims is that entry's body and lends it its names. Raises LexiconError where an
    entry's name belongs to another body, or names a body that is not there.
    """
    taken = {code: number for number, entry in enumerate(entries) for code in entry.codes}
    missing = set(taken) - {row.code for row in rows}
    if missing:
        code = min(missing)
        raise LexiconError(TOML, _place(taken[code] + 1, entries[taken[code]]), f"{CSV} has no code {code}")
    bodies = {row.key: _of_row(row) for row in rows if row.code not in taken}
    lent: dict[int, list[Row]] = {}
    for row in rows:
        if row.code in taken:
            lent.setdefault(taken[row.code], []).append(row)
    for number, entry in enumerate(entries):
        body = _of_entry(entry, lent.get(number, []))
        if body.key in bodies:
            raise LexiconError(TOML, _place(number + 1, entry), "an earlier entry has the same name")
        bodies[body.key] = body
    ties = _Ties(bodies, rows, entries)
    bodies = {key: ties.tied(body) for key, body in bodies.items()}
    return bodies, _index(bodies)


def entry_key(entry: BodyEntry) -> str:
    """The key of an entry's body: its folded name behind ``body:``."""
    return "body:" + fold(entry.name).replace(" ", "-")


def _of_row(row: Row) -> Body:
    return Body(
        key=row.key,
        name=row.name,
        kind=ROLES[row.role],
        role=row.role,
        codes=(row.code,),
        aliases=row.other_names,
        opened=row.opened,
        closed=row.closed,
    )


def _of_entry(entry: BodyEntry, rows: Sequence[Row]) -> Body:
    known = {fold(name): name for name in (entry.name, *entry.aliases)}
    lent = [name for row in rows for name in (row.name, *row.other_names) if fold(name) not in known]
    return Body(
        key=entry_key(entry),
        name=entry.name,
        kind=entry.kind,
        role=rows[0].role if rows else "",
        codes=entry.codes,
        aliases=(*entry.aliases, *lent),
        opened=entry.opened or min((row.opened for row in rows if row.opened), default=None),
        closed=entry.closed or (rows[0].closed if len(rows) == 1 else None),
        former_codes=tuple((former.code, former.until) for former in entry.former_codes),
        hosting=entry.hosting,
    )


class _Ties:
    """What ties bodies: succession, being a part, being hosted; looked up once all bodies are there."""

    def __init__(self, bodies: dict[str, Body], rows: Sequence[Row], entries: Sequence[BodyEntry]) -> None:
        self._rows = {row.key: row for row in rows}
        self._entries = {entry_key(entry): (number, entry) for number, entry in enumerate(entries, 1)}
        self._codes: dict[str, list[Body]] = {}
        self._named: dict[str, Body] = {}
        self._icbs: dict[str, Body] = {}
        for body in bodies.values():
            for code in (*body.codes, *(code for code, _ in body.former_codes)):
                self._codes.setdefault(code, []).append(body)
            self._named.setdefault(body.name, body)
            if body.role == "icb":
                self._icbs[fold(body.name)] = body

    def tied(self, body: Body) -> Body:
        """The body with its ties."""
        if body.key in self._entries:
            return self._tied_entry(body, *self._entries[body.key])
        row = self._rows[body.key]
        follow = tuple(Succession(self._holder(code, on, row).key, on) for code, on in row.successors)
        if row.role == "ccg" and not follow:
            located = [other for other in self._codes[row.code] if other.role == "sub_icb_location"]
            follow = tuple(Succession(other.key, _CCGS_CLOSED) for other in located)
        # The ICB of a sub-ICB location is the one it is named after; the column gives today's only, and a wrong one
        # for D4U1Y, which closed together with its own ICB.
        wholes: tuple[Membership, ...] = ()
        if row.role == "sub_icb_location":
            icbs = {
                self._icbs[folded].key: self._icbs[folded] for folded in map(fold, body.names) if folded in self._icbs
            }
            by_opening = sorted(icbs.values(), key=lambda icb: icb.opened or date.min)
            wholes = tuple(Membership(icb.key, icb.opened) for icb in by_opening)
        return replace(body, succeeded_by=follow, part_of=wholes) if follow or wholes else body

    def _holder(self, code: str, on: date, row: Row) -> Body:
        """Who had a code on a day, or came to have it soonest (openings are misdated by up to months)."""
        holders = self._codes.get(code, ())
        if not holders:
            raise LexiconError(CSV, row.code, f"its successor {code} has no row")
        former = [body for body in holders if any(c == code and on <= until for c, until in body.former_codes)]
        current = [body for body in holders if code in body.codes and (body.closed is None or on <= body.closed)]
        return min(former or current or holders, key=lambda body: body.opened or date.min)

    def _tied_entry(self, body: Body, number: int, entry: BodyEntry) -> Body:
        def key_of(name: str, field: str) -> str:
            if name not in self._named:
                raise LexiconError(TOML, _place(number, entry), f"{field} names {name!r}, which is no body's name")
            return self._named[name].key

        if not (entry.succeeded_by or entry.part_of or entry.hosted_by):
            return body
        return replace(
            body,
            succeeded_by=tuple(Succession(key_of(tie.name, "succeeded_by"), tie.on) for tie in entry.succeeded_by),
            part_of=tuple(Membership(key_of(whole.name, "part_of"), whole.since) for whole in entry.part_of),
            hosted_by=None if entry.hosted_by is None else key_of(entry.hosted_by, "hosted_by"),
        )


def _place(number: int, entry: BodyEntry) -> str:
    return f"{number} ({entry.name})"


def _index(bodies: dict[str, Body]) -> Names:
    """Folded name → bodies. Two bodies may bear one name only where one carries on from the other."""
    index: dict[str, list[Body]] = {}
    for body in bodies.values():
        # A sub-ICB location bears its ICB's name with its own code behind; the bare name is the ICB's.
        if body.role != "sub_icb_location":
            for folded in dict.fromkeys(map(fold, body.names)):
                index.setdefault(folded, []).append(body)
    for folded, bearers in index.items():
        if len(bearers) > 1:
            _check_shared(folded, bearers)
    short: dict[str, list[Body]] = {}
    for body in bodies.values():
        derived = {"local_authority": council_names, "trust": trust_names}.get(body.role)
        if derived:
            for folded in {fold(other) for name in body.names for other in derived(name)}:
                if folded not in index:
                    short.setdefault(folded, []).append(body)
    index |= {folded: bearers for folded, bearers in short.items() if len(bearers) == 1}
    return {folded: tuple(bearers) for folded, bearers in index.items()}


def _check_shared(folded: str, bearers: Sequence[Body]) -> None:
    for body in bearers:
        others = [other for other in bearers if other is not body]
        if not any(tie.key == other.key for other in others for tie in body.succeeded_by) and not any(
            tie.key == body.key for other in others for tie in other.succeeded_by
        ):
            raise LexiconError(
                f"{TOML} or {CSV}",
                body.name,
                f"{others[0].name} bears the name {folded!r} too; give it to one of them, or tie them by succeeded_by",
            )
