"""Fields that answer yes or no, and the fields that hold such an answer with something behind it."""

import re
from functools import lru_cache
from typing import NamedTuple

from flowgraph.domain import Answer

_WORD = re.compile(r"\b(yes|no|y|n)\b", re.IGNORECASE)
_LEADING = re.compile(r"\s*(yes|no)\b(?:\s*,\s*(yes|no)\b)?", re.IGNORECASE)
_BRACKET = re.compile(r"\s*\((.*)\)\s*\Z", re.DOTALL)
_SENSITIVITY = re.compile(r"\b(?:Non[ -]?)?Sensitive\Z", re.IGNORECASE)
_TYPES = re.compile(
    r"(?:\A|,)\s*(anonymised - ico code compliant|pseudonymised|anonymised|identifiable)\s*(?=,|\Z)", re.IGNORECASE
)
_STATEMENTS = re.compile(r"(?:\A|,\s*|(?<=[a-zY]))(Yes|No|Y|N)\b(?=\s*(?:-|–|,|\(|\Z))")
_EXCUSES = re.compile(r"\((?:Excuses:\s*)?(.*)\)\Z", re.DOTALL)


@lru_cache(maxsize=4096)
def read_answer(text: str) -> Answer:
    """The answer of a field that holds ``Yes``, ``No``, both (``No, Yes``) or nothing."""
    return _answer({word[0].lower()[0] for word in _WORD.finditer(text)})


class Purposes(NamedTuple):
    """The field ``Purposes:``: whether they are commercial, the type of body in brackets, and any other words."""

    commercial: Answer
    organisation_type: str
    words: str


def read_purposes(text: str) -> Purposes:
    """The parts of ``No (Academic)``; of ``()`` and ``(Academic)`` without an answer; of whole paragraphs."""
    leading = _LEADING.match(text)
    rest = text[leading.end() :] if leading else text
    bracket = _BRACKET.match(rest)
    commercial = _answer({word[0].lower() for word in leading.groups() if word}) if leading else Answer.UNSTATED
    if bracket is not None:
        return Purposes(commercial, bracket[1].strip(), "")
    return Purposes(commercial, "", rest.strip())


class OptOuts(NamedTuple):
    """The field ``Opt outs honoured:``: whether they were, the types of data and the confidentiality it also tells."""

    honoured: Answer
    types_of_data: tuple[str, ...]
    confidentiality: str


def read_opt_outs(text: str) -> OptOuts:
    """The parts of the field, in which values run together and types of data stand beside answers."""
    text = text.strip()
    bracket = _EXCUSES.search(text) if text.endswith(")") else None
    answers = text[: bracket.start()] if bracket else text
    types = dict.fromkeys(match[1] for match in _TYPES.finditer(answers))
    honoured = _answer({match[1].lower()[0] for match in _STATEMENTS.finditer(answers)})
    return OptOuts(honoured, tuple(types), bracket[1].strip(" ,") if bracket else "")


class Format(NamedTuple):
    """The field ``Format:`` of the oldest pages: the type of data, then the sensitivity."""

    type_of_data: str
    sensitivity: str


def read_format(text: str) -> Format:
    """The two parts of ``Anonymised - ICO code compliant Non Sensitive``."""
    text = text.strip()
    match = _SENSITIVITY.search(text)
    return Format(text[: match.start()].strip(), match[0]) if match else Format(text, "")


def _answer(letters: set[str]) -> Answer:
    if letters == {"y", "n"}:
        return Answer.BOTH
    return {frozenset("y"): Answer.YES, frozenset("n"): Answer.NO}.get(frozenset(letters), Answer.UNSTATED)
