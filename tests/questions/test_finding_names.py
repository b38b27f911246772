"""Names in questions are found however they are written, and never guessed."""

import pytest
from made_register import MadeLexicon, graph, party, reading, ways

from flowgraph.domain import Party, PartyKind
from flowgraph.graph import FlowGraph
from flowgraph.questions import AmbiguousName, UnknownName, trace
from flowgraph.questions.names import find_dataset, find_parties

NAMES = MadeLexicon(
    contains={"HES": ("HES APC",)},
    aliases={"Hospital Episode Statistics": "HES"},
    bodies={"csu": ("Example and District CSU", "EDCSU"), "gone": ("Vanished CCG",)},
)


def coded(name: str, code: str) -> Party:
    return Party(key=f"ods:{code}", name=name, kind=PartyKind.COMMISSIONER, code=code)


@pytest.fixture
def made():
    one = reading("DSCRO > Example and District CSU | HES\nExample and District CSU > @Providers | HES")
    return graph(one.model_copy(update={"parties": (coded("Example ICB", "Q9Z"),)}), lexicon=NAMES)


class TestParties:
    @pytest.mark.parametrize("name", ["Example and District CSU", "EXAMPLE and  district csu", "EDCSU", "edcsu"])
    def test_one_is_found_by_any_of_its_names(self, made, name):
        assert find_parties(made, name) == {"name:example and district csu"}

    @pytest.mark.parametrize("name", ["Q9Z", "q9z", "ods:Q9Z", "Example ICB"])
    def test_one_is_found_by_its_code_or_key(self, made, name):
        assert find_parties(made, name) == {"ods:Q9Z"}

    @pytest.mark.parametrize("name", ["Example und District CSU", "Distrct CSU", "the CSU of Example"])
    def test_one_that_fits_nothing_gets_the_nearest(self, made, name):
        with pytest.raises(UnknownName) as caught:
            find_parties(made, name)
        assert "Example and District CSU" in caught.value.candidates[:2]
        assert caught.value.exit_code == 1
        assert "\n" not in str(caught.value)

    def test_a_body_of_the_lexicon_that_is_nowhere_in_the_graph_is_unknown(self, made):
        with pytest.raises(UnknownName):
            find_parties(made, "Vanished CCG")

    def test_one_that_fits_two_organisations_asks_which_and_the_key_tells(self):
        twins = graph(
            reading("DSCRO > Twin CCG | SUS").model_copy(
                update={"parties": (coded("Twin CCG", "01T"), coded("Twin CCG", "02T"), party("DSCRO"))}
            )
        )
        with pytest.raises(
            AmbiguousName, match="'twin ccg' fits 3 parties; say which by its key in brackets"
        ) as caught:
            find_parties(twins, "twin ccg")
        assert [one.key for one in caught.value.fits] == ["name:twin ccg", "ods:01T", "ods:02T"]
        assert find_parties(twins, "ods:01T") == {"ods:01T"}
        assert find_parties(twins, "name:twin ccg") == {"name:twin ccg"}

    def test_an_organisation_goes_before_the_roles_of_its_name(self):
        both = graph(reading("A > @Public | SUS\nA > Public | SUS"))
        assert find_parties(both, "Public") == {"name:public"}

    def test_a_very_long_name_is_cut_in_the_message(self, made):
        with pytest.raises(UnknownName) as caught:
            find_parties(made, "x" * 10_000)
        assert len(str(caught.value)) < 500


class TestDatasets:
    @pytest.mark.parametrize("name", ["HES", "hes", "Hospital Episode Statistics"])
    def test_one_is_found_by_any_of_its_names(self, made, name):
        assert find_dataset(made, name) == "HES"

    def test_one_that_only_the_lexicon_knows_has_no_paths(self):
        assert not trace(graph("A > B | SUS", lexicon=NAMES), "HES APC")

    def test_one_that_fits_nothing_gets_the_nearest(self):
        with pytest.raises(UnknownName, match="no data set is called 'MHSD'; the nearest are: MHSDS"):
            trace(graph("A > B | MHSDS"), "MHSD")


class TestShippedLexicon:
    """The same with the lexicon of the package."""

    @pytest.fixture
    def shipped(self):
        one = reading(
            """
            SUS Repository > Yorkshire DSCRO | SUS for Commissioners | identifiable
            Yorkshire DSCRO > NHS North of England CSU | SUS for Commissioners | pseudonymised
            NHS North of England CSU > NHS Doncaster CCG | SUS Payment by Results | pseudonymised
            """
        )
        return FlowGraph.from_readings([one])

    @pytest.mark.parametrize("name", ["North of England CSU", "NECS", "North of England Commissioning Support Unit"])
    def test_a_body_is_found_by_the_names_that_people_use(self, shipped, name):
        assert ways(trace(shipped, "SUS", sources=name)) == ["NHS North of England CSU > NHS Doncaster CCG"]

    @pytest.mark.parametrize("name", ["SUS", "Secondary Uses Service", "sus for commissioners"])
    def test_a_data_set_is_found_by_its_names_with_its_parts(self, shipped, name):
        assert ways(trace(shipped, name)) == [
            "SUS Repository > Yorkshire DSCRO > NHS North of England CSU > NHS Doncaster CCG"
        ]

    def test_a_question_about_todays_body_follows_succession_to_the_one_the_text_names(self, shipped):
        with pytest.raises(UnknownName):
            trace(shipped, "SUS", targets="NHS South Yorkshire ICB")
        one = reading("A > NHS South Yorkshire ICB | SUS for Commissioners", "DARS-NIC-990002-D3E4F")
        both = FlowGraph.from_readings([reading("A > NHS Doncaster CCG | SUS for Commissioners"), one])
        assert len(trace(both, "SUS", targets="South Yorkshire ICB")) == 1
        assert len(trace(both, "SUS", targets="South Yorkshire ICB", follow_succession=True)) == 2
