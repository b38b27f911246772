"""Whether a query that somebody wrote may run on Neo4j, told from the server's own plan of it before it runs."""

from collections.abc import Iterator, Mapping
from typing import Any

from flowgraph.store.errors import QueryRefused, one_line

# Procedures that tell of the graph and of nothing else.
ALLOWED_PROCEDURES = frozenset(
    {
        "db.labels",
        "db.propertyKeys",
        "db.relationshipTypes",
        "db.schema.nodeTypeProperties",
        "db.schema.relTypeProperties",
        "db.schema.visualization",
    }
)
# SHOW of these tells of the graph; of users, settings and transactions it tells of the server.
ALLOWED_SHOWS = frozenset({"ShowConstraints", "ShowIndexes"})
REFUSED_OPERATORS = frozenset({"LoadCSV", "AdministrationCommand", "TerminateTransactions"})


def judge(query_type: str | None, plan: Mapping[str, Any] | None) -> None:
    """Raise QueryRefused unless the query only reads, and reads only the graph.

    ``query_type`` and ``plan`` are what ``EXPLAIN`` gave. A query without a plan is an administration command.
    """
    if plan is None:
        raise QueryRefused("the query is an administration command; only the graph may be read")
    for operator in _operators(plan):
        name = str(operator.get("operatorType", "")).partition("@")[0]
        if name == "LoadCSV":
            raise QueryRefused("the query reads a file or URL; only the graph may be read")
        if name in REFUSED_OPERATORS or (name.startswith("Show") and name not in ALLOWED_SHOWS):
            raise QueryRefused(f"the query tells or changes what is not the graph ({name}); only the graph may be read")
        if name == "ProcedureCall":
            called = str(operator.get("args", {}).get("Details", "")).partition("(")[0].strip()
            if called not in ALLOWED_PROCEDURES:
                raise QueryRefused(
                    f"the query calls {one_line(called, 60)}; only procedures that tell of the graph may be called"
                )
    if query_type != "r":
        raise QueryRefused("the query would write, or calls what may write; only reading is allowed here")


def _operators(plan: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    ahead = [plan]
    while ahead:
        operator = ahead.pop()
        yield operator
        ahead.extend(operator.get("children", ()))
