"""Real agreements without gold: none makes the reader fall over, none is misquoted, little movement stays unread."""

import re
from pathlib import Path

import pytest

from flowgraph.clauses import outline
from flowgraph.documents import read_agreements
from flowgraph.domain import Reading, SectionName
from flowgraph.flows import read_flows
from flowgraph.lexicon.cues import cue
from flowgraph.lexicon.verbs import verb_forms

FOLDERS = ("more", "versions")
READ_OR_REASONED = 0.95
# Some agreements tell only of what happens inside one party.
WITH_FLOWS = 0.9
# Of the sentences that plainly put a verb of movement beside a noun for data, so many must have been looked at.
LOOKED_AT = 0.7


@pytest.fixture(scope="module")
def readings(shared: Path) -> list[Reading]:
    """The readings of every agreement version in the folders without gold."""
    folders = [shared / "register" / name for name in FOLDERS]
    missing = [folder for folder in folders if not folder.is_dir()]
    if missing:
        pytest.skip(f"no real agreements at {missing[0]}; this test needs them")
    read = read_agreements(folders)
    assert not read.failures
    return [read_flows(agreement) for agreement in read.agreements]


def _text(reading: Reading) -> str:
    section = reading.agreement.section(SectionName.PROCESSING)
    return section.text if section is not None else ""


def test_nearly_every_agreement_gives_flows(readings: list[Reading]) -> None:
    assert len(readings) > 40
    assert sum(bool(reading.flows) for reading in readings) >= WITH_FLOWS * len(readings)


def test_no_span_misquotes(readings: list[Reading]) -> None:
    for reading in readings:
        text = _text(reading)
        found = [flow.evidence for flow in reading.flows] + [host.evidence for host in reading.hosts]
        found += [entry.evidence for entry in reading.unread]
        assert all(text[one.start : one.end] == one.quote for one in found), reading.agreement.reference


def test_movement_gives_a_flow_or_a_reason(readings: list[Reading]) -> None:
    spoken = sum(reading.movement_sentences for reading in readings)
    missed = sum(len(reading.missed) for reading in readings)
    assert 1 - missed / spoken >= READ_OR_REASONED


def test_the_count_of_movement_sentences_hides_nothing(readings: list[Reading]) -> None:
    strong = [word for word, form in verb_forms().items() if not form.entry.weak and form.forms != {"noun"}]
    verb = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, strong))})(?![\w-])", re.IGNORECASE)
    data = cue("data")
    plain = sum(
        bool(verb.search(sentence.text) and data.search(sentence.text))
        for reading in readings
        for sentence in outline(_text(reading)).sentences
    )
    assert sum(reading.movement_sentences for reading in readings) >= LOOKED_AT * plain
