"""Whose each block of a text is: the processor its heading names, and the holder of its Controlled Environment."""

import re
from collections.abc import Iterable

from flowgraph.clauses import Outline
from flowgraph.domain import PartyKind
from flowgraph.flows.directory import Directory, Member, Ref, clean_name
from flowgraph.flows.draft import Draft
from flowgraph.flows.mentions import Scanner
from flowgraph.flows.pointing import Pointing
from flowgraph.flows.situation import Situation
from flowgraph.lexicon.roles import Pointer

_FINANCE = re.compile(r"CEfF|Controlled Environment for Finance")
# A "processor" heading of more words than this is a sentence that lost its verb, and no name.
_LONGEST_NAME = 9


def name_processors(structure: Outline, scanner: Scanner, pointing: Pointing, situation: Situation) -> list[Member]:
    """Give every block the processor its heading names; the processors that headings and lists name, in order."""
    processors: list[Member] = []
    for block in structure.blocks:
        if block.processor is not None:
            named = _named(block.processor, structure, scanner, pointing)
            if len(named) == 1:
                situation.block(block).processor = named[0]
            else:
                situation.block(block).listed_processors += named
            processors += named
    for block, line in structure.processors:
        for member in _named(line, structure, scanner, pointing):
            situation.block(block).listed_processors.append(member)
            situation.document.listed_processors.append(member)
            processors.append(member)
    own = set(scanner.directory.controllers)
    return [member for member in dict.fromkeys(processors) if member not in own]


def find_finance_owners(structure: Outline, scanner: Scanner, pointing: Pointing, situation: Situation) -> None:
    """Find out beforehand in which party each block's Controlled Environment for Finance is.

    The conditions at the top of a text speak of "the CEfF" before the blocks below say whose it is; they mean it
    only where all blocks agree on one.
    """
    owners: dict[Member, None] = {}
    for sentence in structure.sentences:
        if not _FINANCE.search(sentence.text):
            continue
        state = situation.block(sentence.block)
        for unit in scanner.units_of(sentence):
            inner = unit.inner
            is_finance = inner is not None and isinstance(inner.value, Pointer) and inner.value.to == "finance"
            if is_finance and isinstance(unit.value, Ref):
                for member in pointing.resolve(unit.value, sentence.block)[-1:]:
                    state.finance = member
        if sentence.block.purpose is not None:
            owner = state.finance or state.processor or next(iter(state.listed_processors), None)
            if owner is not None:
                owners[owner] = None
    if len(owners) == 1:
        situation.document.finance = next(iter(owners))


def working_for_commissioners(drafts: Iterable[Draft], directory: Directory) -> list[Member]:
    """The bodies to which a regional office sends data under a purpose although they are not the controller.

    By the register's convention these are the processors, also where no heading says so.
    """
    own = set(directory.own())
    return [
        draft.target
        for draft in drafts
        if draft.source.kind is PartyKind.DSCRO
        and draft.purpose is not None
        and draft.target not in own
        and draft.target.role_of is None
    ]


def _named(name: str, structure: Outline, scanner: Scanner, pointing: Pointing) -> list[Member]:
    """The parties that a heading or list item names, mostly one; empty where it is no name."""
    directory: Directory = scanner.directory
    name = clean_name(name)
    units = scanner.units(name)
    whole = [unit for unit in units if unit.kind == "party"]
    if len(whole) == 1 and isinstance(whole[0].value, Ref) and whole[0].end - whole[0].start >= len(name) - 4:
        return pointing.resolve(whole[0].value, structure.blocks[0])[:1]
    others = [unit for unit in units if unit.kind != "party"]
    if len(whole) > 1 and all(unit.low in {"and", "&", ",", "/"} for unit in others):
        refs = [unit.value for unit in whole if isinstance(unit.value, Ref)]
        return [member for ref in refs for member in pointing.resolve(ref, structure.blocks[0])[:1]]
    member = directory.named(name)
    return [] if member.kind is PartyKind.OTHER and len(name.split()) > _LONGEST_NAME else [member]
