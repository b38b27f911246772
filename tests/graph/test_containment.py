"""Which names carry a data set, and what of it travels on."""

import pytest
from made_register import HES, MadeLexicon

from flowgraph.graph import scope_of

NAMES = ("HES", "HES APC", "HES OP", "SUS", "Example Index")
DEEP = MadeLexicon({"All": ("Part", "Other"), "Part": ("Piece",)})


def test_a_data_set_is_carried_by_its_parts_and_by_what_it_is_a_part_of():
    whole = scope_of("HES", NAMES, HES)
    assert (whole.inside, whole.around) == ({"HES", "HES APC", "HES OP"}, frozenset())
    part = scope_of("HES APC", NAMES, HES)
    assert (part.inside, part.around) == ({"HES APC"}, {"HES"})


def test_containment_holds_at_any_depth():
    assert scope_of("All", ("Piece",), DEEP).inside == {"Piece"}
    assert scope_of("Piece", ("All", "Part", "Other"), DEEP).around == {"All", "Part"}


def test_a_name_the_lexicon_does_not_know_is_itself_in_any_spelling():
    assert scope_of("example index", NAMES, HES).names == {"Example Index"}


def test_two_spellings_of_one_data_set_are_one():
    lexicon = MadeLexicon({"HES": ("HES APC",)}, aliases={"Hospital Episode Statistics": "HES"})
    scope = scope_of("HES", ("HES", "Hospital Episode Statistics"), lexicon)
    assert scope.atoms(frozenset(("HES", "Hospital Episode Statistics"))) == (
        frozenset(("HES", "Hospital Episode Statistics")),
    )


@pytest.mark.parametrize(
    ("present", "atoms"),
    [
        ({"HES"}, [{"HES"}]),
        ({"HES", "HES APC"}, [{"HES", "HES APC"}]),
        ({"HES", "HES APC", "HES OP"}, [{"HES", "HES APC"}, {"HES", "HES OP"}]),
        ({"HES APC", "HES OP"}, [{"HES APC"}, {"HES OP"}]),
        (set(), []),
    ],
)
def test_atoms_are_the_smallest_data_sets_that_are_told_apart(present, atoms):
    assert [set(atom) for atom in scope_of("HES", NAMES, HES).atoms(frozenset(present))] == atoms


def test_a_part_asked_for_is_one_atom_of_all_that_carries_it():
    assert scope_of("HES APC", NAMES, HES).atoms(frozenset({"HES"})) == (frozenset({"HES"}),)


@pytest.mark.parametrize(
    ("carried", "said", "narrowed"),
    [
        (None, ("HES",), {"HES"}),
        (None, ("HES APC", "SUS"), {"HES APC"}),
        ({"HES"}, ("HES APC", "HES OP"), {"HES APC", "HES OP"}),
        ({"HES APC"}, ("HES",), {"HES APC"}),
        ({"HES APC"}, ("HES OP",), set()),
        ({"HES"}, ("HES", "HES APC"), {"HES"}),
    ],
)
def test_what_travels_on_is_what_both_hops_carry(carried, said, narrowed):
    scope = scope_of("HES", NAMES, HES)
    assert scope.narrow(None if carried is None else frozenset(carried), said) == narrowed
