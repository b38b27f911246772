"""Ad-hoc Cypher only reads, and only the graph, within its limits; on both stores."""

import socket
import threading
import time
from pathlib import Path

import pytest
from random_register import random_register

from flowgraph.store import QueryFailed, QueryRefused, Store, TimeLimit

WRITES = {
    "create": "CREATE (n:Organisation {key: 'x'}) RETURN n",
    "merge": "MERGE (n:Organisation {key: 'x'})",
    "merge rows": "UNWIND ['x'] AS key MERGE (n:Organisation {key: key}) RETURN key",
    "set": "MATCH (n:Organisation) SET n.name = 'x'",
    "remove": "MATCH (n:Organisation) REMOVE n.name",
    "delete": "MATCH ()-[f:FLOWS_TO]->() DELETE f",
    "detach delete": "MATCH (n) DETACH DELETE n",
    "foreach": "FOREACH (x IN [1] | CREATE (:Organisation {key: 'x'}))",
    "subquery": "CALL { CREATE (n:Organisation {key: 'x'}) RETURN n } RETURN n.key",
    "in transactions": "CALL { MATCH (n) DETACH DELETE n } IN TRANSACTIONS",
    "create index": "CREATE INDEX i FOR (n:Organisation) ON (n.name)",
    "drop index": "DROP INDEX flows_to_agreement",
    "create constraint": "CREATE CONSTRAINT c FOR (n:Organisation) REQUIRE n.name IS UNIQUE",
    "drop constraint": "DROP CONSTRAINT organisation_key",
    "procedure": "CALL db.createLabel('x')",
    "user": "CREATE USER intruder SET PASSWORD 'longenough1'",
    "profile": "PROFILE CREATE (n:Organisation {key: 'x'}) RETURN n",
}

FILES = (
    "file:///etc/passwd",
    "file:///{here}",
    "http://127.0.0.1:{port}/rows.csv",
    "https://127.0.0.1:{port}/rows.csv",
)

SLOW = (
    "MATCH (a:Organisation), (b:Organisation), (c:Organisation), (d:Organisation), (e:Organisation), "
    "(f:Organisation), (g:Organisation), (h:Organisation), (i:Organisation), (j:Organisation), (k:Organisation) "
    "WHERE a.key + b.key + c.key + d.key = e.key + f.key + g.key + h.key + i.key + j.key + k.key + 'x' "
    "RETURN count(*) AS n"
)


@pytest.fixture
def filled(store: Store) -> Store:
    store.writer().load(random_register(11, 12))
    return store


def size(store: Store) -> tuple[object, ...]:
    return store.view().cypher("MATCH (n) OPTIONAL MATCH (n)-[r]->() RETURN count(DISTINCT n), count(r)").rows[0]


def test_every_form_of_writing_is_refused_in_one_line(filled: Store):
    before = size(filled)
    for form, text in WRITES.items():
        with pytest.raises((QueryRefused, QueryFailed)) as raised:
            filled.view().cypher(text)
        assert "\n" not in str(raised.value), form
    assert size(filled) == before
    assert filled.view().cypher("MATCH (n:Organisation) WHERE n.name = 'x' OR n.key = 'x' RETURN n").rows == ()


def test_files_and_urls_cannot_be_read(filled: Store, tmp_path: Path):
    secret = tmp_path / "secret.csv"
    secret.write_text("secret\n")
    asked: list[bytes] = []
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        listener.settimeout(5)

        def listen() -> None:
            try:
                while True:
                    asked.append(listener.accept()[0].recv(10))
            except OSError:
                return

        threading.Thread(target=listen, daemon=True).start()
        for one in FILES:
            url = one.format(here=secret, port=listener.getsockname()[1])
            for text in (
                f"LOAD CSV FROM '{url}' AS row RETURN row",
                f"CALL {{ LOAD CSV FROM '{url}' AS r RETURN r }} RETURN r",
            ):
                with pytest.raises(QueryRefused, match="file or URL"):
                    filled.view().cypher(text)
            with pytest.raises(QueryRefused):
                filled.view().cypher("LOAD CSV FROM $url AS row RETURN row", {"url": url})
    assert asked == []


def test_only_the_graph_may_be_looked_at(filled: Store):
    for text in (
        "SHOW USERS",
        "SHOW SETTINGS",
        "CALL dbms.listConfig()",
        "TERMINATE TRANSACTION 'neo4j-transaction-1'",
    ):
        with pytest.raises((QueryRefused, QueryFailed)):
            filled.view().cypher(text)


def test_the_time_limit_holds(filled: Store):
    start = time.monotonic()
    with pytest.raises(TimeLimit, match=r"0\.5 s"):
        filled.view().cypher(SLOW, seconds=0.5)
    assert time.monotonic() - start < 6


def test_the_row_limit_holds(filled: Store):
    text = "UNWIND range(1, 100000) AS n RETURN n"
    rows = filled.view().cypher(text, most=7)
    assert (len(rows.rows), rows.cut) == (7, True)
    assert not filled.view().cypher("UNWIND range(1, 7) AS n RETURN n", most=7).cut


def test_mistakes_are_said_in_one_line(filled: Store):
    for text in (
        "MATCH (n RETURN n",
        "RETURN $missing AS n",
        "RETURN nothing(1) AS n",
        "",
        "MATCH (n) RETURN n.name + ",
    ):
        with pytest.raises((QueryFailed, QueryRefused)) as raised:
            filled.view().cypher(text)
        assert "\n" not in str(raised.value)
        assert len(str(raised.value)) < 400


def test_values_are_plain_on_both(filled: Store):
    rows = filled.view().cypher(
        "MATCH (o:Organisation {key: 'name:a'}) RETURN o, [o] AS list, {one: o.key} AS map, date('2020-01-31') AS day, "
        "1.5 AS number, null AS nothing, true AS truth"
    )
    node, several, mapping, day, number, nothing, truth = rows.rows[0]
    assert node["name"] == "A"
    assert several == [node]
    assert (mapping, day, number, nothing, truth) == ({"one": "name:a"}, "2020-01-31", 1.5, None, True)
    assert rows.columns == ("o", "list", "map", "day", "number", "nothing", "truth")


def test_a_view_has_nothing_that_writes(filled: Store):
    view = filled.view()
    assert not [name for name in dir(view) if name in ("write", "load", "clear", "declare", "writer", "engine")]
    assert not [name for name in dir(view._reader) if name in ("write", "declare", "removal")]
