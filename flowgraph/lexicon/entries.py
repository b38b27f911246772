"""Reading the lexicon's TOML files: every entry is validated, and an error names the file and the entry."""

from functools import cache
from importlib.resources import files
from typing import Any, TypeVar

import tomli as tomllib
from pydantic import ValidationError

from flowgraph.domain.base import Frozen
from flowgraph.domain.errors import UserError

EntryT = TypeVar("EntryT", bound=Frozen)


class LexiconError(UserError):
    """A lexicon entry that cannot be used; the text names the file, the entry and what is wrong with it."""

    def __init__(self, file: str, entry: str, problem: str) -> None:
        """Say the ``problem`` of ``entry`` (its position, heading or line) in ``file``."""
        super().__init__(f"{file}, entry {entry}: {problem}")
        self.file = file
        self.entry = entry
        self.problem = problem


@cache
def read_toml(name: str) -> dict[str, Any]:
    """The tables of ``lexicon/data/<name>``; raises LexiconError where the file is no TOML."""
    try:
        return tomllib.loads((files("flowgraph.lexicon") / "data" / name).read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(name, "(the whole file)", f"is no TOML: {error}") from error


def read_entries(name: str, table: str, model: type[EntryT]) -> tuple[EntryT, ...]:
    """The entries of ``[[table]]`` in ``lexicon/data/<name>``, each checked against ``model``.

    Raises LexiconError that names the file and the entry (by its position and its first value).
    """
    entries = []
    for number, raw in enumerate(read_toml(name).get(table, ()), 1):
        try:
            entries.append(model(**raw))
        except ValidationError as error:
            first = next(iter(raw.values()), "")
            problem = error.errors()[0]
            field = ".".join(str(part) for part in problem["loc"])
            raise LexiconError(name, f"{number} of [[{table}]] ({first})", f"{field}: {problem['msg']}") from error
    return tuple(entries)
