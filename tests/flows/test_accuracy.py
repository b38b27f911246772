"""How well real agreements are read, by the hand-made gold beside the checkout; the floors are the project's own."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from flowgraph.command.records import flow_record
from flowgraph.documents import read_agreements
from flowgraph.flows import read_flows

FLOORS = {"pair": 0.97, "labelled": 0.95, "dataset": 0.95, "s251": 0.98, "basis": 0.95}
DOCUMENTS = ("nhs_south_yorkshire_icb_02x.txt", "agreements")


@pytest.fixture(scope="module")
def scores(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What the scorer of the gold says of all agreements that have gold."""
    scorer = shared / "gold" / "score.py"
    if not scorer.is_file():
        pytest.skip(f"the hand-made gold is not at {scorer.parent}; this test needs it")
    read = read_agreements([shared / "register" / name for name in DOCUMENTS])
    assert not read.failures
    records = (flow_record(flow) for agreement in read.agreements for flow in read_flows(agreement).flows)
    predictions = tmp_path_factory.mktemp("accuracy") / "flows.jsonl"
    predictions.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    command = [sys.executable, str(scorer), str(predictions), str(shared / "gold" / "dev"), "--json"]
    ran = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120)
    return dict(json.loads(ran.stdout))


def test_every_agreement_with_gold_is_scored(scores: dict[str, Any], shared: Path) -> None:
    assert scores["agreements"] == len(list((shared / "gold" / "dev").glob("*.json"))) > 0


@pytest.mark.parametrize(("figure", "floor"), FLOORS.items())
def test_a_figure_keeps_above_its_floor(scores: dict[str, Any], figure: str, floor: float) -> None:
    found = scores[figure]
    assert (found["f1"] if isinstance(found, dict) else found) >= floor


def test_no_trap_is_fallen_into(scores: dict[str, Any]) -> None:
    assert scores["traps"]["set"] > 0
    assert scores["traps"]["fallen_into"] == 0
