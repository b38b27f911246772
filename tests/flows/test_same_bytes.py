"""The same text gives the same bytes: twice in one process, and in another with another hash seed."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

from golden_cases import cases
from hostile_texts import agreement, hostile
from hypothesis import given, settings

from flowgraph.flows import read_flows

HERE = Path(__file__).resolve()


def digest() -> str:
    """A digest of the readings of all golden texts, byte for byte."""
    total = hashlib.sha256()
    for case in cases():
        total.update(read_flows(case.agreement).model_dump_json().encode())
    return total.hexdigest()


@given(hostile)
@settings(max_examples=60, deadline=None)
def test_twice_in_one_process(text: str) -> None:
    first, second = (read_flows(agreement(text)).model_dump_json() for _ in range(2))
    assert first == second


def test_the_order_of_reading_does_not_matter() -> None:
    forwards = {case.name: read_flows(case.agreement).model_dump_json() for case in cases()}
    backwards = {case.name: read_flows(case.agreement).model_dump_json() for case in reversed(cases())}
    assert forwards == backwards


def test_in_another_process_with_another_hash_seed() -> None:
    seed = "1" if os.environ.get("PYTHONHASHSEED") != "1" else "2"  # one that orders sets of strings otherwise
    path = os.pathsep.join([str(HERE.parent), str(HERE.parents[2])])
    ran = subprocess.run(
        [sys.executable, "-c", "import test_same_bytes; print(test_same_bytes.digest())"],
        env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": path},
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    assert ran.stdout.strip() == digest()
