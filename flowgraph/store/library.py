"""The library of Cypher queries: one file a query, each with a header that is checked when it is read."""

import re
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from flowgraph.domain.base import Frozen
from flowgraph.store.errors import StoreError


class ParameterKind(StrEnum):
    """What a parameter of a query is."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    DATASET = "data set"
    ORGANISATION = "organisation"


class Parameter(Frozen):
    """A parameter of a query; an optional one that is not given is null."""

    name: str
    kind: ParameterKind
    optional: bool
    meaning: str
    example: str


class Column(Frozen):
    """A column of a query's answer."""

    name: str
    meaning: str


class LibraryQuery(Frozen):
    """A query of the library: what its header says, and its text."""

    name: str
    question: str
    parameters: tuple[Parameter, ...]
    columns: tuple[Column, ...]
    text: str


class LibraryError(StoreError):
    """A query file that cannot be used; the message names the file and what is wrong with it."""

    def __init__(self, file: str, problem: str) -> None:
        """Say which file and what is wrong."""
        super().__init__(f"{file}: {problem}; mend the file")


PARAMETER = re.compile(
    r"(?P<name>[a-z_]+) \((?P<kind>[a-z ]+?)(?P<optional>, optional)?\) (?P<meaning>.+?); example: (?P<example>.+)"
)
COLUMN = re.compile(r"(?P<name>[a-z_]+): (?P<meaning>.+)")
HEADER = re.compile(r"// (name|question|parameter|column): (.+)")


def read_query(file: str, text: str) -> LibraryQuery:
    """The query of a file's text. Raises LibraryError where header and text do not agree."""
    entries: dict[str, list[str]] = {"name": [], "question": [], "parameter": [], "column": []}
    lines = text.splitlines()
    for line in lines:
        found = HEADER.fullmatch(line)
        if found is None:
            break
        entries[found[1]].append(found[2])
    for one in ("name", "question"):
        if len(entries[one]) != 1:
            raise LibraryError(file, f"its header has {len(entries[one])} lines // {one}: instead of one")
    query = LibraryQuery(
        name=entries["name"][0],
        question=entries["question"][0],
        parameters=tuple(_parameter(file, entry) for entry in entries["parameter"]),
        columns=tuple(_column(file, entry) for entry in entries["column"]),
        text=text,
    )
    _check(file, query)
    return query


@cache
def library() -> Mapping[str, LibraryQuery]:
    """Every query of the library by name, in order. Raises LibraryError for a file that cannot be used."""
    folder = cypher_folder() / "queries"
    found = sorted((one for one in folder.iterdir() if one.name.endswith(".cypher")), key=lambda one: one.name)
    queries = [read_query(one.name, one.read_text(encoding="utf-8")) for one in found]
    return {query.name: query for query in queries}


def cypher_folder() -> Traversable:
    """The folder ``cypher``: inside the package where it is installed, beside it in a checkout."""
    packaged = files("flowgraph") / "cypher"
    return packaged if packaged.is_dir() else Path(__file__).resolve().parents[2] / "cypher"


def returned_columns(text: str) -> tuple[str, ...]:
    """The names of the columns that a query's last RETURN gives, each by its AS or its plain name."""
    code = _without_comments(text)
    last = re.split(r"\bRETURN\b(?: DISTINCT\b)?", code)[-1]
    last = re.split(r"\b(?:ORDER BY|SKIP|LIMIT)\b", last)[0]
    names = []
    for item in _split(last):
        found = re.fullmatch(r"(?:.*\bAS\s+)?(\w+)", item.strip(), flags=re.DOTALL)
        names.append(found[1] if found else item.strip())
    return tuple(names)


def used_parameters(text: str) -> frozenset[str]:
    """The names of the parameters that a query's text uses."""
    return frozenset(re.findall(r"\$(\w+)", _without_comments(text)))


def _parameter(file: str, entry: str) -> Parameter:
    found = PARAMETER.fullmatch(entry)
    if found is None:
        raise LibraryError(file, f"the parameter {entry!r} is not written as: name (kind) meaning; example: value")
    if found["kind"] not in set(ParameterKind):
        raise LibraryError(file, f"the parameter {found['name']} is a {found['kind']}, which is none of the kinds")
    return Parameter(
        name=found["name"],
        kind=ParameterKind(found["kind"]),
        optional=found["optional"] is not None,
        meaning=found["meaning"],
        example=found["example"],
    )


def _column(file: str, entry: str) -> Column:
    found = COLUMN.fullmatch(entry)
    if found is None:
        raise LibraryError(file, f"the column {entry!r} is not written as: name: meaning")
    return Column(name=found["name"], meaning=found["meaning"])


def _check(file: str, query: LibraryQuery) -> None:
    if file != f"{query.name}.cypher":
        raise LibraryError(file, f"its header calls it {query.name}")
    declared = [one.name for one in query.parameters]
    if len(set(declared)) != len(declared) or set(declared) != used_parameters(query.text):
        used = ", ".join(sorted(used_parameters(query.text))) or "none"
        raise LibraryError(file, f"its header declares the parameters {', '.join(declared) or 'none'}, it uses {used}")
    columns = tuple(one.name for one in query.columns)
    if columns != returned_columns(query.text):
        returned = ", ".join(returned_columns(query.text))
        raise LibraryError(file, f"its header declares the columns {', '.join(columns)}, it returns {returned}")


def _without_comments(text: str) -> str:
    return "\n".join(line.partition("//")[0] for line in text.splitlines())


def _split(text: str) -> list[str]:
    """The parts between commas that stand in no bracket and no quote."""
    parts, depth, quoted = [""], 0, False
    for character in text:
        quoted ^= character == "'"
        if not quoted:
            depth += (character in "([{") - (character in ")]}")
            if character == "," and depth == 0:
                parts.append("")
                continue
        parts[-1] += character
    return parts
