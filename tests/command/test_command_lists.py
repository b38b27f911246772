"""`flowgraph explain`, `organisations`, `datasets`, `stats` and `demo`."""

import json
from pathlib import Path

from command_line import PAGES, Run

from flowgraph.command.rules import RULES


def test_explain_shows_sentence_rule_and_how_fields_are_known(flowgraph: Run) -> None:
    flows = flowgraph("parse", PAGES, "--format", "jsonl").lines
    flow = next(one for one in flows if one["step"] == "6")
    said = flowgraph("explain", flow["id"], PAGES, width=200)
    assert said.code == 0
    assert "[passes]" in said.out
    assert said.out.replace("[", "").replace("]", "").find(flow["evidence"]) > 0
    assert RULES[flow["rule"]] in said.out
    assert "inferred from the agreement's list" in said.out
    assert "said beside the movement" in said.out


def test_explain_takes_as_much_of_an_id_as_tells_it_apart(flowgraph: Run) -> None:
    identity = flowgraph("parse", PAGES, "--format", "jsonl").lines[0]["id"]
    number = identity.rpartition(":")[2]
    whole = flowgraph("explain", identity, PAGES, "--format", "json")
    assert flowgraph("explain", number[:8], PAGES, "--format", "json").out == whole.out
    assert json.loads(whole.out)[0]["id"] == identity


def test_explain_asks_which_and_offers_the_nearest(flowgraph: Run) -> None:
    several = flowgraph("explain", "DARS-NIC-999001", PAGES)
    assert several.code == 2
    assert several.err.count("\n") == 1
    none = flowgraph("explain", "DARS-NIC-999001-A1B2C:zzzz", PAGES)
    assert none.code == 1
    assert "DARS-NIC-999001-A1B2C:" in none.err


def test_every_rule_that_reads_the_example_is_said_in_words(flowgraph: Run) -> None:
    rules = {flow["rule"] for flow in flowgraph("parse", PAGES, "--format", "jsonl").lines}
    assert rules <= RULES.keys()


def test_every_rule_that_reads_the_register_is_said_in_words(flowgraph: Run, shared: Path) -> None:
    said = flowgraph("parse", str(shared / "register" / "agreements"), "--format", "jsonl")
    assert {flow["rule"] for flow in said.lines} <= RULES.keys()


def test_organisations_count_what_each_sends_and_receives(flowgraph: Run) -> None:
    flows = flowgraph("parse", PAGES, "--format", "jsonl").lines
    found = {one["name"]: one for one in flowgraph("organisations", PAGES, "--format", "jsonl").lines}
    for name, party in found.items():
        assert party["sends"] == sum(flow["source"] == name for flow in flows)
        assert party["receives"] == sum(flow["target"] == name for flow in flows)
    companies = flowgraph("organisations", PAGES, "--kind", "company", "--format", "jsonl").lines
    assert "Fenland Analytics Ltd" in {one["name"] for one in companies}
    assert {one["kind"] for one in companies} == {"company"}


def test_datasets_are_counted_and_narrowed_to_the_parts_of_one(flowgraph: Run) -> None:
    flows = flowgraph("parse", PAGES, "--format", "jsonl").lines
    sus = flowgraph("datasets", PAGES, "--name", "SUS", "--format", "jsonl").lines[0]
    assert sus["flows"] == sum(sus["name"] in flow["datasets"] for flow in flows)
    within = flowgraph("datasets", PAGES, "--within", "HES", "--format", "jsonl").lines
    assert [one["name"] for one in within] == ["Hospital Episode Statistics Admitted Patient Care (HES APC)"]
    assert flowgraph("datasets", PAGES, "--name", "lighthouses").code == 1


def test_stats_add_up(flowgraph: Run) -> None:
    flows = flowgraph("parse", PAGES, "--format", "jsonl").lines
    rows = flowgraph("stats", PAGES, "--format", "jsonl").lines
    for what in ("identifiability", "kind", "modality", "purpose"):
        assert sum(row["number"] for row in rows if row["what"] == what) == len(flows)


def test_the_demo_ends_with_a_picture(flowgraph: Run, tmp_path: Path) -> None:
    said = flowgraph("demo", "--output", str(tmp_path / "made"))
    assert said.code == 0
    picture = Path(said.out.splitlines()[-1])
    assert picture.parent == tmp_path / "made"
    assert b"NHS Lincolnshire CCG" in picture.read_bytes()
    assert "→ NHS Lincolnshire CCG" in said.out


def test_a_demo_that_cannot_be_written_is_one_line(flowgraph: Run, tmp_path: Path) -> None:
    (tmp_path / "made").write_text("a file where a folder should be")
    said = flowgraph("demo", "--output", str(tmp_path / "made" / "below"))
    assert said.code == 2
    assert said.err.count("\n") == 1
