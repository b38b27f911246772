"""The rules of sense, one by one, on readings written for the purpose."""

import pytest
from made_register import graph, reading, ways

from flowgraph.domain import Identifiability
from flowgraph.questions import Carries, paths, trace

A, B, C = "DARS-NIC-990001-A1B2C", "DARS-NIC-990002-D3E4F", "DARS-NIC-990003-G5H6J"


class TestAgreement:
    def test_a_path_runs_from_where_the_data_enters_to_its_last_holder(self):
        seen = trace(
            graph("""
                SUS Repository > Yorkshire DSCRO | SUS | identifiable
                Yorkshire DSCRO > Example CSU | SUS | pseudonymised
                Example CSU > Example CCG | SUS | pseudonymised
            """),
            "SUS",
        )
        assert ways(seen) == ["SUS Repository > Yorkshire DSCRO > Example CSU > Example CCG"]
        assert [hop.becomes for hop in seen[0].hops] == [None, Identifiability.PSEUDONYMISED, None]
        assert [hop.before for hop in seen[0].hops] == [None, "identifiable", "pseudonymised"]
        assert seen[0].entry
        assert not seen[0].goes_on
        assert seen.cut is None

    def test_two_agreements_that_share_a_csu_make_no_path(self):
        shared = graph(
            reading("DSCRO > Example CSU | SUS | pseudonymised", A),
            reading("Example CSU > Distant CCG | SUS | pseudonymised", B),
        )
        assert ways(trace(shared, "SUS")) == ["DSCRO > Example CSU", "Example CSU > Distant CCG"]
        assert not paths(shared, "DSCRO", "Distant CCG")

    def test_a_role_of_one_agreement_is_not_the_role_of_another(self):
        roles = graph(
            reading("Example CSU > @GPs | SUS | identifiable", A),
            reading("@GPs > Example Trial Unit | SUS | identifiable", B),
        )
        assert ways(trace(roles, "SUS", cross_agreements=True)) == ["Example CSU > GPs", "GPs > Example Trial Unit"]
        assert roles.network.number_of_nodes() == 4

    def test_agreements_are_crossed_on_request_and_each_such_hop_says_so(self):
        shared = graph(
            reading("DSCRO > Example CSU | SUS | pseudonymised", A),
            reading("Example CSU > Distant CCG | SUS | pseudonymised", B),
        )
        seen = trace(shared, "SUS", cross_agreements=True)
        assert ways(seen) == ["DSCRO > Example CSU > Distant CCG"]
        assert [hop.crosses_agreement for hop in seen[0].hops] == [False, True]
        assert seen[0].hops[1].marks == ("crosses agreement",)
        assert seen[0].agreements == (A, B)

    def test_crossing_agreements_does_not_cross_purposes(self):
        shared = graph(
            reading("DSCRO > Example CSU | SUS | | Commissioning", A),
            reading("Example CSU > Distant CCG | SUS | | Risk Stratification", B),
            reading("Example CSU > Near CCG | SUS | | Commissioning", C),
        )
        assert ways(trace(shared, "SUS", cross_agreements=True)) == [
            "DSCRO > Example CSU > Near CCG",
            "Example CSU > Distant CCG",
        ]
        both = trace(shared, "SUS", cross_agreements=True, cross_purposes=True)
        assert ways(both) == ["DSCRO > Example CSU > Distant CCG", "DSCRO > Example CSU > Near CCG"]
        assert both[0].hops[1].marks == ("crosses agreement", "crosses purpose")

    def test_a_path_without_end_across_agreements_is_cut_at_twelve_hops_and_says_so(self):
        chain = graph(*(reading(f"Body {n:02} > Body {n + 1:02} | SUS", f"DARS-NIC-99{n:04}-A1B2C") for n in range(20)))
        seen = trace(chain, "SUS", cross_agreements=True)
        assert len(seen) == 1
        assert len(seen[0].hops) == 12
        assert seen[0].goes_on


class TestPurpose:
    def test_hops_of_unlike_purposes_do_not_join(self):
        two = graph("""
            SUS Repository > DSCRO | SUS | identifiable | Invoice Validation
            DSCRO > Example CCG | SUS | identifiable | Invoice Validation
            SUS Repository > DSCRO | SUS | identifiable | Commissioning
            DSCRO > Example CSU | SUS | pseudonymised | Commissioning
        """)
        seen = trace(two, "SUS")
        assert ways(seen) == ["SUS Repository > DSCRO > Example CCG", "SUS Repository > DSCRO > Example CSU"]
        assert [path.purpose for path in seen] == ["Invoice Validation", "Commissioning"]

    def test_a_flow_whose_purpose_is_unstated_joins_any_of_its_agreement(self):
        seen = trace(
            graph("""
                SUS Repository > DSCRO | SUS | identifiable
                DSCRO > Example CCG | SUS | identifiable | Invoice Validation
                DSCRO > Example CSU | SUS | pseudonymised | Commissioning
            """),
            "SUS",
        )
        assert ways(seen) == ["SUS Repository > DSCRO > Example CCG", "SUS Repository > DSCRO > Example CSU"]

    def test_an_unstated_purpose_is_no_bridge_between_two_others(self):
        seen = trace(
            graph("""
                DSCRO > Example CSU | SUS | identifiable | Invoice Validation
                Example CSU > Example CCG | SUS | identifiable
                Example CCG > Example Council | SUS | identifiable | Commissioning
            """),
            "SUS",
        )
        assert ways(seen) == ["DSCRO > Example CSU > Example CCG", "Example CSU > Example CCG > Example Council"]

    def test_purposes_are_crossed_on_request_and_each_such_hop_says_so(self):
        seen = trace(
            graph("""
                DSCRO > Example CSU | SUS | identifiable | Invoice Validation
                Example CSU > Example CCG | SUS | identifiable
                Example CCG > Example Council | SUS | identifiable | Commissioning
            """),
            "SUS",
            cross_purposes=True,
        )
        assert ways(seen) == ["DSCRO > Example CSU > Example CCG > Example Council"]
        assert [hop.crosses_purpose for hop in seen[0].hops] == [False, False, True]

    def test_one_heading_in_two_spellings_is_one_purpose(self):
        seen = trace(graph("A > B | SUS | | RISK STRATIFICATION\nB > C | SUS | | Risk  stratification"), "SUS")
        assert ways(seen) == ["A > B > C"]


class TestDatasets:
    def test_only_flows_of_the_data_set_are_on_its_paths(self):
        seen = trace(graph("A > B | SUS\nB > C | MHSDS\nB > D | SUS, MHSDS"), "SUS")
        assert ways(seen) == ["A > B > D"]
        assert seen[0].datasets == ("SUS",)

    def test_a_data_set_inside_the_one_asked_for_is_found(self):
        seen = trace(graph("A > B | HES APC"), "HES")
        assert ways(seen) == ["A > B"]
        assert seen[0].hops[0].carries is Carries.PART
        assert seen[0].datasets == ("HES APC",)

    def test_a_flow_of_the_whole_carries_its_part(self):
        seen = trace(graph("A > B | HES\nB > C | HES APC\nB > D | HES OP"), "HES APC")
        assert ways(seen) == ["A > B > C"]
        assert [hop.carries for hop in seen[0].hops] == [Carries.WIDER, Carries.SAME]
        assert seen[0].datasets == ("HES APC",)

    def test_one_part_that_comes_in_does_not_go_out_as_another(self):
        seen = trace(graph("A > B | HES APC\nB > C | HES OP\nB > D | HES\nB > E | HES APC, HES OP"), "HES")
        assert {way: path.datasets for way, path in zip(ways(seen), seen, strict=True)} == {
            "A > B > D": ("HES APC",),
            "A > B > E": ("HES APC",),
            "B > C": ("HES OP",),
        }

    def test_a_path_names_the_widest_data_sets_that_travel_all_of_it(self):
        seen = trace(graph("A > B | HES\nB > C | HES\nB > D | HES APC"), "HES")
        assert [path.datasets for path in seen] == [("HES",), ("HES APC",)]

    def test_a_data_set_the_lexicon_does_not_know_is_found_as_it_is_written(self):
        assert ways(trace(graph("A > B | Example Frailty Index (EFI)"), "example frailty index efi")) == ["A > B"]

    def test_a_flow_that_names_no_data_set_goes_on_with_what_its_sender_received(self):
        seen = trace(graph("A > B | SUS | | Commissioning\nB > C | | aggregated | Commissioning"), "SUS")
        assert ways(seen) == ["A > B > C"]
        assert [hop.carries for hop in seen[0].hops] == [Carries.SAME, Carries.UNSTATED]
        assert "data sets unstated" in seen[0].hops[1].marks
        assert seen[0].datasets == ("SUS",)

    def test_a_flow_that_names_no_data_set_begins_no_path(self):
        assert ways(trace(graph("A > B | \nB > C | SUS\nX > Y | "), "SUS")) == ["B > C"]

    def test_a_flow_that_names_no_data_set_stays_in_its_purpose_and_agreement(self):
        apart = graph(
            reading("A > B | SUS | | Commissioning\nB > C | | aggregated | Onward Sharing", A),
            reading("B > D | | aggregated | Commissioning", B),
        )
        assert ways(trace(apart, "SUS")) == ["A > B"]
        assert ways(trace(apart, "SUS", cross_agreements=True)) == ["A > B"]
        crossed = trace(apart, "SUS", cross_purposes=True)
        assert ways(crossed) == ["A > B > C"]
        assert crossed[0].hops[1].marks == ("data sets unstated", "crosses purpose")


class TestState:
    def test_a_more_identifiable_hop_joins_the_incoming_flow_that_fits_it(self):
        seen = trace(
            graph("""
                DSCRO > Example CSU | SUS | pseudonymised
                Example Trust > Example CSU | SUS | identifiable
                Example CSU > Example GP | SUS | identifiable
                Example CSU > Example CCG | SUS | pseudonymised
            """),
            "SUS",
        )
        assert ways(seen) == [
            "DSCRO > Example CSU > Example CCG",
            "Example Trust > Example CSU > Example GP",
            "Example Trust > Example CSU > Example CCG",
        ]
        assert not any(hop.unexplained for path in seen for hop in path.hops)

    def test_a_jump_that_nothing_fits_is_shown_and_marked_unexplained(self):
        seen = trace(graph("A > B | SUS | pseudonymised\nB > C | SUS | identifiable"), "SUS")
        assert ways(seen) == ["A > B > C"]
        assert [hop.unexplained for hop in seen[0].hops] == [False, True]
        assert seen[0].hops[1].marks == ("becomes identifiable", "unexplained")

    def test_a_stated_re_identification_is_explained(self):
        seen = trace(graph("A > B | SUS | pseudonymised\nB > C | SUS | identifiable | | re-identification"), "SUS")
        assert seen[0].hops[1].becomes is Identifiability.IDENTIFIABLE
        assert not seen[0].hops[1].unexplained

    def test_re_identification_takes_the_pseudonymised_data_even_where_identifiable_data_came_too(self):
        seen = trace(
            graph("""
                A > B | SUS | pseudonymised
                D > B | SUS | identifiable
                E > B | SUS | aggregated
                B > C | SUS | identifiable | | re-identification
            """),
            "SUS",
        )
        assert ways(seen) == ["A > B > C", "D > B > C", "E > B"]

    def test_counts_that_are_said_to_be_re_identified_are_shown_where_nothing_else_came(self):
        seen = trace(graph("E > B | SUS | aggregated\nB > C | SUS | identifiable | | re-identification"), "SUS")
        assert ways(seen) == ["E > B > C"]
        assert not seen[0].hops[1].unexplained

    @pytest.mark.parametrize("state", ["identifiable", "pseudonymised", "aggregated"])
    def test_what_is_unstated_fits_any_state(self, state):
        seen = trace(graph(f"A > B | SUS\nB > C | SUS | {state}"), "SUS")
        assert ways(seen) == ["A > B > C"]
        assert not seen[0].hops[1].unexplained
        assert seen[0].hops[1].becomes is None

    def test_a_hop_that_does_not_say_keeps_what_is_known(self):
        seen = trace(graph("A > B | SUS | pseudonymised\nB > C | SUS\nC > D | SUS | identifiable"), "SUS")
        assert [hop.unexplained for hop in seen[0].hops] == [False, False, True]
        assert seen[0].hops[2].before is Identifiability.PSEUDONYMISED

    def test_a_jump_behind_a_hop_that_does_not_say_is_left_to_what_fits(self):
        seen = trace(
            graph("""
                A > B | SUS | pseudonymised
                B > C | SUS
                X > C | SUS | identifiable
                C > D | SUS | identifiable
            """),
            "SUS",
        )
        assert ways(seen) == ["A > B > C", "X > C > D"]

    def test_what_only_returns_from_the_receiver_explains_nothing(self):
        seen = trace(
            graph("A > B | SUS | pseudonymised\nB > C | SUS | identifiable\nC > B | SUS | identifiable"), "SUS"
        )
        assert ways(seen) == ["A > B > C"]
        assert seen[0].hops[1].unexplained
        assert [hop.flow.target.name for hop in seen[0].returns] == ["B"]

    def test_a_jump_out_of_what_came_back_re_identified_is_shown_and_explained(self):
        seen = trace(
            graph("""
                S > P | SUS | pseudonymised
                P > Q | SUS | pseudonymised
                Q > P | SUS | identifiable | | re-identification
                P > R | SUS | identifiable
            """),
            "SUS",
        )
        assert ways(seen) == ["S > P > Q", "S > P > R"]
        assert not seen[1].hops[1].unexplained


class TestLoops:
    def test_no_party_stands_twice_on_a_path_and_what_returns_is_told(self):
        seen = trace(
            graph("""
                SUS Repository > DSCRO | SUS | identifiable
                DSCRO > Example CCG | SUS | pseudonymised
                Example CCG > DSCRO | SUS | pseudonymised
                DSCRO > Example GP | SUS | identifiable | | re-identification
            """),
            "SUS",
        )
        assert ways(seen) == ["SUS Repository > DSCRO > Example CCG", "SUS Repository > DSCRO > Example GP"]
        assert [hop.flow.source.name for hop in seen[0].returns] == ["Example CCG"]
        assert not seen[1].returns

    def test_a_loop_that_nothing_enters_begins_where_the_text_does_and_says_that_this_is_no_entry(self):
        seen = trace(graph("B > C | SUS\nA > B | SUS\nC > A | SUS\nC > D | SUS"), "SUS")
        assert ways(seen) == ["B > C > A", "B > C > D"]
        assert not any(path.entry for path in seen)
        assert [hop.flow.target.name for hop in seen[0].returns] == ["B"]

    def test_what_a_party_sends_to_itself_is_no_flow_between_parties(self):
        assert ways(trace(graph("A > A | SUS\nA > B | SUS"), "SUS")) == ["A > B"]

    def test_data_that_only_came_back_is_not_what_its_first_sender_passes_on_besides(self):
        (path,) = trace(graph("A > B | SUS\nB > A | \nA > C | "), "SUS")
        assert ways([path]) == ["A > B"]
        assert [hop.flow.target.name for hop in path.returns] == ["A"]

    def test_data_that_only_came_back_does_not_make_its_first_sender_a_receiver(self):
        seen = trace(graph("A > B | SUS\nB > A | \nA > C | SUS"), "SUS")
        assert ways(seen) == ["A > B", "A > C"]
        assert all(path.entry for path in seen)


def test_a_host_is_on_no_path(hosting):
    assert ways(trace(hosting, "SUS")) == ["DSCRO > Example CSU"]
    assert [host.host.name for host in hosting.hosts(A)] == ["Example Cloud Ltd"]
