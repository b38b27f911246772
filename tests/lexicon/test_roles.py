"""Roles, pointing words and places: every example holds one of them, and each leads where its entry says."""

from collections.abc import Sequence

import pytest

from flowgraph.domain import Agreement, Controller
from flowgraph.flows.directory import Directory, Ref
from flowgraph.flows.mentions import Scanner
from flowgraph.flows.words import PhraseTable
from flowgraph.lexicon.entries import read_entries
from flowgraph.lexicon.roles import Place, Pointer, Role, fallback_role, is_general, places, pointers, role_named, roles

ROLES = read_entries("roles.toml", "role", Role)
POINTERS = read_entries("roles.toml", "pointer", Pointer)
PLACES = read_entries("roles.toml", "place", Place)
POINTED_AT = {pointer.to for pointer in POINTERS}


@pytest.fixture(scope="module")
def scanner() -> Scanner:
    controller = Controller(name="Farland Heart Foundation")
    return Scanner(Directory(Agreement(reference="DARS-NIC-990001-A1B2C", controllers=(controller,))), PhraseTable())


def _meant(scanner: Scanner, sentence: str) -> list[object]:
    """What the parties of a sentence stand for, whole and inside."""
    units = [unit for unit in scanner.units(sentence) if unit.kind == "party"]
    refs = [ref for unit in units for ref in (unit.value, unit.inner)]
    return [ref.value for ref in refs if isinstance(ref, Ref)]


@pytest.mark.parametrize(
    "entry",
    [role for role in ROLES if role.words],
    ids=lambda entry: entry.name,
)
def test_the_example_of_a_role_holds_it(entry: Role, scanner: Scanner) -> None:
    meant = _meant(scanner, entry.example)
    # A plural may be met as the pointing word, which falls back on the role where the agreement names nobody.
    pointed = [fallback_role(f"{one.to}, several") for one in meant if isinstance(one, Pointer)]
    assert entry in (*meant, *pointed)


@pytest.mark.parametrize("entry", POINTERS, ids=lambda entry: entry.to)
def test_the_example_of_a_pointing_word_holds_it(entry: Pointer, scanner: Scanner) -> None:
    assert entry in _meant(scanner, entry.example)


@pytest.mark.parametrize("entry", PLACES, ids=lambda entry: entry.words[0])
def test_the_example_of_a_place_holds_it(entry: Place, scanner: Scanner) -> None:
    assert any(word.casefold() in entry.example.casefold() for word in entry.words)
    meant = _meant(scanner, entry.example)
    # A place of the repository may be met as the repository itself, which is a body of the lexicon.
    assert entry in meant or entry.holder in {getattr(one, "known_name", None) for one in meant}


def test_roles_without_words_stand_in_where_a_pointer_finds_nobody() -> None:
    assert all(role.fallback_for for role in ROLES if not role.words)
    for role in ROLES:
        if role.fallback_for:
            assert fallback_role(role.fallback_for) == role
            assert role.fallback_for.partition(",")[0] in POINTED_AT


def test_every_place_has_a_holder_that_is_known() -> None:
    known = POINTED_AT | {"national", "SUS Repository"} | {role.name for role in ROLES}
    assert {place.holder for place in PLACES} <= known


@pytest.mark.parametrize("entries", [roles(), pointers(), places()], ids=["roles", "pointers", "places"])
def test_the_words_of_an_entry_name_no_body(entries: Sequence[Role | Pointer | Place]) -> None:
    assert all(is_general(word) for entry in entries for word in entry.words)
    assert not is_general("Farland Heart Foundation")


def test_names_of_roles_are_one_to_one() -> None:
    assert len({role.name for role in ROLES}) == len(ROLES)
    assert all(role_named(role.name) == role for role in ROLES)
    with pytest.raises(KeyError):
        role_named("Lighthouse keepers")


def test_a_word_that_needs_an_article_does_not_point_without_it(scanner: Scanner) -> None:
    university = next(pointer for pointer in POINTERS if pointer.to == "university")
    assert university.definite
    assert university in _meant(scanner, "The rows are sent to the University.")
    assert university not in _meant(scanner, "Rows on University teaching are sent.")


def test_a_word_that_needs_a_capital_does_not_point_without_it(scanner: Scanner) -> None:
    provider = next(pointer for pointer in POINTERS if pointer.to == "provider")
    assert provider.capital
    assert provider in _meant(scanner, "The rows are sent to the Trust.")
    assert provider not in _meant(scanner, "The rows are sent to the trust.")
