"""Neo4j through its official driver."""

import logging
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

import neo4j
from neo4j.exceptions import (
    AuthError,
    ClientError,
    ConfigurationError,
    DriverError,
    IncompleteCommit,
    Neo4jError,
    ServiceUnavailable,
)

from flowgraph.store.address import Server
from flowgraph.store.engine import Rows
from flowgraph.store.errors import TOO_SLOW, LoadFailed, QueryFailed, StoreUnavailable, TimeLimit, one_line
from flowgraph.store.judge import judge
from flowgraph.store.settings import DATABASE_VARIABLE, PASSWORD_VARIABLE, USERNAME_VARIABLE, Settings
from flowgraph.store.statements import Statement
from flowgraph.store.values import plain_server

Outcome = TypeVar("Outcome")

# A server that dies in a commit leaves open whether it took the batch; the same batch again is right either way.
COMMIT_ATTEMPTS = 5


class ServerReader:
    """The reading half: every session is opened for reading, in which Neo4j refuses to write."""

    def __init__(self, driver: neo4j.Driver, server: Server) -> None:
        """Read through an open driver."""
        self._driver = driver
        self._server = server

    def read(self, text: str, parameters: Mapping[str, Any] | None = None) -> list[dict[str, Any]]:
        """The rows of one of our own statements, tried again where the server was away for a moment."""

        def work(transaction: neo4j.ManagedTransaction) -> list[dict[str, Any]]:
            return transaction.run(text, dict(parameters or {})).data()

        with self._session() as session:
            return reached(lambda: session.execute_read(work), self._server)

    def flows(self, agreements: Sequence[str]) -> list[dict[str, Any]]:
        """Every property of the flows of agreement versions, found by the relationships' index."""
        found = self.read(
            "UNWIND $agreements AS agreement "
            "MATCH (a:Organisation)-[f:FLOWS_TO {agreement: agreement}]->(b:Organisation) "
            "RETURN properties(f) AS flow, a.key AS source, b.key AS target",
            {"agreements": list(agreements)},
        )
        return [{**row["flow"], "source": row["source"], "target": row["target"]} for row in found]

    def ask(self, text: str, parameters: Mapping[str, Any], *, seconds: float, most: int) -> Rows:
        """The rows of a query that somebody wrote.

        Neo4j's plan of it is judged first: a session for reading refuses to write, but not to load files. Not
        run by a managed transaction, which would run a query that exhausts the memory again and again.
        """
        with self._session() as session:
            try:
                plan = session.run(neo4j.Query(f"EXPLAIN {text}", timeout=seconds), dict(parameters)).consume()
                judge(plan.query_type, plan.plan)
                found = session.run(neo4j.Query(text, timeout=seconds), dict(parameters))
                columns = tuple(found.keys())
                rows: list[tuple[Any, ...]] = []
                for record in found:
                    if len(rows) == most:
                        return Rows(columns, tuple(rows), cut=True)
                    rows.append(tuple(map(plain_server, record.values())))
                return Rows(columns, tuple(rows))
            except Neo4jError as error:
                raise _query_error(error, seconds) from error
            except ServiceUnavailable as error:
                raise _away(self._server) from error

    def _session(self) -> neo4j.Session:
        return self._driver.session(database=self._server.database, default_access_mode=neo4j.READ_ACCESS)


class ServerEngine:
    """A Neo4j database. Transient errors and a server that restarts are waited out by the driver's own retries."""

    def __init__(self, server: Server, settings: Settings) -> None:
        """Connect and log in. Raises StoreUnavailable with what to do."""
        self._server = server
        # The driver warns of labels that are not there yet, and of each retry; what matters comes as an exception.
        logging.getLogger("neo4j").setLevel(logging.CRITICAL)
        try:
            self._driver = neo4j.GraphDatabase.driver(
                server.url,
                auth=(server.username, server.password.get_secret_value()),
                connection_timeout=settings.connect_timeout,
                connection_acquisition_timeout=2 * settings.connect_timeout,
                max_transaction_retry_time=settings.retry_time,
                notifications_min_severity="OFF",
            )
        except (ConfigurationError, DriverError, ValueError) as error:
            raise StoreUnavailable(f"the store's URL {server} cannot be used: {one_line(error)}") from None
        try:
            reached(self._greet, server)
        except BaseException:
            self._driver.close()
            raise
        self._reader = ServerReader(self._driver, server)

    @property
    def reader(self) -> ServerReader:
        """The reading half."""
        return self._reader

    def _greet(self) -> None:
        """One query without retries: a server that is not there is told at once."""
        with self._driver.session(database=self._server.database, default_access_mode=neo4j.READ_ACCESS) as session:
            session.run("RETURN 1 AS n").consume()

    def declare(self, text: str) -> None:
        """Make a constraint or an index."""
        self._managed(lambda transaction: transaction.run(text).consume())

    def write(self, statements: Sequence[Statement]) -> list[int]:
        """Run the statements in one managed transaction."""
        return self._managed(lambda transaction: [_run(transaction, one) for one in statements])

    def removal(self, name: str, agreements: Sequence[str]) -> Statement:
        """Removes the relationships of a type by their index."""
        return Statement(
            text=f"UNWIND $agreements AS agreement MATCH ()-[r:{name} {{agreement: agreement}}]->() DELETE r",
            parameters={"agreements": list(agreements)},
        )

    def close(self) -> None:
        """Close the connections."""
        self._driver.close()

    def _managed(self, work: Callable[[neo4j.ManagedTransaction], Outcome]) -> Outcome:
        def attempt() -> Outcome:
            for _ in range(COMMIT_ATTEMPTS):
                try:
                    with self._driver.session(database=self._server.database) as session:
                        return session.execute_write(work)
                except IncompleteCommit:
                    continue
            raise _away(self._server)

        try:
            return reached(attempt, self._server)
        except ClientError as error:
            raise LoadFailed(f"Neo4j refused: {_words(error)}") from error


def reached(attempt: Callable[[], Outcome], server: Server) -> Outcome:
    """What ``attempt`` gives; errors of login, database and connection are said in one line with what to do."""
    try:
        return attempt()
    except AuthError as error:
        raise StoreUnavailable(
            f"{server} refuses the user {server.username}; check {USERNAME_VARIABLE} and {PASSWORD_VARIABLE}"
        ) from error
    except ServiceUnavailable as error:
        raise _away(server) from error
    except ClientError as error:
        if "DatabaseNotFound" in (error.code or ""):
            raise StoreUnavailable(
                f"{server} has no database {server.database}; check {DATABASE_VARIABLE} or the URL's path"
            ) from error
        if (error.code or "").startswith("Neo.ClientError.Security."):
            raise StoreUnavailable(
                f"the user {server.username} may not do this on {server}; loading needs a role that may write and "
                "make constraints, reading one that may read"
            ) from error
        raise
    except (ConfigurationError, DriverError) as error:
        raise StoreUnavailable(f"{server} cannot be used: {one_line(error)}") from error


def _run(transaction: neo4j.ManagedTransaction, one: Statement) -> int:
    record = transaction.run(one.text, dict(one.parameters)).single(strict=False)
    count = int(record["n"]) if record is not None and "n" in record.keys() else 0  # noqa: SIM118
    if one.rows is not None and count != one.rows:
        raise LoadFailed(f"{one.rows - count} of {one.rows} rows have an end that is not in the store")
    return count


def _away(server: Server) -> StoreUnavailable:
    return StoreUnavailable(f"no Neo4j answers at {server}; start it, or check the address and the port")


def _query_error(error: Neo4jError, seconds: float) -> Exception:
    code = error.code or ""
    if "TransactionTimedOut" in code or code.endswith("Transaction.Terminated"):
        return TimeLimit(TOO_SLOW.format(seconds))
    if "OutOfMemory" in code:
        return QueryFailed("the query needs more memory than the server gives it; ask for less")
    return QueryFailed(f"the query cannot be run: {_words(error)}")


def _words(error: Neo4jError) -> str:
    return one_line(error.message or error.code)
