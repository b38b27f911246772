"""A load that is killed at any moment leaves whole agreements, and the same load completes it."""

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest
from made_register import HES
from neo4j_server import Neo4jServer
from random_register import random_register
from test_loading import everything

from flowgraph.domain import Reading
from flowgraph.store import Settings, Store, open_store

LOADER = str(Path(__file__).with_name("load_register.py"))
AGREEMENTS = 80
BATCH_ROWS = "50"
MOMENTS = 10


def kill_while_loading(url: str, environment: dict[str, str], batches: int, seconds: float) -> None:
    """Start a load, and kill it so long after it wrote so many batches (or let it end, where it has fewer)."""
    process = subprocess.Popen(
        [sys.executable, LOADER, url, "21", str(AGREEMENTS), BATCH_ROWS], stdout=subprocess.PIPE, env=environment
    )
    assert process.stdout is not None
    for _ in range(1 + batches):
        if not process.stdout.readline():
            break
    time.sleep(seconds)
    process.kill()
    process.wait(30)
    process.stdout.close()


def whole(store: Store, readings: dict[str, Reading]) -> int:
    """How many agreements the store holds; each of them must be whole."""
    found = 0
    for one in store.view().readings():
        assert one == readings[f"{one.agreement.reference} {one.agreement.version}"]
        found += 1
    orphaned = (
        "MATCH ()-[f:FLOWS_TO]->() WHERE NOT EXISTS { MATCH (n:Agreement) WHERE n.key = f.agreement } RETURN count(f)"
    )
    assert store.view().cypher(orphaned).rows == ((0,),)
    return found


def by_version(readings: list[Reading]) -> dict[str, Reading]:
    return {f"{one.agreement.reference} {one.agreement.version}": one for one in readings}


def killed_and_completed(environment: dict[str, str], settings: Settings, fresh: list[str]) -> None:
    readings = random_register(21, AGREEMENTS)
    chance = random.Random(5)
    partly = 0
    for moment in range(MOMENTS):
        target = fresh[moment % len(fresh)]
        kill_while_loading(target, environment, chance.randrange(10), chance.uniform(0, 0.3))
        with open_store(target, settings, create=True, lexicon=HES) as store:
            found = whole(store, by_version(readings))
            partly += 0 < found < len(readings)
            if found == len(readings) and moment < MOMENTS - 1:
                store.writer().clear()
    with open_store(target, settings, create=True, lexicon=HES) as store:
        # The same load again completes it, whatever the kill left, and it is as if it had never been cut off.
        found = whole(store, by_version(readings))
        loaded = store.writer().load(readings)
        assert (loaded.written, loaded.unchanged) == (len(readings) - found, found)
        assert whole(store, by_version(readings)) == len(readings)
        completed = everything(store)
        store.writer().clear()
        store.writer().load(readings)
        assert everything(store) == completed
    assert partly, "no kill came in mid-load: the moments are badly chosen"


def test_embedded_store_survives_a_kill_at_ten_moments(tmp_path: Path):
    pytest.importorskip("arcadedb_embedded", reason="the embedded engine is not installed: pip install '.[store]'")
    killed_and_completed(dict(os.environ), Settings(), [str(tmp_path / f"store{n}") for n in range(3)])


def test_neo4j_survives_a_kill_of_the_loader_at_ten_moments(neo4j_server: Neo4jServer):
    with open_store(neo4j_server.url, neo4j_server.settings) as store:
        store.writer().clear()
    killed_and_completed(neo4j_server.environment, neo4j_server.settings, [neo4j_server.url])
