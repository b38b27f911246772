"""From ``key=value`` as a user writes it to the parameters of a query."""

import json
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from flowgraph.graph.view import View
from flowgraph.questions.names import find_dataset, find_parties
from flowgraph.store.errors import QueryFailed, one_line
from flowgraph.store.library import LibraryQuery, Parameter, ParameterKind


def split_parameters(words: Iterable[str]) -> dict[str, str]:
    """The parameters of ``key=value`` words. Raises QueryFailed for one that is written otherwise, or twice."""
    found: dict[str, str] = {}
    for word in words:
        name, sign, value = word.partition("=")
        if not sign or not name.isidentifier():
            raise QueryFailed(f"{one_line(word, 60)} is no parameter; write it as key=value")
        if name in found:
            raise QueryFailed(f"the parameter {name} is given twice; give it once")
        found[name] = value
    return found


def library_parameters(query: LibraryQuery, given: Mapping[str, str], view: View) -> dict[str, Any]:
    """The parameters of a library query, each checked by its kind; names are found however they are written.

    Raises QueryFailed for one that is unknown, missing, or not of its kind, and what finding a name raises.
    """
    known = {one.name: one for one in query.parameters}
    unknown = sorted(given.keys() - known.keys())
    if unknown:
        has = ", ".join(known) or "none"
        raise QueryFailed(f"{query.name} has no parameter {one_line(unknown[0], 40)}; it has: {has}")
    return {one.name: _value(query, one, given, view) for one in query.parameters}


def free_parameters(given: Mapping[str, str]) -> dict[str, Any]:
    """The parameters of a query of the user's own: numbers, truth values, null and lists as JSON, all else as text."""
    return {name: _json(value) for name, value in given.items()}


def _value(query: LibraryQuery, one: Parameter, given: Mapping[str, str], view: View) -> Any:
    if one.name not in given:
        if one.optional:
            return None
        raise QueryFailed(f"{query.name} needs {one.name}, {one.meaning}; for example: -p '{one.name}={one.example}'")
    text = given[one.name]
    try:
        if one.kind is ParameterKind.NUMBER:
            return int(text)
        if one.kind is ParameterKind.DATE:
            return date.fromisoformat(text).isoformat()
    except ValueError:
        raise QueryFailed(
            f"{one.name} is a {one.kind}, and {one_line(text, 40)} is none; example: {one.example}"
        ) from None
    if one.kind is ParameterKind.DATASET:
        return find_dataset(view, text)
    if one.kind is ParameterKind.ORGANISATION:
        return _organisation(view, one, text)
    return text


def _organisation(view: View, one: Parameter, text: str) -> str:
    keys = sorted(find_parties(view, text))
    if len(keys) > 1:
        raise QueryFailed(
            f"{one_line(text, 60)} is a role in {len(keys)} agreements; say which for {one.name} by its key: "
            + one_line(", ".join(keys), 160)
        )
    return keys[0]


def _json(text: str) -> Any:
    try:
        value = json.loads(text)
    except ValueError:
        return text
    return text if isinstance(value, dict) else value
