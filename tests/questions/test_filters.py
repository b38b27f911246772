"""What each filter of a question lets through."""

from datetime import date

import pytest
from made_register import MadeLexicon, graph, reading, ways

from flowgraph.domain.errors import UserError
from flowgraph.questions import UnknownName, paths, reach, trace

A, B = "DARS-NIC-990001-A1B2C", "DARS-NIC-990002-D3E4F"


@pytest.fixture
def register():
    """Two agreements, the first of two purposes and with a power for each state."""
    return graph(
        reading(
            """
            SUS Repository > DSCRO | SUS | identifiable | Risk Stratification
            DSCRO > Example CSU | SUS | identifiable | Risk Stratification | | s251, s261(7)
            Example CSU > @GPs | SUS | identifiable | Risk Stratification | access | s251
            Example CSU > Example CCG | SUS | pseudonymised | Risk Stratification | | s261(1)
            Example CCG > Public | | aggregated | Risk Stratification
            DSCRO > Example Analytics Ltd | SUS | pseudonymised | Commissioning (Pseudonymised) | | s261(1)
            """,
            A,
        ),
        reading("DSCRO > Distant CCG | SUS | identifiable | Commissioning | | s251", B),
    )


class TestIdentifiability:
    def test_it_gives_the_stretches_along_which_every_hop_is_so(self, register):
        seen = trace(register, "SUS", identifiability="identifiable")
        assert ways(seen) == ["SUS Repository > DSCRO > Example CSU > GPs", "DSCRO > Distant CCG"]
        assert [path.goes_on for path in seen] == [False, False]
        pseudonymised = trace(register, "SUS", identifiability=["pseudonymised", "aggregated"])
        assert ways(pseudonymised) == ["Example CSU > Example CCG > Public", "DSCRO > Example Analytics Ltd"]

    def test_a_stretch_says_that_it_begins_midway_and_that_the_data_goes_on(self, register):
        (stretch, *_) = trace(register, "SUS", identifiability="pseudonymised", agreement=A)
        assert ways([stretch]) == ["Example CSU > Example CCG"]
        assert not stretch.entry
        assert stretch.goes_on

    def test_what_is_unexplained_is_judged_by_all_flows(self):
        made = graph("""
            A > B | SUS | pseudonymised
            X > B | SUS
            B > C | SUS | identifiable
            D > E | SUS | pseudonymised
            E > F | SUS | identifiable
        """)
        seen = trace(made, "SUS", identifiability=["identifiable", "pseudonymised"])
        assert ways(seen) == ["A > B", "B > C", "D > E > F"]
        assert [[hop.unexplained for hop in path.hops] for path in seen] == [[False], [False], [False, True]]
        assert trace(made, "SUS", identifiability="identifiable")[1].hops[0].unexplained

    def test_a_state_that_is_none_is_the_users_error(self, register):
        with pytest.raises(UserError, match="'secret' is no state of identifiability; the states are identifiable, "):
            trace(register, "SUS", identifiability="secret")


class TestLegalBasis:
    def test_it_gives_the_stretches_under_that_power(self, register):
        seen = trace(register, "SUS", legal_basis="S251")
        assert ways(seen) == ["DSCRO > Example CSU > GPs", "DSCRO > Distant CCG"]

    def test_unstated_finds_hops_under_no_power_that_is_known(self, register):
        seen = trace(register, "SUS", legal_basis="unstated")
        assert ways(seen) == ["SUS Repository > DSCRO", "Example CCG > Public"]

    def test_both_filters_hold_at_each_hop(self, register):
        seen = trace(register, "SUS", legal_basis=["s251", "s261(1)"], identifiability="pseudonymised")
        assert ways(seen) == ["Example CSU > Example CCG", "DSCRO > Example Analytics Ltd"]

    def test_one_that_fits_nothing_offers_the_nearest(self, register):
        with pytest.raises(UnknownName) as caught:
            trace(register, "SUS", legal_basis="s261(8)")
        assert "s261(7)" in caught.value.candidates


class TestPurposeAndAgreement:
    def test_a_purpose_is_the_one_of_that_name_where_there_is_one(self, register):
        assert ways(trace(register, "SUS", purpose="commissioning")) == ["DSCRO > Distant CCG"]

    def test_otherwise_it_is_every_purpose_that_holds_its_words(self, register):
        assert ways(trace(register, "SUS", purpose="pseudonymised")) == ["DSCRO > Example Analytics Ltd"]

    def test_several_purposes_do_not_join_each_other(self):
        two = graph("A > B | SUS | | One\nB > C | SUS | | Two\nB > D | SUS | | Three\nB > E | SUS")
        assert ways(trace(two, "SUS", purpose=["One", "Two"])) == ["A > B > E", "B > C"]
        assert ways(trace(two, "SUS", purpose=["One", "Two"], cross_purposes=True)) == ["A > B > C", "A > B > E"]

    def test_an_agreement_is_found_in_any_case_and_without_its_prefix(self, register):
        assert ways(trace(register, "SUS", agreement="nic-990002-d3e4f")) == ["DSCRO > Distant CCG"]

    def test_an_unknown_agreement_offers_the_nearest(self, register):
        with pytest.raises(
            UnknownName, match="no agreement is called 'DARS-NIC-990002-D3E4G'; the nearest are: "
        ) as it:
            trace(register, "SUS", agreement="DARS-NIC-990002-D3E4G")
        assert it.value.candidates[0] == B
        assert it.value.exit_code == 1


class TestVersions:
    def test_the_newest_version_counts_and_a_day_picks_the_one_in_force(self):
        versions = graph(
            reading("A > New | SUS", A, "2.10", date(2022, 1, 1), date(2022, 12, 31)),
            reading("A > Old | SUS", A, "2.9", date(2021, 1, 1), date(2022, 6, 30)),
            reading("New > B | SUS", A, "1.0", date(2020, 1, 1), date(2020, 12, 31)),
        )
        assert ways(trace(versions, "SUS")) == ["A > New"]
        assert ways(trace(versions, "SUS", as_of=date(2021, 7, 1))) == ["A > Old"]
        assert ways(trace(versions, "SUS", as_of=date(2022, 3, 1))) == ["A > New"]
        assert ways(trace(versions, "SUS", as_of=date(2020, 3, 1))) == ["New > B"]
        assert not trace(versions, "SUS", as_of=date(2024, 1, 1))

    def test_a_newest_version_that_tells_no_flow_ends_the_paths_of_the_older_ones(self):
        assert not trace(graph(reading("A > B | SUS", A, "1.0"), reading("", A, "2.0")), "SUS")

    def test_a_version_without_a_period_counts_on_a_day_only_where_no_other_covers_it(self):
        versions = graph(
            reading("A > Dated | SUS", A, "1.0", date(2021, 1, 1), date(2021, 12, 31)),
            reading("A > Undated | SUS", A, "2.0"),
        )
        assert ways(trace(versions, "SUS", as_of=date(2021, 5, 1))) == ["A > Dated"]
        assert ways(trace(versions, "SUS", as_of=date(2023, 5, 1))) == ["A > Undated"]


class TestEnds:
    def test_paths_begin_at_a_source_wherever_it_had_the_data_from(self, register):
        seen = trace(register, "SUS", sources="Example CSU")
        assert ways(seen) == ["Example CSU > GPs", "Example CSU > Example CCG > Public"]
        assert not any(path.entry for path in seen)

    def test_paths_end_at_a_target_whoever_it_passes_the_data_on_to(self, register):
        seen = trace(register, "SUS", targets="Example CCG")
        assert ways(seen) == ["SUS Repository > DSCRO > Example CSU > Example CCG"]
        assert seen[0].goes_on

    def test_a_role_stands_for_the_roles_of_that_name_in_all_agreements(self):
        roles = graph(reading("X > @GPs | SUS", A), reading("Y > @GPs | SUS", B))
        assert ways(trace(roles, "SUS", targets="GPs")) == ["X > GPs", "Y > GPs"]

    def test_paths_between_two_parties_carry_one_data_set_all_along(self):
        made = graph("A > B | SUS, MHSDS\nB > C | MHSDS\nB > D | HES\nX > B | HES APC")
        assert ways(paths(made, "A", "C")) == ["A > B > C"]
        assert paths(made, "A", "C")[0].datasets == ("MHSDS",)
        assert not paths(made, "A", "D")
        assert ways(paths(made, "X", "D")) == ["X > B > D"]
        assert paths(made, "X", "D")[0].datasets == ("HES APC",)
        assert not paths(made, "A", "C", dataset="SUS")

    def test_paths_whose_hops_name_no_data_set_are_found_where_none_is_asked_for(self):
        (path,) = paths(graph("A > B |\nB > C |"), "A", "C")
        assert path.datasets == ()

    def test_a_jump_at_the_first_hop_from_a_source_is_marked_too(self):
        made = graph("A > B | SUS | pseudonymised\nB > C | SUS | identifiable")
        assert trace(made, "SUS", sources="B")[0].hops[0].unexplained

    def test_what_a_source_received_holds_behind_a_first_hop_that_does_not_say(self):
        made = graph("A > B | SUS | pseudonymised\nB > C | SUS\nC > D | SUS | identifiable")
        assert [hop.unexplained for hop in trace(made, "SUS", sources="B")[0].hops] == [False, True]


class TestDepthAndLimit:
    def test_a_depth_shows_the_first_hops_and_says_that_the_data_goes_on(self, register):
        seen = trace(register, "SUS", depth=1, agreement=A)
        assert ways(seen) == ["SUS Repository > DSCRO", "DSCRO > Example Analytics Ltd"]
        assert [path.goes_on for path in seen] == [True, False]

    def test_more_paths_than_the_limit_are_never_cut_in_silence(self):
        many = graph(*(reading(f"A > B{n} | SUS", f"DARS-NIC-99010{n}-A1B2C") for n in range(5)))
        assert trace(many, "SUS", limit=5).cut is None
        seen = trace(many, "SUS", limit=3)
        assert len(seen) == 3
        assert seen.cut is not None
        assert seen.cut.code == "paths-cut"
        assert seen.cut.agreement == "DARS-NIC-990103-A1B2C"

    def test_a_tangle_ends_at_the_limit_and_can_be_looked_at_to_a_depth(self):
        bodies = [f"Body {n:02}" for n in range(12)]
        tangle = graph(
            "\n".join(["In > Body 00 | SUS", *(f"{a} > {b} | SUS" for a in bodies for b in bodies if a != b)])
        )
        assert trace(tangle, "SUS", limit=500).cut is not None
        seen = trace(tangle, "SUS", depth=2, limit=500)
        assert seen.cut is None
        assert len(seen) == 11
        assert paths(tangle, "In", "Body 11", depth=3).cut is None

    @pytest.mark.parametrize(("name", "value"), [("depth", 0), ("limit", 0)])
    def test_less_than_one_is_the_users_error(self, register, name, value):
        with pytest.raises(UserError, match=f"{name} is 0; give at least 1"):
            trace(register, "SUS", **{name: value})


class TestSuccession:
    @pytest.fixture
    def merged(self):
        """A group that became a board on 1 July 2022, and an agreement whose text names both."""
        lexicon = MadeLexicon(
            bodies={"group": ("Example CCG",), "board": ("Example ICB",), "other": ("Other CCG",)},
            successors={
                "group": (("board", date(2022, 7, 1)),),
                "other": (("board", date(2022, 7, 1)),),
            },
        )
        return graph(
            reading("DSCRO > Example CCG | SUS\nExample ICB > Example Council | SUS", A),
            reading("DSCRO > Other CCG | SUS", B),
            lexicon=lexicon,
        )

    def test_bodies_are_tied_not_merged(self, merged):
        assert ways(trace(merged, "SUS", targets="Example ICB")) == []
        assert ways(trace(merged, "SUS", agreement=A)) == ["DSCRO > Example CCG", "Example ICB > Example Council"]

    def test_a_question_follows_the_tie_on_request(self, merged):
        seen = trace(merged, "SUS", targets="Example ICB", follow_succession=True)
        assert ways(seen) == ["DSCRO > Example CCG", "DSCRO > Other CCG"]

    def test_siblings_are_not_followed(self, merged):
        seen = trace(merged, "SUS", targets="Other CCG", follow_succession=True)
        assert ways(seen) == ["DSCRO > Other CCG"]

    def test_what_a_body_received_its_successor_passes_on_and_the_hop_says_so(self, merged):
        seen = trace(merged, "SUS", agreement=A, follow_succession=True)
        assert ways(seen) == ["DSCRO > Example CCG > Example ICB > Example Council"]
        assert [hop.after_succession for hop in seen[0].hops] == [False, True]

    def test_a_tie_holds_from_its_day_on(self, merged):
        before = trace(merged, "SUS", targets="Example ICB", follow_succession=True, as_of=date(2022, 6, 30))
        assert not before
        assert trace(merged, "SUS", targets="Example ICB", follow_succession=True, as_of=date(2022, 7, 1))


class TestReach:
    def test_all_that_may_come_to_hold_a_data_set_nearest_first(self, register):
        holders = reach(register, "SUS")
        assert [(one.hops, one.party.name) for one in holders] == [
            (1, "DSCRO"),
            (1, "Distant CCG"),
            (1, "Example Analytics Ltd"),
            (2, "Example CSU"),
            (3, "Example CCG"),
            (3, "GPs"),
            (4, "Public"),
        ]
        assert holders[3].states == ("identifiable",)
        assert holders[3].agreements == (A,)

    def test_all_that_may_by_what_a_party_passes_on(self, register):
        assert [one.party.name for one in reach(register, party="Example CSU")] == ["Example CCG", "GPs", "Public"]
        identifiable = reach(register, "SUS", party="Example CSU", identifiability="identifiable")
        assert [one.party.name for one in identifiable] == ["GPs"]

    def test_a_depth_holds(self, register):
        assert {one.party.name for one in reach(register, "SUS", party="DSCRO", depth=1, agreement=A)} == {
            "Example CSU",
            "Example Analytics Ltd",
        }

    def test_nothing_to_ask_about_is_the_users_error(self, register):
        with pytest.raises(UserError, match="reach needs a data set, a party, or both"):
            reach(register)
