"""The golden cases: what the reader makes of a text is what a careful human reader finds in it."""

import pytest
from golden_cases import Case, cases, flow_line, host_lines

from flowgraph.clauses import outline
from flowgraph.domain import Reading, SectionName
from flowgraph.flows import read_flows

CASES = cases()


def _parameter(case: Case) -> object:
    marks = [pytest.mark.xfail(strict=True, raises=AssertionError, reason=case.fault)] if case.fault else []
    return pytest.param(case, id=case.name, marks=marks)


@pytest.mark.parametrize("case", [_parameter(case) for case in CASES])
def test_a_text_gives_its_flows(case: Case) -> None:
    reading = read_flows(case.agreement)
    read = [flow_line(flow) for flow in reading.flows]
    assert sorted(set(read) - set(case.optional)) == sorted(case.flows)
    assert len(read) == len(set(read)), "the same flow stands twice"
    assert host_lines(reading) == sorted(case.hosts)
    if case.processors is not None:
        assert [processor.name for processor in reading.processors] == case.processors
    for words, reason in case.silent:
        _gives_none(reading, words, reason)


def _gives_none(reading: Reading, words: str, reason: str | None) -> None:
    """Check that the sentence that begins with ``words`` gave no flow, and why."""
    section = reading.agreement.section(SectionName.PROCESSING)
    assert section is not None
    spans = [(one.start, one.end) for one in outline(section.text).sentences if one.text.startswith(words)]
    assert spans, f"the text has no sentence that begins {words!r}"
    given = [flow_line(flow) for flow in reading.flows if (flow.evidence.start, flow.evidence.end) in spans]
    assert not given
    told = [entry.reason for entry in reading.unread if (entry.evidence.start, entry.evidence.end) in spans]
    assert reason is None or told == [reason] * len(spans)
    assert None not in told, "the sentence counts as missed"
