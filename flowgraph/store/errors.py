"""What can go wrong between the user and a store; each error is one line that says what to do."""

from flowgraph.domain.errors import UserError


class StoreError(UserError):
    """Something about a store that the user can put right."""


class MissingEngine(StoreError):
    """The library for a kind of store is not installed, or not to be had on this platform."""


class StoreNotFound(StoreError):
    """There is no store at the address, and reading does not make one."""


class StoreUnavailable(StoreError):
    """The store cannot be opened or reached."""


class StoreTooNew(StoreError):
    """The store was written by a later version of this program."""


class QueryRefused(StoreError):
    """A query that reading does not allow: it would write, or read what is not the graph."""


class QueryFailed(StoreError):
    """A query that the store could not run: its text, its parameters, or what it asks for is at fault."""


class TimeLimit(QueryFailed):
    """A query that did not end within its time limit."""


class LoadFailed(StoreError):
    """An agreement that the store would not take; the message says which."""


TOO_SLOW = "the query took longer than {:g} s and was stopped; ask for less, or raise --time-limit"


def one_line(text: object, width: int = 240) -> str:
    """The text on one line, without control characters, and cut at ``width`` characters."""
    line = " ".join("".join(c if c.isprintable() else " " for c in str(text)).split())
    return line if len(line) <= width else line[: width - 1] + "…"
