"""`flowgraph parse`: the contract of its formats, coverage, and what a bad input comes to."""

import csv
import io
import json
from pathlib import Path

import pytest
from command_line import PAGES, Run

from flowgraph.command.records import FLOW_KEYS
from flowgraph.documents import read_agreements
from flowgraph.domain import SectionName

CONTRACT = (
    "id, agreement, version, purpose, step, source, source_kind, target, target_kind, datasets, identifiability, kind, "
    "modality, legal_basis, legal_basis_source, opt_outs, evidence, section, char_start, char_end, rule"
).split(", ")


def test_a_flow_is_one_line_with_the_promised_keys_in_order(flowgraph: Run) -> None:
    said = flowgraph("parse", PAGES, "--format", "jsonl")
    assert said.code == 0
    assert len(said.lines) > 15
    assert all(list(flow) == CONTRACT for flow in said.lines)
    assert list(FLOW_KEYS) == CONTRACT


def test_every_flow_quotes_the_text_at_its_span(flowgraph: Run) -> None:
    texts = {
        agreement.reference: section.text
        for agreement in read_agreements([PAGES]).agreements
        if (section := agreement.section(SectionName.PROCESSING)) is not None
    }
    for flow in flowgraph("parse", PAGES, "--format", "jsonl").lines:
        assert texts[flow["agreement"]][flow["char_start"] : flow["char_end"]] == flow["evidence"]


def test_the_formats_tell_the_same_flows(flowgraph: Run) -> None:
    lines = flowgraph("parse", PAGES, "--format", "jsonl").lines
    assert json.loads(flowgraph("parse", PAGES, "--format", "json").out) == lines
    rows = list(csv.DictReader(io.StringIO(flowgraph("parse", PAGES, "--format", "csv").out)))
    assert [row["id"] for row in rows] == [flow["id"] for flow in lines]
    assert [row["datasets"] for row in rows] == ["; ".join(flow["datasets"]) for flow in lines]
    table = flowgraph("parse", PAGES, width=400).out
    assert all(flow["id"] in table for flow in lines)


def test_the_same_input_gives_the_same_bytes_whatever_the_processes(
    flowgraph: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone = flowgraph("parse", PAGES, "--format", "jsonl", "--jobs", "1").out
    monkeypatch.setattr("flowgraph.command.workers.WORTH_IT", 10)
    monkeypatch.setattr("flowgraph.command.workers.CHUNK", 500)
    assert flowgraph("parse", PAGES, "--format", "jsonl", "--jobs", "2").out == alone


@pytest.mark.parametrize("form", ["json", "jsonl", "csv"])
def test_coverage_stays_out_of_machine_formats(flowgraph: Run, form: str) -> None:
    said = flowgraph("parse", PAGES, "--format", form)
    assert "4 agreements" in said.err
    assert "sentences on movement or access" in said.err
    assert "sentences on movement" not in said.out


def test_coverage_stands_below_the_table(flowgraph: Run) -> None:
    said = flowgraph("parse", PAGES)
    assert "4 agreements" in said.out
    assert said.err == ""


def test_unread_sentences_come_with_their_reason(flowgraph: Run) -> None:
    unread = flowgraph("parse", PAGES, "--unread", "--format", "jsonl").lines
    reasons = {entry["evidence"]: entry["reason"] for entry in unread}
    assert reasons["No record is passed to the funder of the study."] == "negated"
    assert reasons["They keep the servers running and do not access the data."] == "hosting"


def test_a_page_is_read_from_standard_input(flowgraph: Run) -> None:
    page = Path(PAGES, "university_of_lincoln.txt")
    piped = flowgraph("parse", "-", "--format", "jsonl", stdin=page.read_bytes())
    assert piped.lines == flowgraph("parse", str(page), "--format", "jsonl").lines


def test_one_bad_file_does_not_stop_the_others(flowgraph: Run, tmp_path: Path) -> None:
    bad = tmp_path / "holiday.txt"
    bad.write_text("Dear aunt, the weather is fine.\n")
    said = flowgraph("parse", str(bad), PAGES, "--format", "jsonl")
    assert said.code == 2
    assert len(said.lines) == len(flowgraph("parse", PAGES, "--format", "jsonl").lines)
    complaints = [line for line in said.err.splitlines() if line.startswith("flowgraph:")]
    assert len(complaints) == 1
    assert "holiday.txt" in complaints[0]


def test_strict_turns_issues_into_failure_and_tells_them(flowgraph: Run, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    text = Path(PAGES, "university_of_lincoln.txt").read_text(encoding="utf-8")
    page.write_text(text.replace("DSA runs 2021-06-01 — 2024-05-31 2021.09 — 2022.09.", "whenever it suits"))
    lenient = flowgraph("parse", str(page), "--format", "jsonl")
    strict = flowgraph("parse", str(page), "--format", "jsonl", "--strict")
    assert (lenient.code, strict.code) == (0, 1)
    assert lenient.out == strict.out
    assert "whenever it suits" in strict.err
    assert f"{page}:" in strict.err
    issues = flowgraph("parse", str(page), "--issues", "--format", "jsonl").lines
    assert any("whenever it suits" in issue["message"] and issue["line"] for issue in issues)
