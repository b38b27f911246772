"""`flowgraph trace`, `paths` and `reach`: the contract, the names, and the tree that people read."""

import json
import re
from typing import Any

import pytest
from command_line import PAGES, Run

PATH_KEYS = ["agreement", "datasets", "organisations", "hops"]
HOP_KEYS = (
    "id, source, target, datasets, identifiability, kind, purpose, step, legal_basis, legal_basis_source, evidence"
).split(", ")
CSU = "NHS Arden and Greater East Midlands Commissioning Support Unit"


def test_a_path_is_one_line_with_the_promised_keys_in_order(flowgraph: Run) -> None:
    said = flowgraph("trace", "SUS", PAGES, "--format", "jsonl")
    assert said.code == 0
    assert said.err == ""
    for path in said.lines:
        assert list(path) == PATH_KEYS
        assert all(list(hop) == HOP_KEYS for hop in path["hops"])
        assert path["organisations"] == [path["hops"][0]["source"], *(hop["target"] for hop in path["hops"])]


def test_a_hop_is_the_flow_of_that_id_in_parse(flowgraph: Run) -> None:
    flows = {flow["id"]: flow for flow in flowgraph("parse", PAGES, "--format", "jsonl").lines}
    for path in flowgraph("trace", "SUS", PAGES, "--format", "jsonl").lines:
        for hop in path["hops"]:
            assert hop == {key: flows[hop["id"]][key] for key in HOP_KEYS}


def test_the_example_leads_from_the_repository_to_the_last_holders(flowgraph: Run) -> None:
    found = flowgraph("trace", "SUS", PAGES, "--format", "jsonl").lines
    ends = {(path["organisations"][0], path["organisations"][-1]) for path in found}
    assert {
        ("SUS Repository", "GPs"),
        ("SUS Repository", "NHS Lincolnshire CCG"),
        ("SUS Repository", "Lincolnshire County Council"),
    } <= ends
    assert not any("Stanmere" in name for path in found for name in path["organisations"])


def through(found: list[Any], name: str) -> bool:
    return any(name in path["organisations"] for path in found)


@pytest.mark.parametrize("name", [CSU, CSU.upper(), "Arden and GEM CSU", "arden & greater east midlands csu"])
def test_a_name_is_found_however_it_is_written(flowgraph: Run, name: str) -> None:
    said = flowgraph("trace", "SUS", PAGES, "--to", name, "--format", "jsonl")
    assert said.code == 0
    assert all(path["organisations"][-1] == CSU for path in said.lines)


def test_an_unknown_name_gets_the_nearest_and_exit_code_1(flowgraph: Run) -> None:
    said = flowgraph("paths", "SUS Repository", "NHS Lincolnshir CGC", PAGES)
    assert said.code == 1
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert "NHS Lincolnshire CCG" in said.err


def test_nothing_found_is_exit_code_1(flowgraph: Run) -> None:
    said = flowgraph("trace", "SUS", PAGES, "--agreement", "DARS-NIC-999004-K7L8M", "--format", "json")
    assert said.code == 1
    assert json.loads(said.out) == []
    assert "no path of SUS" in said.err


def test_filters_narrow_the_answer(flowgraph: Run) -> None:
    found = flowgraph("trace", "SUS", PAGES, "--identifiability", "identifiable", "--format", "jsonl").lines
    assert found
    assert {hop["identifiability"] for path in found for hop in path["hops"]} == {"identifiable"}
    one = flowgraph("trace", "SUS", PAGES, "--depth", "1", "--format", "jsonl").lines
    assert {len(path["hops"]) for path in one} == {1}
    then = flowgraph("trace", "SUS", PAGES, "--as-of", "2019-01-01")
    assert then.code == 1


def test_paths_end_where_they_were_asked_to(flowgraph: Run) -> None:
    said = flowgraph("paths", "SUS Repository", "NHS Lincolnshire CCG", PAGES, "--dataset", "SUS", "--format", "jsonl")
    assert said.code == 0
    assert {(path["organisations"][0], path["organisations"][-1]) for path in said.lines} == {
        ("SUS Repository", "NHS Lincolnshire CCG")
    }


def test_csv_has_a_row_for_each_hop(flowgraph: Run) -> None:
    rows = flowgraph("trace", "SUS", PAGES, "--format", "csv").out.splitlines()
    paths = flowgraph("trace", "SUS", PAGES, "--format", "jsonl").lines
    assert len(rows) == 1 + sum(len(path["hops"]) for path in paths)
    assert rows[1].startswith("1,1,")


def test_the_tree_shows_state_power_purpose_and_step_of_each_hop(flowgraph: Run) -> None:
    tree = flowgraph("trace", "SUS", PAGES, "--purpose", "Risk Stratification", width=160).out
    lines = [re.sub(r"^[│├└─\s]+", "", line) for line in tree.splitlines()]
    assert f"→ {CSU}" in lines
    assert "identifiable · s251, s261(7) (inferred) · Risk Stratification, step 2" in lines
    assert "▼ becomes pseudonymised, was identifiable" in lines
    depth = {name: tree.splitlines()[lines.index(name)].index("→") for name in (f"→ {CSU}", "→ GPs")}
    assert depth["→ GPs"] > depth[f"→ {CSU}"]


@pytest.mark.parametrize("width", [40, 60, 100])
def test_the_tree_keeps_to_the_width(flowgraph: Run, width: int) -> None:
    said = flowgraph("trace", "SUS", PAGES, width=width)
    assert max(map(len, said.out.splitlines())) <= width
    folded = "".join(re.sub(r"[│├└─\s]", "", said.out))
    assert CSU.replace(" ", "") in folded


def test_reach_lists_every_holder_once(flowgraph: Run) -> None:
    found = flowgraph("reach", "SUS", PAGES, "--format", "jsonl").lines
    keys = [holder["key"] for holder in found]
    assert len(keys) == len(set(keys))
    hops = {holder["name"]: holder["hops"] for holder in found}
    assert hops[CSU] == 2
    assert hops["GPs"] == 3
