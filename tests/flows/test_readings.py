"""What a reading promises beside its flows: controllers, processors, hosts, and a count of what moves."""

import pytest
from golden_cases import Case, cases
from hostile_texts import agreement

from flowgraph.domain import Agreement, Controller, Flow, PartyKind, Reading, Section, SectionName
from flowgraph.flows import read_flows

CASES = cases()

TEXT = """\
PROCESSING CONDITIONS:
Cloudy Seaside Ltd supply cloud services for Seaside CSU.

Commissioning
Data Processor 1 - Seaside CSU
1. The DSCRO sends pseudonymised SUS to Seaside CSU.
2. The DSCRO will never send SUS to Farland Insurance Ltd.
3. Seaside CSU then passes the linked data to the CCG.

Data Processor 2 - Farland Analytics Ltd
1. The DSCRO sends pseudonymised SUS to Farland Analytics Ltd.
"""


@pytest.fixture(scope="module")
def reading() -> Reading:
    return read_flows(agreement(TEXT))


def test_controllers_are_those_the_agreement_names(reading: Reading) -> None:
    assert [(one.kind, one.name.casefold()) for one in reading.controllers] == [
        (PartyKind.COMMISSIONER, "nhs farland ccg"),
        (PartyKind.LOCAL_AUTHORITY, "farland county council"),
        (PartyKind.UNIVERSITY, "university of farland"),
    ]


def test_processors_are_those_the_blocks_name_in_their_order(reading: Reading) -> None:
    assert [one.name for one in reading.processors] == ["Seaside CSU", "Farland Analytics Ltd"]


def test_a_controller_is_no_processor_of_its_own() -> None:
    text = "Commissioning\nData Processor 1 - NHS Farland CCG\n1. The DSCRO sends pseudonymised SUS to NHS Farland CCG."
    reading = read_flows(agreement(text))
    assert reading.processors == ()
    assert [flow.target for flow in reading.flows] == [reading.controllers[0]]


def test_a_host_is_tied_to_whom_it_serves_and_receives_nothing(reading: Reading) -> None:
    (host,) = reading.hosts
    assert (host.host.name, host.serves and host.serves.name) == ("Cloudy Seaside Ltd", "Seaside CSU")
    assert TEXT[host.evidence.start : host.evidence.end] == host.evidence.quote
    assert host.host.key not in {end.key for flow in reading.flows for end in (flow.source, flow.target)}
    assert host.host in reading.parties


def test_a_sentence_of_movement_gave_a_flow_or_stands_unread(reading: Reading) -> None:
    assert {entry.reason for entry in reading.unread} == {"hosting", "negated"}
    assert reading.movement_sentences == len(reading.flows) + len(reading.unread) == 5
    assert reading.missed == ()


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_the_count_is_of_sentences(case: Case) -> None:
    reading = read_flows(case.agreement)
    told = {(flow.evidence.start, flow.evidence.end) for flow in reading.flows}
    unread = [(entry.evidence.start, entry.evidence.end) for entry in reading.unread]
    assert len(set(unread)) == len(unread)
    assert not told & set(unread)
    # A sentence that only repeats a flow told before counts, and stands in neither list.
    assert reading.movement_sentences >= len(told) + len(unread)


def _of(text: str) -> list[Flow]:
    return list(read_flows(agreement(text)).flows)


def test_a_role_belongs_to_its_agreement_and_an_organisation_does_not() -> None:
    (flow,) = _of("Risk Stratification\n1. Identifiable GP data is sent by the GPs to Farland Analytics Ltd.")
    assert (flow.source.role_of, flow.target.role_of) == ("DARS-NIC-990001-A1B2C", None)
    assert flow.source.role_of is not None
    assert flow.source.role_of in flow.source.key
    assert "990001" not in flow.target.key


def test_a_known_body_has_one_key_under_all_its_names() -> None:
    flows = _of(
        "Commissioning\n1. The DSCRO sends pseudonymised SUS to North of England Commissioning Support Unit."
        "\n2. NECS passes the data to the CCG.\n3. NHS North of England CSU passes aggregate tables to the Council."
    )
    keys = {flows[0].target.key, flows[1].source.key, flows[2].source.key}
    assert len(flows) == 3
    assert len(keys) == 1


def test_an_agreement_without_the_section_says_so() -> None:
    bare = Agreement(reference="DARS-NIC-990001-A1B2C", controllers=(Controller(name="NHS Farland CCG"),))
    for given in (bare, bare.model_copy(update={"sections": (Section(name=SectionName.PROCESSING, text=" \n"),)})):
        reading = read_flows(given)
        assert (reading.flows, reading.movement_sentences) == ((), 0)
        assert [issue.code for issue in reading.issues] == ["no-processing"]
        assert [party.name for party in reading.controllers] == ["NHS Farland CCG"]


def test_only_the_processing_section_gives_flows() -> None:
    text = "NHS Digital sends pseudonymised HES APC to the University of Farland."
    objectives = Section(name=SectionName.OBJECTIVES, text=text)
    given = agreement("Rooms are locked.")
    assert read_flows(given.model_copy(update={"sections": (objectives, *given.sections)})).flows == ()
    assert len(_of(text)) == 1
