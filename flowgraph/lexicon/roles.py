"""Unnamed roles, words that point at a party named elsewhere, and places inside a party."""

from functools import cache
from typing import Literal

from flowgraph.domain.base import Frozen
from flowgraph.domain.words import PartyKind
from flowgraph.lexicon.entries import read_entries
from flowgraph.lexicon.names import fold

PointerTarget = Literal[
    "controller",
    "commissioner",
    "local_authority",
    "university",
    "provider",
    "company",
    "csu",
    "charity",
    "other",
    "processor",
    "applicant",
    "finance",
    "dscro",
    "national",
]


class Role(Frozen):
    """A party that texts name by what it does; ``nobody`` marks words that name no recipient at all."""

    name: str
    kind: PartyKind
    words: tuple[str, ...]
    example: str
    nobody: bool = False
    fallback_for: str | None = None


class Pointer(Frozen):
    """Words that stand for parties of the agreement.

    ``definite`` words point only behind "the"; ``capital`` ones only with a capital letter.
    """

    to: PointerTarget
    words: tuple[str, ...]
    example: str
    definite: bool = False
    capital: bool = False


class Place(Frozen):
    """A system or room inside a party; ``holder`` names a pointer target, a role or a repository.

    ``dataset`` is the one data set that a system is there for.
    """

    holder: str
    words: tuple[str, ...]
    example: str
    dataset: str | None = None


@cache
def roles() -> tuple[Role, ...]:
    """The roles of ``roles.toml``."""
    return read_entries("roles.toml", "role", Role)


@cache
def pointers() -> tuple[Pointer, ...]:
    """The pointing words of ``roles.toml``."""
    return read_entries("roles.toml", "pointer", Pointer)


@cache
def places() -> tuple[Place, ...]:
    """The places of ``roles.toml``."""
    return read_entries("roles.toml", "place", Place)


@cache
def _general() -> frozenset[str]:
    groups = (
        [entry.words for entry in roles()] + [entry.words for entry in pointers()] + [entry.words for entry in places()]
    )
    return frozenset(fold(word) for words in groups for word in words)


def is_general(name: str) -> bool:
    """Whether ``name`` is a role, a pointing word or a place, and so names no body by itself."""
    return fold(name) in _general()


def role_named(name: str) -> Role:
    """The role of that name; raises KeyError where there is none."""
    for role in roles():
        if role.name == name:
            return role
    raise KeyError(name)


def fallback_role(to: str) -> Role | None:
    """The unnamed role that stands in where a pointer finds no party of the agreement."""
    return next((role for role in roles() if role.fallback_for == to), None)
