"""The golden cases show every rule, every kind of answer, and every reason why a sentence gives no flow."""

from collections.abc import Iterable

import pytest
from golden_cases import CaseError, cases, read_cases

from flowgraph.command.rules import RULES
from flowgraph.domain import BasisSource, Flow, FlowKind, Identifiability, Modality, PartyKind, Reading, StateSource
from flowgraph.flows import read_flows


@pytest.fixture(scope="module")
def readings() -> list[Reading]:
    """The readings of the cases that are read without a fault."""
    return [read_flows(case.agreement) for case in cases() if case.fault is None]


@pytest.fixture(scope="module")
def flows(readings: list[Reading]) -> list[Flow]:
    """All flows of those readings."""
    return [flow for reading in readings for flow in reading.flows]


def test_every_rule_is_shown_and_has_words(flows: list[Flow]) -> None:
    assert {flow.rule for flow in flows} == set(RULES)


@pytest.mark.parametrize(
    ("vocabulary", "field"),
    [
        (Identifiability, "identifiability"),
        (StateSource, "identifiability_source"),
        (FlowKind, "kind"),
        (Modality, "modality"),
        (BasisSource, "legal_basis_source"),
    ],
)
def test_every_word_of_a_vocabulary_is_shown(vocabulary: Iterable[str], field: str, flows: list[Flow]) -> None:
    assert {getattr(flow, field) for flow in flows} == set(vocabulary)


def test_every_kind_of_party_is_shown(flows: list[Flow]) -> None:
    assert {party.kind for flow in flows for party in (flow.source, flow.target)} == set(PartyKind)


@pytest.mark.parametrize(
    "reason",
    [
        "negated",
        "hosting",
        "no data about patients",
        "inside one party",
        "no named recipient",
        "no named source",
        "asked for, not told as done",
        "only a condition",
        "introduces the steps below it",
        "the text leaves open who receives",
        "the text leaves open who sends",
    ],
)
def test_every_reason_is_shown(reason: str, readings: list[Reading]) -> None:
    assert reason in {entry.reason for reading in readings for entry in reading.unread}


def test_titles_are_told_apart() -> None:
    names = [case.name for case in cases()]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("== One\ncontroller: A\n--\nText", "not 2"),
        ("== One\ncolour: red\n--\nText\n--\n", "no field of an agreement: 'colour: red'"),
        ("== One\n--\nText\n--\nA -> B | SUS\n", "neither a flow with 7 fields"),
        ("== One\n--\nText\n--\nno folw: words\n", "nor a known word: 'no folw: words'"),
    ],
)
def test_a_case_out_of_form_is_named(text: str, problem: str) -> None:
    with pytest.raises(CaseError, match=r"made\.txt") as caught:
        list(read_cases("made.txt", text))
    assert problem in str(caught.value)


def test_what_is_re_identified_is_identifiable_and_rests_on_no_listed_power(flows: list[Flow]) -> None:
    found = [flow for flow in flows if flow.kind is FlowKind.RE_IDENTIFICATION]
    assert {flow.identifiability for flow in found} == {Identifiability.IDENTIFIABLE}
    assert not any(flow.legal_basis for flow in found)


def test_nothing_has_a_basis_before_it_has_left_the_regional_office(flows: list[Flow]) -> None:
    assert not any(flow.legal_basis for flow in flows if flow.target.kind is PartyKind.DSCRO)
