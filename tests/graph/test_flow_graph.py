"""The graph in memory: who is in it, under which names, and what it gives of each agreement version."""

from datetime import date

import networkx as nx
import pytest
from made_register import HES, graph, party, reading

from flowgraph.domain import Host, Party, PartyKind
from flowgraph.graph import FlowGraph, Wanted

A, B = "DARS-NIC-990001-A1B2C", "DARS-NIC-990002-D3E4F"


@pytest.fixture
def two_versions():
    """An agreement in two versions, with all that stands in a reading besides its flows."""
    old = reading(
        "DSCRO > Example CSU | SUS\nDSCRO > Example CSU | HES", A, "1.0", date(2020, 1, 1), date(2020, 12, 31)
    )
    new = reading("DSCRO > Example CSU | SUS | | Audit | | s251", A, "2.0", date(2021, 1, 1), date(2021, 12, 31))
    host = Host(host=party("Example Cloud Ltd"), serves=party("Example CSU"), evidence=new.flows[0].evidence)
    standing = {"controllers": (party("Example CCG"),), "processors": (party("Example CSU"),), "hosts": (host,)}
    return graph(new.model_copy(update=standing), old)


class TestNetwork:
    def test_it_is_a_frozen_multigraph_of_parties_and_flows(self, two_versions):
        network = two_versions.network
        assert isinstance(network, nx.MultiDiGraph)
        assert set(network) == {"name:dscro", "name:example csu", "name:example ccg", "name:example cloud ltd"}
        edges = {key: data for _, _, key, data in network.edges(keys=True, data=True)}
        assert {key: (data["version"], data["newest"]) for key, data in edges.items()} == {
            f"{A}/1.0/000": ("1.0", False),
            f"{A}/1.0/001": ("1.0", False),
            f"{A}/2.0/000": ("2.0", True),
        }
        assert edges[f"{A}/2.0/000"]["flow"].purpose == "Audit"
        with pytest.raises(nx.NetworkXError, match="Frozen"):
            network.add_node("another")

    def test_a_host_is_a_node_without_flows(self, two_versions):
        assert two_versions.network.degree("name:example cloud ltd") == 0


class TestParties:
    def test_a_party_goes_by_the_fullest_of_its_names_and_is_found_by_each(self):
        short = Party(key="ods:0XX", name="Example CSU", kind=PartyKind.CSU, code="0XX")
        full = Party(key="ods:0XX", name="Example Commissioning Support Unit", kind=PartyKind.CSU, code="0XX")
        one = reading("A > B | SUS", A).model_copy(update={"parties": (short,)})
        two = reading("A > B | SUS", B).model_copy(update={"parties": (full,)})
        made = graph(one, two)
        assert made.party("ods:0XX") == full
        assert made.network.nodes["ods:0XX"]["names"] == (full.name, short.name)
        for name in ("example csu", "Example Commissioning Support Unit", "0xx", "ods:0XX"):
            assert [found.key for found in made.called(name)] == ["ods:0XX"]
        assert made.party("ods:0YY") is None

    def test_the_order_of_the_readings_does_not_matter(self):
        readings = [
            reading("A > B | SUS\nB > @GPs | HES", A),
            reading("C > D | SUS", B, "1.0"),
            reading("C > E | SUS", B),
        ]
        there = FlowGraph.from_readings(readings, HES)
        back = FlowGraph.from_readings(reversed(readings), HES)
        assert list(there.parties()) == list(back.parties())
        assert list(there.flows(every_version=True)) == list(back.flows(every_version=True))


class TestVersions:
    def test_what_stands_in_a_version_is_there(self, two_versions):
        assert [one.name for one in two_versions.controllers(A)] == ["Example CCG"]
        assert [one.name for one in two_versions.processors(A)] == ["Example CSU"]
        assert [one.host.name for one in two_versions.hosts(A)] == ["Example Cloud Ltd"]
        assert two_versions.controllers(A, date(2020, 6, 1)) == ()
        assert two_versions.hosts("DARS-NIC-990009-Z9Z9Z") == ()

    def test_names_of_every_version_can_be_asked_for(self, two_versions):
        assert two_versions.datasets() == ("HES", "SUS")
        assert list(two_versions.purposes()) == ["Audit"]
        assert list(two_versions.bases()) == ["s251"]
        assert list(two_versions.agreements()) == [A]

    def test_the_same_version_read_twice_counts_once(self):
        twice = graph(reading("A > B | SUS", A, "1.0"), reading("A > B | SUS", A, "1.0"))
        assert len(list(twice.flows())) == 1
        assert len(twice.versions(A)) == 1

    @pytest.mark.parametrize(
        ("older", "newer"), [("2.9", "2.10"), (None, "0.1"), ("1.2", "2.1"), ("9.2", "10.0"), ("1.0", "1.0-draft")]
    )
    def test_versions_run_from_the_oldest_to_the_newest(self, older, newer):
        made = graph(reading("A > B | SUS", A, newer), reading("A > B | SUS", A, older))
        assert [one.version for one in made.versions(A)] == [older, newer]

    def test_flows_stand_in_the_order_of_the_text(self):
        one = reading("A > B | SUS\nB > C | SUS\nC > D | SUS", A)
        turned = one.model_copy(update={"flows": tuple(reversed(one.flows))})
        assert [flow.target.name for flow in graph(turned).flows()] == ["B", "C", "D"]


class TestStrands:
    @pytest.fixture
    def register(self):
        return graph(
            reading("A > B | SUS | identifiable | | | s251\nB > C | MHSDS\nB > C |", A),
            reading("C > D | HES\nC > C | SUS", B),
        )

    @pytest.mark.parametrize(
        ("wanted", "found"),
        [
            (Wanted(), [A, B]),
            (Wanted(datasets=frozenset({"SUS"})), [A]),
            (Wanted(datasets=frozenset({"HES", "MHSDS"})), [A, B]),
            (Wanted(agreements=frozenset({B, "DARS-NIC-990009-Z9Z9Z"})), [B]),
            (Wanted(senders=frozenset({"name:c"})), [B]),
            (Wanted(receivers=frozenset({"name:b", "name:d"})), [A, B]),
            (Wanted(datasets=frozenset({"HES"}), receivers=frozenset({"name:b"})), []),
            (Wanted(bases=frozenset({"s251"})), [A]),
            (Wanted(bases=frozenset({"unstated"})), [A, B]),
            (Wanted(states=frozenset({"identifiable"})), [A]),
        ],
    )
    def test_only_agreements_that_can_matter_are_looked_at(self, register, wanted, found):
        assert [strand.agreement for strand in register.strands(wanted)] == found

    def test_a_strand_finds_its_flows_by_data_set(self, register):
        first, second = register.strands(Wanted())
        assert dict(first.by_name) == {"SUS": (0,), "MHSDS": (1,), None: (2,)}
        assert dict(second.by_name) == {"HES": (0,)}
