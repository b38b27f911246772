"""No text makes the reader fall over, and whatever it finds stands in the text where it says."""

from hostile_texts import agreement, hostile
from hypothesis import HealthCheck, given, settings

from flowgraph.domain import Evidence, Reading, SectionName
from flowgraph.flows import read_flows

READING = settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def _evidence(reading: Reading) -> list[Evidence]:
    found = [flow.evidence for flow in reading.flows] + [entry.evidence for entry in reading.unread]
    return found + [host.evidence for host in reading.hosts]


@READING
@given(hostile)
def test_every_span_quotes_its_section_exactly(text: str) -> None:
    for evidence in _evidence(read_flows(agreement(text))):
        assert evidence.section is SectionName.PROCESSING
        assert evidence.quote
        assert text[evidence.start : evidence.end] == evidence.quote


@READING
@given(hostile)
def test_marks_lie_inside_the_quote(text: str) -> None:
    for flow in read_flows(agreement(text)).flows:
        assert any(mark.role == "verb" for mark in flow.marks) or flow.rule == "listed-recipient"
        assert all(0 <= mark.start < mark.end <= len(flow.evidence.quote) for mark in flow.marks)


@READING
@given(hostile)
def test_what_is_read_hangs_together(text: str) -> None:
    reading = read_flows(agreement(text))
    keys = {party.key for party in reading.parties}
    assert len(keys) == len(reading.parties)
    assert len({flow.id for flow in reading.flows}) == len(reading.flows)
    for flow in reading.flows:
        assert flow.source.key != flow.target.key
        assert {flow.source.key, flow.target.key} <= keys
        assert len(set(flow.datasets)) == len(flow.datasets)
    assert all(party.name.strip() and party.key.strip(": ") for party in reading.parties)
    assert reading.movement_sentences >= len(reading.unread)
