"""What an engine of a store can do: a reading half and a writing half, which are different objects."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from flowgraph.store.statements import Statement

Value = Any


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of an answer; ``cut`` says that there were more than the row limit."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
    cut: bool = False

    def records(self) -> Iterator[dict[str, Value]]:
        """Each row by column."""
        for row in self.rows:
            yield dict(zip(self.columns, row, strict=True))


class Reader(Protocol):
    """The half of an engine that reads. Nothing of it can write."""

    def read(self, text: str, parameters: Mapping[str, Any] | None = None) -> list[dict[str, Any]]:
        """The rows of one of our own statements."""

    def flows(self, agreements: Sequence[str]) -> list[dict[str, Any]]:
        """Every property of the flows of agreement versions, with ``source`` and ``target`` (keys of the parties)."""

    def ask(self, text: str, parameters: Mapping[str, Any], *, seconds: float, most: int) -> Rows:
        """The rows of a query that somebody wrote: judged before it runs, and held to its limits.

        Raises QueryRefused, QueryFailed and TimeLimit.
        """


class Engine(Protocol):
    """An open store. Closing it twice is no error."""

    @property
    def reader(self) -> Reader:
        """The reading half."""

    def declare(self, text: str) -> None:
        """Run a statement that makes a constraint or an index."""

    def write(self, statements: Sequence[Statement]) -> list[int]:
        """Run the statements in one transaction; all of it stands, or nothing.

        Gives what each statement counts (``n``), 0 where it counts nothing. Raises LoadFailed where a statement
        wrote another number of rows than it should.
        """

    def removal(self, name: str, agreements: Sequence[str]) -> Statement:
        """The statement that removes the relationships of a type that belong to agreement versions."""

    def close(self) -> None:
        """Let the store go."""
