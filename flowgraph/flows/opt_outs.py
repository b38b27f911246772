"""Patient opt-outs: statements that stand apart from the flows they are about.

The register's conditions say who applies objections before identifiable data leaves it, and for which purpose
(type 2 objections until 2018, the national data opt-out since); a re-identification process says that none are
applied for direct care.
"""

import re
from dataclasses import replace
from typing import NamedTuple

from flowgraph.clauses import Outline, Sentence
from flowgraph.domain import FlowKind, Identifiability
from flowgraph.flows.directory import Member, Ref
from flowgraph.flows.draft import Draft
from flowgraph.flows.grammar import ARTICLES, PREPOSITIONS
from flowgraph.flows.mentions import Scanner
from flowgraph.flows.pointing import Pointing

_OPT_OUT = r"type [12] (?:objections?|opt-?outs?)|(?:national (?:data )?|patient )?opt[- ]?outs?|patient objections"
_SAID = re.compile(rf"\b(?:{_OPT_OUT})\b", re.IGNORECASE)
_LEAVES = re.compile(r"\bbefore\b.*\b(?:leaves?|disseminated|released|sent)\b", re.IGNORECASE)
_NOT_FOR_CARE = re.compile(r"\bnot applied\b.*\bdirect care\b", re.IGNORECASE)


class OptOutStatement(NamedTuple):
    """What a sentence says of opt-outs: by whom applied (None: not applied, for direct care), for which purposes."""

    words: str
    applied_by: Member | None
    purposes: tuple[str, ...]

    def concerns(self, draft: Draft) -> bool:
        """Whether the statement is about the flow of ``draft``."""
        if self.applied_by is None:
            return draft.kind is FlowKind.RE_IDENTIFICATION
        leaves = draft.source is self.applied_by and draft.state is Identifiability.IDENTIFIABLE
        return leaves and draft.kind is FlowKind.TRANSFER and (not self.purposes or draft.purpose in self.purposes)


def own_words(sentence: Sentence) -> str | None:
    """The sentence's words where it speaks of opt-outs itself, with single spaces; else None."""
    return " ".join(sentence.text.split()) if _SAID.search(sentence.text) else None


def read_statements(structure: Outline, scanner: Scanner, pointing: Pointing) -> list[OptOutStatement]:
    """The statements on opt-outs in a text that say for which flows they count."""
    purposes = dict.fromkeys(block.purpose for block in structure.blocks if block.purpose is not None)
    statements = []
    for sentence in structure.sentences:
        words = own_words(sentence)
        if words is None:
            continue
        if _NOT_FOR_CARE.search(words):
            statements.append(OptOutStatement(words, None, ()))
        elif _LEAVES.search(words):
            named = tuple(purpose for purpose in purposes if purpose.casefold() in words.casefold())
            appliers = _subject(sentence, scanner, pointing)
            statements += [OptOutStatement(words, applier, named) for applier in appliers]
    return statements


def with_opt_outs(draft: Draft, statements: list[OptOutStatement]) -> Draft:
    """The draft with what the text says on opt-outs for it; its own sentence comes first."""
    if draft.opt_outs is not None:
        return draft
    return next((replace(draft, opt_outs=said.words) for said in statements if said.concerns(draft)), draft)


def _subject(sentence: Sentence, scanner: Scanner, pointing: Pointing) -> list[Member]:
    """Who the sentence says acts: its first party that no preposition governs."""
    units = scanner.units_of(sentence)
    for index, unit in enumerate(units):
        before = index - 1
        while before >= 0 and units[before].low in ARTICLES:
            before -= 1
        governed = before >= 0 and units[before].low in PREPOSITIONS
        if unit.kind == "party" and isinstance(unit.value, Ref) and not governed:
            return pointing.resolve(unit.value, sentence.block)
    return []
