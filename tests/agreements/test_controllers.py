"""Lists of controllers: divided where names end, whole where names hold commas."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flowgraph.agreements.controllers import read_controllers, split_controllers
from flowgraph.lexicon.comma_names import CommaEntry, comma_entries

WITH_COMMAS = [
    "NHS LEICESTER, LEICESTERSHIRE AND RUTLAND ICB - 03W",
    "NHS Bristol, North Somerset and South Gloucestershire ICB - 15C",
    "NHS BUCKINGHAMSHIRE, OXFORDSHIRE AND BERKSHIRE WEST INTEGRATED CARE BOARD",
    "NHS FARPORT, SEASIDE AND MOOR CCG",
    "NHS FARPORT, SEASIDE, MOOR AND VALE ICB - 9X9Y9",
    "MCKINSEY & COMPANY, INC. UNITED KINGDOM",
    "NHS SOUTH, CENTRAL AND WEST COMMISSIONING SUPPORT UNIT",
    "BARNET, ENFIELD AND HARINGEY MENTAL HEALTH NHS TRUST",
    "FARPORT, SEASIDE AND MOOR HOSPITALS NHS TRUST",
    "ST GEORGE'S, UNIVERSITY OF LONDON",
    "DEPARTMENT FOR BUSINESS, ENERGY & INDUSTRIAL STRATEGY",
    "MINISTRY OF HOUSING, COMMUNITIES AND LOCAL GOVERNMENT",
    "KINGSTON UPON HULL, CITY OF",
    "FARLAND ANALYTICS, LTD.",
]
WITHOUT_COMMAS = [
    "NHS DONCASTER CCG",
    "NHS SOUTH YORKSHIRE ICB - 02X",
    "NHS ENGLAND - X26",
    "NHS ENGLAND",
    "UNIVERSITY OF FARLAND UPON MOOR",
    "FARLAND UNIVERSITY",
    "UNIVERSITY COLLEGE LONDON (UCL)",
    "FARLAND COUNTY COUNCIL",
    "UK BIOBANK",
    "FARLAND AND MOOR HOSPITALS NHS FOUNDATION TRUST",
    "HARBOUR OFFICE LIMITED",
    "DEPARTMENT OF HEALTH AND SOCIAL CARE",
]


@pytest.mark.parametrize("name", WITH_COMMAS)
@pytest.mark.parametrize("other", ["NHS DONCASTER CCG", "UNIVERSITY OF FARLAND", "HARBOUR OFFICE LIMITED"])
def test_names_with_commas_stay_whole_wherever_they_stand(name: str, other: str) -> None:
    assert split_controllers(name) == (name,)
    assert split_controllers(f"{name}, {other}") == (name, other)
    assert split_controllers(f"{other}, {name}") == (other, name)


@given(st.lists(st.sampled_from(WITH_COMMAS + WITHOUT_COMMAS), min_size=1, max_size=8, unique=True), st.data())
def test_a_list_gives_the_names_it_was_made_of(names: list[str], data: st.DataObject) -> None:
    # A place without any word of a body ("UK BIOBANK, …") is told from the beginning of a name by the lexicon alone.
    divider = data.draw(st.sampled_from([", ", "; ", "\n", "\r\n", ","]))
    assert split_controllers(divider.join(names)) == tuple(names)


@given(st.text(alphabet="AB ,;.&-\nand CCGNHS", max_size=60))
def test_no_letter_is_lost_and_none_is_made_up(text: str) -> None:
    names = split_controllers(text)
    assert re.sub(r"[\s,;]", "", "".join(names)) == re.sub(r"[\s,;]", "", text)
    assert all(name == name.strip() and name for name in names)


@given(st.text(alphabet="AB ,;.&-\nand CCGNHS", max_size=60))
def test_dividing_a_name_again_changes_nothing(text: str) -> None:
    for name in split_controllers(text):
        assert split_controllers(name) == (name,)


@pytest.mark.parametrize("entry", comma_entries(), ids=lambda entry: entry.kind)
def test_examples_of_the_lexicon(entry: CommaEntry) -> None:
    assert split_controllers(entry.example) == entry.gives


def test_two_names_are_never_one_because_the_lexicon_knows_the_code_of_the_second() -> None:
    names = ("NHS NOWHERE CCG", "NHS SOUTH YORKSHIRE ICB - 02X")
    assert split_controllers(", ".join(names)) == names


def test_codes_and_repeats() -> None:
    controllers = read_controllers(["NHS SOUTH YORKSHIRE ICB - 02X", "UK BIOBANK", "UK BIOBANK", "NHS FAR ICB - A3A8R"])
    assert [(controller.name, controller.code) for controller in controllers] == [
        ("NHS SOUTH YORKSHIRE ICB - 02X", "02X"),
        ("UK BIOBANK", None),
        ("NHS FAR ICB - A3A8R", "A3A8R"),
    ]


@pytest.mark.parametrize("text", ["", " ", ",", ";;\n,", ", ,"])
def test_empty_lists(text: str) -> None:
    assert split_controllers(text) == ()
