"""The id of a flow is its own, and stays while the text around it changes."""

from golden_cases import Case, cases
from hostile_texts import agreement, register_like
from hypothesis import given, settings
from hypothesis import strategies as st

from flowgraph.domain import Agreement, Section, SectionName
from flowgraph.flows import read_flows

# Sentences of every day, under a heading of their own: they name no party and no data set.
UNRELATED = """

SECURITY:
Every room is locked at night, and whoever enters a room is written down in a book.
Books are read again once a year.
"""


def _with_text(given: Agreement, text: str) -> Agreement:
    return given.model_copy(update={"sections": (Section(name=SectionName.PROCESSING, text=text),)})


@given(st.sampled_from(cases()), st.integers(1, 6))
@settings(max_examples=60, deadline=None)
def test_unrelated_text_behind_changes_no_flow(case: Case, times: int) -> None:
    text = case.agreement.sections[0].text
    before = read_flows(case.agreement)
    after = read_flows(_with_text(case.agreement, text + UNRELATED * times))
    assert after.flows == before.flows
    assert after.hosts == before.hosts


@given(st.sampled_from(cases()))
@settings(max_examples=40, deadline=None)
def test_blank_lines_before_move_the_spans_and_nothing_else(case: Case) -> None:
    before = read_flows(case.agreement)
    after = read_flows(_with_text(case.agreement, "\n\n\n" + case.agreement.sections[0].text))
    assert [flow.id for flow in after.flows] == [flow.id for flow in before.flows]
    assert [flow.evidence.start - 3 for flow in after.flows] == [flow.evidence.start for flow in before.flows]


@given(register_like)
@settings(max_examples=60, deadline=None)
def test_an_id_begins_with_the_reference_and_tells_versions_apart(text: str) -> None:
    first = agreement(text)
    second = first.model_copy(update={"version": "1.3"})
    ids = [{flow.id for flow in read_flows(one).flows} for one in (first, second)]
    assert not ids[0] & ids[1]
    assert all(one.startswith(f"{first.reference}:") for one in ids[0] | ids[1])
