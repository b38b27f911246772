"""What register text may not do to a terminal, a spreadsheet, a line of JSON."""

import csv
import io
import json
import unicodedata
from pathlib import Path

import pytest
from command_line import Run
from hypothesis import given
from hypothesis import strategies as st

from flowgraph.command.safe_text import csv_cell, json_line, one_line, printable

ANY = st.text(st.characters())
STEERING = st.text(st.sampled_from("ab=+-@ \t\r\n\x00\x07\x1b\x7f\x9b\u200e\u202e\u2028\u2066\ufeff\ue000|%"))


@given(ANY | STEERING)
def test_nothing_that_is_printed_steers(text: str) -> None:
    for character in printable(text):
        assert character == "\n" or unicodedata.category(character) not in {"Cc", "Cf", "Cs", "Zl", "Zp"}


@given(ANY | STEERING)
def test_one_line_is_one_line(text: str) -> None:
    assert len(one_line(text).splitlines()) <= 1


@given(STEERING)
def test_no_cell_begins_as_a_formula(text: str) -> None:
    cell = csv_cell(text)
    assert not cell.strip().startswith(("=", "+", "-", "@", "|", "%"))
    assert "\t" not in cell
    assert "\r" not in cell


@given(ANY | STEERING)
def test_json_keeps_its_values_and_shows_no_steering_character(text: str) -> None:
    line = json_line(json.dumps({"quote": text}, ensure_ascii=False))
    assert json.loads(line) == {"quote": text}
    assert not set(line) & set("\x1b\x7f\x9b\u200e\u202e\u2028\u2066\ufeff\n\r")


@pytest.mark.parametrize("text", ['=HYPERLINK("http://x")', "+1", "-1", "@SUM(A1)", " =1", "\t=1", "＝1"])
def test_formulas_get_an_apostrophe(text: str) -> None:
    assert csv_cell(text).startswith("'")


def test_bullets_of_word_processors_become_bullets() -> None:
    assert one_line("\uf0b7 the data") == "• the data"


@pytest.fixture
def hostile(tmp_path: Path) -> str:
    """An agreement whose title, names and sentences would steer a terminal and be formulas in a spreadsheet."""
    agreement = {
        "reference": "DARS-NIC-999005-N9P1Q-v1.0",
        "base_reference": "DARS-NIC-999005-N9P1Q",
        "title": "\x1b]0;owned\x07=1+1 \u202eFalls \x9b31m",
        "organisation": "UNIVERSITY OF LINCOLN",
        "organisation_type": "Academic",
        "controllers": ["UNIVERSITY OF LINCOLN"],
        "start_date": "2021-06-01",
        "end_date": "2024-05-31",
        "datasets": [{"name": "=cmd|'/C calc'!A0\x1b[2J", "type_of_data": "Identifiable", "legal_basis": ""}],
        "objective": "",
        "activities": "=cmd|'/C calc'!A0\x1b[2J\nNHS Digital sends identifiable HES data\x1b[2J\u202e to the "
        "University of Lincoln.\n=1+1\x9b Records may not be shared with anybody else.",
    }
    page = tmp_path / "agreement.json"
    page.write_text(json.dumps(agreement))
    return str(page)


@pytest.mark.parametrize(
    "arguments", [["parse"], ["parse", "--unread"], ["trace", "HES"], ["organisations"], ["datasets"], ["stats"]]
)
@pytest.mark.parametrize("form", ["table", "jsonl", "csv"])
def test_no_command_prints_what_steers(flowgraph: Run, hostile: str, arguments: list[str], form: str) -> None:
    said = flowgraph(*arguments, hostile, "--format", form)
    assert said.out
    assert not set(said.out + said.err) & set("\x1b\x07\x9b\u202e")
    if form == "csv":
        cells = [cell for row in csv.reader(io.StringIO(said.out)) for cell in row]
        assert not any(cell.startswith(("=", "+", "@")) for cell in cells)
