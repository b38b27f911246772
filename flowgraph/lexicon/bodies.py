"""The bodies of the lexicon as values: the ODS facts of ``organisations.csv`` and the entries of ``bodies.toml``."""

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from typing import NamedTuple

from flowgraph.domain.base import Frozen
from flowgraph.domain.words import PartyKind
from flowgraph.lexicon.entries import LexiconError

CSV = "organisations.csv"
TOML = "bodies.toml"
COLUMNS = ("code", "name", "kind", "opened", "closed", "successors", "icb", "other_names")

# The roles of ODS, as organisations.csv words them, and the kind of party each of them is.
ROLES: Mapping[str, PartyKind] = {
    "ccg": PartyKind.COMMISSIONER,
    "sub_icb_location": PartyKind.COMMISSIONER,
    "icb": PartyKind.COMMISSIONER,
    "stp": PartyKind.COMMISSIONER,
    "csu": PartyKind.CSU,
    "trust": PartyKind.PROVIDER,
    "local_authority": PartyKind.LOCAL_AUTHORITY,
    "national": PartyKind.NATIONAL,
}


class Succession(NamedTuple):
    """Who carries on from a body (by key), and from which day."""

    key: str
    on: date


class Membership(NamedTuple):
    """The body that another is a part of (by key), and since when; None where always or not known."""

    key: str
    since: date | None


@dataclass(frozen=True, slots=True)
class Body:
    """One organisation of the lexicon.

    ``key`` never changes: ``ods:02X:ccg`` (ODS code and role) for a row of ``organisations.csv``, ``body:`` and
    the folded name for an entry of ``bodies.toml``. ``role`` is the ODS role, or empty. ``aliases`` do not
    repeat ``name``. ``opened`` and ``closed`` are the first and the last day it acted, None where open or not
    known. ``part_of`` has several memberships, the earliest first, where the whole changed over time;
    ``hosted_by`` is the key of the body that employs its staff; ``hosting`` marks suppliers of clouds, data centres
    and the like, who keep what others hold. ``former_codes`` are codes it had until a day.
    """

    key: str
    name: str
    kind: PartyKind
    role: str = ""
    codes: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    opened: date | None = None
    closed: date | None = None
    succeeded_by: tuple[Succession, ...] = ()
    part_of: tuple[Membership, ...] = ()
    hosted_by: str | None = None
    former_codes: tuple[tuple[str, date], ...] = ()
    hosting: bool = False

    def open_on(self, day: date) -> bool:
        """Whether the body acted on that day, as far as its dates are known."""
        return (self.opened is None or self.opened <= day) and (self.closed is None or day <= self.closed)

    @property
    def names(self) -> tuple[str, ...]:
        """The name shown, then every other one."""
        return (self.name, *self.aliases)


class Whole(Frozen):
    """The name of the body that another is a part of, and since when (None: from its beginning)."""

    name: str
    since: date | None = None


class FormerCode(Frozen):
    """An ODS code that was a body's own until a day, and is another's since."""

    code: str
    until: date


class Successor(Frozen):
    """The name of the body that carries on, and from which day."""

    name: str
    on: date


class BodyEntry(Frozen):
    """One entry of ``bodies.toml``; its head explains the fields."""

    name: str
    kind: PartyKind
    example: str
    aliases: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    former_codes: tuple[FormerCode, ...] = ()
    opened: date | None = None
    closed: date | None = None
    part_of: tuple[Whole, ...] = ()
    hosted_by: str | None = None
    hosting: bool = False
    succeeded_by: tuple[Successor, ...] = ()


class Row(NamedTuple):
    """One row of ``organisations.csv`` with its dates read; ``successors`` are codes with the day."""

    code: str
    name: str
    role: str
    opened: date | None
    closed: date | None
    successors: tuple[tuple[str, date], ...]
    icb: str
    other_names: tuple[str, ...]

    @property
    def key(self) -> str:
        """The key of the body that the row is, unless an entry of ``bodies.toml`` takes it in."""
        return f"ods:{self.code}:{self.role}"


def read_rows(lines: Iterable[str] | None = None) -> tuple[Row, ...]:
    """The rows of ``organisations.csv`` (or of other ``lines`` of its shape), each checked.

    Raises LexiconError naming the file, the line and the code of a row that cannot be used.
    """
    if lines is None:
        lines = (files("flowgraph.lexicon") / "data" / CSV).read_text(encoding="utf-8").splitlines()
    reader = csv.reader(lines)
    if tuple(next(reader, ())) != COLUMNS:
        raise LexiconError(CSV, "(first line)", f"must be {','.join(COLUMNS)}")
    return tuple(_row(cells, f"{cells[0]} in line {reader.line_num}") for cells in reader if cells)


def _row(cells: list[str], place: str) -> Row:
    """One row, or a LexiconError that names its ``place``."""
    if len(cells) != len(COLUMNS):
        raise LexiconError(CSV, place, f"{len(cells)} columns instead of {len(COLUMNS)}; quote names that hold a comma")
    code, name, role, opened, closed, successors, icb, other_names = cells
    if not (code and name):
        raise LexiconError(CSV, place, "a row needs a code and a name")
    if role not in ROLES:
        raise LexiconError(CSV, place, f"kind {role!r} is none of {', '.join(ROLES)}")
    try:
        first = date.fromisoformat(opened) if opened else None
        last = date.fromisoformat(closed) if closed else None
        pairs = [part.partition("@") for part in successors.split(";") if part]
        follow = tuple((successor, date.fromisoformat(on)) for successor, _, on in pairs)
    except ValueError as error:
        raise LexiconError(CSV, place, f"{error}; dates are YYYY-MM-DD, successors CODE@YYYY-MM-DD") from error
    if first and last and last < first:
        raise LexiconError(CSV, place, f"closed {closed} lies before opened {opened}")
    return Row(code, name, role, first, last, follow, icb, tuple(part for part in other_names.split(";") if part))
