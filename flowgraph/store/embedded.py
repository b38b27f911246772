"""The embedded store: ArcadeDB in a folder, in this process."""

import threading
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from flowgraph.store.engine import Rows
from flowgraph.store.errors import (
    TOO_SLOW,
    LoadFailed,
    QueryFailed,
    QueryRefused,
    StoreNotFound,
    StoreUnavailable,
    TimeLimit,
    one_line,
)
from flowgraph.store.java import ArcadeDBError, arcadedb, java_map, limit_commands, start_java
from flowgraph.store.library import returned_columns
from flowgraph.store.settings import Settings
from flowgraph.store.statements import Statement
from flowgraph.store.values import plain_java

# A time limit of the engine does not stop a long sum inside one expression; after this many more seconds the
# query is left to itself.
GRACE = 2.0


class EmbeddedReader:
    """The reading half: ``Database.query``, which refuses whatever writes."""

    def __init__(self, database: Any) -> None:
        """Read from an open database."""
        self._database = database
        self.abandoned = False

    def read(self, text: str, parameters: Mapping[str, Any] | None = None) -> list[dict[str, Any]]:
        """The rows of one of our own statements."""
        return self._query("opencypher", text, parameters)

    def flows(self, agreements: Sequence[str]) -> list[dict[str, Any]]:
        """Every property of the flows of agreement versions.

        In SQL: the engine's Cypher never uses an index of a relationship, its SQL does.
        """
        if not agreements:
            return []
        found = self._query(
            "sql",
            "SELECT *, @out.key AS source, @in.key AS target FROM FLOWS_TO WHERE agreement IN :agreements",
            {"agreements": list(agreements)},
        )
        return [{name: value for name, value in row.items() if name[0] != "@"} for row in found]

    def ask(self, text: str, parameters: Mapping[str, Any], *, seconds: float, most: int) -> Rows:
        """The rows of a query that somebody wrote, within its limits."""
        answer: list[Rows | BaseException] = []

        def run() -> None:
            try:
                answer.append(self._limited(text, parameters, seconds, most))
            except BaseException as error:  # handed on to the thread that asked
                answer.append(error)

        worker = threading.Thread(target=run, daemon=True, name="query")
        worker.start()
        worker.join(seconds + GRACE)
        if not answer:
            self.abandoned = True
            raise _too_slow(seconds)
        if isinstance(answer[0], BaseException):
            raise answer[0]
        return answer[0]

    def _limited(self, text: str, parameters: Mapping[str, Any], seconds: float, most: int) -> Rows:
        limit_commands(seconds)
        try:
            found = self._database.query("opencypher", text, *([dict(parameters)] if parameters else []))
            columns: tuple[str, ...] | None = None
            rows: list[tuple[Any, ...]] = []
            for result in found:
                record = result.to_dict()
                if columns is None:
                    columns = tuple(map(str, result.get_property_names()))
                if len(rows) == most:
                    found.close()
                    return Rows(columns, tuple(rows), cut=True)
                rows.append(tuple(plain_java(record.get(name)) for name in columns))
            return Rows(returned_columns(text) if columns is None else columns, tuple(rows))
        except ArcadeDBError as error:
            raise _query_error(error, seconds) from error
        finally:
            limit_commands(None)

    def _query(self, language: str, text: str, parameters: Mapping[str, Any] | None) -> list[dict[str, Any]]:
        arguments = [dict(parameters)] if parameters else []
        found: list[dict[str, Any]] = self._database.query(language, text, *arguments).to_list()
        return found


class EmbeddedEngine:
    """An open database of the embedded engine. One process may have a store open at a time."""

    def __init__(self, folder: Path, settings: Settings, *, create: bool) -> None:
        """Open the store in ``folder``; ``create`` makes it where there is none.

        Raises StoreNotFound, StoreUnavailable and MissingEngine.
        """
        self._folder = folder
        there = (folder / "schema.json").is_file() or (folder / "configuration.json").is_file()
        if not there:
            if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
                raise StoreUnavailable(f"{folder} is no store, and not empty; give another folder")
            if not create:
                raise StoreNotFound(
                    f"there is no store in {folder}; make it with: flowgraph load INPUT --store {folder}"
                )
        start_java(settings.heap)
        factory = arcadedb().DatabaseFactory(str(folder))
        try:
            self._database = factory.open() if there else factory.create()
        except ArcadeDBError as error:
            raise _opening_error(folder, error) from error
        self._reader = EmbeddedReader(self._database)

    @property
    def reader(self) -> EmbeddedReader:
        """The reading half."""
        return self._reader

    def declare(self, text: str) -> None:
        """Make a constraint or an index."""
        self._database.command("opencypher", text)

    def write(self, statements: Sequence[Statement]) -> list[int]:
        """Run the statements in one transaction."""
        counts = []
        try:
            with self._database.transaction():
                for one in statements:
                    counts.append(self._run(one))
        except ArcadeDBError as error:
            raise LoadFailed(f"the embedded store refused the batch: {_cause(error)}") from error
        return counts

    def removal(self, name: str, agreements: Sequence[str]) -> Statement:
        """Removes the relationships of a type by their index, which only the engine's SQL uses."""
        return Statement(
            text=f"DELETE FROM {name} WHERE agreement IN :agreements",
            parameters={"agreements": list(agreements)},
            language="sql",
        )

    def close(self) -> None:
        """Close the database, unless a query that could not be stopped still reads it."""
        if self._database.is_open() and not self._reader.abandoned:
            self._database.close()

    def _run(self, one: Statement) -> int:
        language = "opencypher" if one.language == "cypher" else one.language
        found = self._database.command(language, one.text, *([java_map(one.parameters)] if one.parameters else []))
        rows = found.to_list() if found is not None else []
        count = int(rows[0]["n"]) if rows and "n" in rows[0] else 0
        if one.rows is not None and count != one.rows:
            raise LoadFailed(f"{one.rows - count} of {one.rows} rows have an end that is not in the store")
        return count


def _opening_error(folder: Path, error: Exception) -> StoreUnavailable:
    if "LockException" in str(error) or "locked by another process" in str(error):
        return StoreUnavailable(
            f"the store in {folder} is in use by another process; wait until it ends, or load into Neo4j, "
            "which many may use at once"
        )
    return StoreUnavailable(
        f"the store in {folder} cannot be opened: {_cause(error)}; load it anew into another folder"
    )


def _query_error(error: Exception, seconds: float) -> Exception:
    text = str(error)
    kinds: Mapping[str, Callable[[], Exception]] = {
        "QueryNotIdempotentException": lambda: QueryRefused(
            "the query would write, or calls what may write; only reading is allowed here"
        ),
        "SecurityException": lambda: QueryRefused("the query reads a file or URL; only the graph may be read"),
        "TimeoutException": lambda: _too_slow(seconds),
        "OutOfMemoryError": lambda: QueryFailed("the query needs more memory than the store may take; ask for less"),
    }
    for name, make in kinds.items():
        if name in text:
            return make()
    return QueryFailed(f"the query cannot be run: {_cause(error)}")


def _too_slow(seconds: float) -> TimeLimit:
    return TimeLimit(TOO_SLOW.format(seconds))


def _cause(error: Exception) -> str:
    """The engine's own words, without the names of its classes."""
    text = str(error)
    for mark in ("Exception: ", "Error: "):
        text = text.rpartition(mark)[2] if mark in text else text
    return one_line(text)
