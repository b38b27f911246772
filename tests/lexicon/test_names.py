"""One name in many spellings folds to one; two names never do."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flowgraph.lexicon.names import fold, split_code


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("NHS DONCASTER CCG", "the Doncaster Clinical Commissioning Group"),
        ("NHS DONCASTER CCG - 02X", "NHS Doncaster CCG"),
        ("NHS South Yorkshire ICB", "South Yorkshire Integrated Care Board"),
        ("Guy’s and St Thomas’ NHS Foundation Trust", "GUY'S AND ST THOMAS' NHS FT"),
        ("Brighton & Hove City Council", "BRIGHTON AND HOVE CITY COUNCIL"),
        ("North of England Commissioning Support Unit (NECS)", "NHS North of England CSU"),
        ("North East London (NEL) Data Services for Commissioners Regional Office (DSCRO)", "North East London DSCRO"),
        ("Optum Health Solutions (UK) Ltd.", "OPTUM HEALTH SOLUTIONS UK LIMITED"),
        ("Community Services Dataset", "Community Services Data Set (CSDS)"),
        ("Civil Registration – Deaths", "Civil Registration - Deaths"),
        ("HES A&E", "HES A and E"),
    ],
)
def test_spellings_of_one_name_fold_to_one(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Yorkshire DSCRO", "Yorkshire CSU"),
        ("Methods Analytics Ltd", "Methods Analytical Ltd"),
        ("NHS Digital", "Digital"),
        ("NHS England", "England"),
        ("SUS", "SUS+"),
        ("Leicester City Council", "Leicestershire County Council"),
        ("IAPT v1.5", "IAPT v2.0"),
        ("NHS South Yorkshire CCG", "NHS South Yorkshire ICB"),
        ("Acme (UK) Ltd", "Acme Ltd"),
    ],
)
def test_different_names_stay_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("NHS SOUTH YORKSHIRE ICB - 02X", ("NHS SOUTH YORKSHIRE ICB", "02X")),
        ("NHS North East London ICB – A3A8R", ("NHS North East London ICB", "A3A8R")),
        ("NHS ENGLAND (X26)", ("NHS ENGLAND", "X26")),
        ("Civil Registration - Births", ("Civil Registration - Births", None)),
        ("Smoking survey - 2018", ("Smoking survey - 2018", None)),
        ("NHS Stoke-on-Trent CCG", ("NHS Stoke-on-Trent CCG", None)),
    ],
)
def test_a_code_behind_a_name_is_split_off(name: str, expected: tuple[str, str | None]) -> None:
    assert split_code(name) == expected


@given(st.text(max_size=60))
def test_folding_any_text_ends_in_plain_words(text: str) -> None:
    folded = fold(text)
    assert folded == " ".join(folded.split())
    assert "  " not in folded


WORDS = ("NHS", "North", "of", "England", "CSU", "Doncaster", "CCG", "Ltd", "Trust", "&", "Data", "Set")


@given(st.lists(st.sampled_from(WORDS), min_size=1))
def test_case_and_article_never_matter(words: list[str]) -> None:
    name = " ".join(words)
    assert fold(name.upper()) == fold(name.lower()) == fold("The " + name)
