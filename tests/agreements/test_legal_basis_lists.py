"""Lists of legal bases: divided, each once, with codes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flowgraph.agreements.legal_bases import read_legal_bases, split_legal_bases

BASES = {
    "Health and Social Care Act 2012": (),
    "Health and Social Care Act 2012 – s261(1) and s261(2)(b)(ii)": ("s261(1)", "s261(2)(b)(ii)"),
    "Health and Social Care Act 2012 – s261(2)(a)": ("s261(2)(a)",),
    "Health and Social Care Act 2012 - s261 - 'Other dissemination of information'": ("s261",),
    "National Health Service Act 2006 - s251 - 'Control of patient information'": ("s251",),
    "Section 251 approval is in place for the flow of identifiable data": ("s251",),
    "Informed Patient consent to permit the receipt, processing and release of data by the HSCIC": ("consent",),
    "Section 42(4) of the Statistics and Registration Service Act (2007) as amended by section 287": ("s42(4)",),
    "CV19: Regulation 3 (4) of the Health Service (Control of Patient Information) Regulations 2002": ("reg3",),
    "Other-(Treaty of the Lighthouses, part 3)": (),
}


@given(st.lists(st.sampled_from(sorted(BASES)), min_size=1, unique=True), st.data())
def test_a_list_gives_the_bases_it_was_made_of(bases: list[str], data: st.DataObject) -> None:
    text = ""
    for basis in bases:
        text += basis + data.draw(st.sampled_from([", ", "; ", ". , ", " , ,", ".; ", "\n"]))
    read = read_legal_bases(text)
    assert [basis.text.rstrip(" .") for basis in read] == bases
    assert [basis.codes for basis in read] == [BASES[basis] for basis in bases]


def test_a_basis_that_recurs_with_other_dashes_spaces_and_stops_is_one() -> None:
    text = (
        ", Health and Social Care Act 2012 – s261(7), Health and Social Care Act 2012  s261(7) , "
        "HEALTH AND SOCIAL CARE ACT 2012 - s261(7)., Health and Social Care Act 2012 – s261(2)(c)"
    )
    assert [basis.text for basis in read_legal_bases(text)] == [
        "Health and Social Care Act 2012 – s261(7)",
        "Health and Social Care Act 2012 – s261(2)(c)",
    ]


def test_a_bracket_that_never_closes_does_not_swallow_what_follows() -> None:
    text = "Other-(Treaty, part 3, Annex, Health and Social Care Act 2012 – s261(7)"
    assert split_legal_bases(text) == ("Other-(Treaty, part 3, Annex", "Health and Social Care Act 2012 – s261(7)")


@pytest.mark.parametrize("text", ["", " , ,", ";", ". , .", "\n"])
def test_empty_lists(text: str) -> None:
    assert read_legal_bases(text) == ()


@given(st.text(alphabet="sA1(), ;.\n", max_size=60))
def test_no_letter_is_lost(text: str) -> None:
    letters = [character for character in text if character.isalnum()]
    assert [character for part in split_legal_bases(text) for character in part if character.isalnum()] == letters
