"""From a case with known parties to drafts of flows: data sets, state, purpose, legal basis, kind."""

import re

from flowgraph.clauses import Sentence
from flowgraph.domain import FlowKind, Identifiability, Modality, PartyKind, StateSource
from flowgraph.flows.basis import Bases
from flowgraph.flows.case import LOCAL_SOURCES, Case
from flowgraph.flows.directory import Member
from flowgraph.flows.draft import Draft
from flowgraph.flows.legal import Moved, basis_of
from flowgraph.flows.modality import is_permission
from flowgraph.flows.openparts import OpenParts
from flowgraph.flows.opt_outs import own_words
from flowgraph.flows.situation import Situation
from flowgraph.flows.states import StateReader
from flowgraph.flows.things import identifiers_in

INVOICE_VALIDATION = "Invoice Validation"
# What providers send to whoever validates their invoices (NHS England, "Who Pays?").
BACKING_DATA = "Backing data"
_RE_IDENTIFIES = re.compile(r"\bre-?identif(?:y|ies|ied|ication)\b|\bre-?id\b", re.IGNORECASE)


class Drafter:
    """Makes the drafts of one agreement and tells the situation what reached whom."""

    def __init__(
        self, situation: Situation, bases: Bases, states: StateReader, open_parts: OpenParts, national: Member
    ) -> None:
        """All belong to the agreement being read; ``national`` is the body that hands out its data."""
        self.situation = situation
        self.bases = bases
        self.states = states
        self.open_parts = open_parts
        self.national = national

    def drafts(self, case: Case, pairs: list[tuple[Member, Member]]) -> list[Draft]:
        """The drafts for each pair of sender and receiver, one for each state the data moves in."""
        made = []
        self.situation.told_pairs += pairs
        kind = FlowKind.RE_IDENTIFICATION if _re_identifies(case.sentence, pairs) else case.movement.kind
        for source, target in pairs:
            names, of_rows = self._names(case, source, target)
            states, known = self.states.read(case.sentence, case.units, case.frame, source, target, kind)
            if known is StateSource.UNSTATED and source is self.national:
                states, known = self._row_state(names)
            for state in states:
                made.append(self._draft(case, source, target, names, state, known, kind))
                # Names that only the agreement's list gave are not carried on: the text does not say them.
                carried = {} if of_rows else dict.fromkeys(names, state)
                self.situation.reached(case.sentence.block, target, carried)
        return made

    def listed(self, case: Case, sentence: Sentence, source: Member, target: Member) -> Draft:
        """The draft for an item that only names the recipient of what ``case`` tells."""
        names = self.open_parts.members(case.thing.datasets)
        moved = Moved(
            sentence, source, target, names, Identifiability.UNSTATED, FlowKind.TRANSFER, sentence.block.purpose
        )
        return Draft(
            sentence=sentence,
            source=source,
            target=target,
            datasets=names,
            state=Identifiability.UNSTATED,
            state_source=StateSource.UNSTATED,
            purpose=sentence.block.purpose,
            kind=FlowKind.TRANSFER,
            modality=Modality.MAY,
            rule="listed-recipient",
            basis=basis_of(self.bases, moved, self.situation, self.national),
        )

    def _draft(
        self,
        case: Case,
        source: Member,
        target: Member,
        names: tuple[str, ...],
        state: Identifiability,
        known: StateSource,
        kind: FlowKind,
    ) -> Draft:
        sentence = case.sentence
        purpose = sentence.block.purpose or (INVOICE_VALIDATION if case.into_finance() else None)
        moved = Moved(sentence, source, target, names, state, kind, purpose)
        return Draft(
            sentence=sentence,
            source=source,
            target=target,
            datasets=names,
            state=state,
            state_source=known,
            purpose=purpose,
            kind=kind,
            modality=Modality.MAY if is_permission(case.units, case.frame) else Modality.DOES,
            rule=case.movement.rule,
            basis=basis_of(self.bases, moved, self.situation, self.national),
            opt_outs=own_words(sentence),
            marks=case.marks(),
        )

    def _names(self, case: Case, source: Member, target: Member) -> tuple[tuple[str, ...], bool]:
        """The data sets of a flow, and whether only the agreement's own list gave them."""
        named = case.thing.datasets
        told = named if source.kind in LOCAL_SOURCES else self.open_parts.members(named)
        told = told or identifiers_in(case.sentence.text, case.units, *case.frame.thing)
        if told:
            return told, False
        names = self.open_parts.datasets(case.sentence, source, target)
        if not names and case.into_finance() and source.kind is PartyKind.PROVIDER:
            names = (BACKING_DATA,)
        return names, source is self.national

    def _row_state(self, names: tuple[str, ...]) -> tuple[list[Identifiability], StateSource]:
        """The state that the register's rows give data sets that NHS Digital hands out, where it is identifiable.

        "Anonymised - ICO Code Compliant" leaves open whether a pseudonym is kept, so it states nothing here.
        """
        if names and self.bases.row_state(names) is Identifiability.IDENTIFIABLE:
            return [Identifiability.IDENTIFIABLE], StateSource.DATASET_ROW
        return [Identifiability.UNSTATED], StateSource.UNSTATED


def _re_identifies(sentence: Sentence, pairs: list[tuple[Member, Member]]) -> bool:
    clinical = all(target.kind in {PartyKind.CLINICIAN, PartyKind.GP} for _, target in pairs)
    return clinical and _RE_IDENTIFIES.search(sentence.text) is not None
