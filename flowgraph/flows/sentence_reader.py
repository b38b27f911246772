"""Reads one sentence in its place: which movements it tells, who the open parts are, or why it tells none."""

import re

from flowgraph.clauses import Outline, Sentence
from flowgraph.domain import Identifiability, PartyKind
from flowgraph.flows.basis import Bases
from flowgraph.flows.case import Case
from flowgraph.flows.directory import Member, Ref
from flowgraph.flows.draft import Draft, Outcome
from flowgraph.flows.drafting import Drafter
from flowgraph.flows.frames import Frame, read_frames
from flowgraph.flows.grammar import Unit
from flowgraph.flows.hindsight import Hindsight
from flowgraph.flows.hosting import is_hosting
from flowgraph.flows.limits import Limits
from flowgraph.flows.mentions import Scanner
from flowgraph.flows.modality import is_conditional, is_negated, is_wish
from flowgraph.flows.movement import read_movement
from flowgraph.flows.openparts import OpenParts
from flowgraph.flows.pointing import Pointing
from flowgraph.flows.recipient_lists import RecipientLists
from flowgraph.flows.situation import Situation
from flowgraph.flows.states import StateReader, only_describes
from flowgraph.flows.telling import is_in_return, is_pronoun, names_movement, says_what_for
from flowgraph.flows.things import Thing, read_thing
from flowgraph.lexicon import datasets
from flowgraph.lexicon.cues import cue

_INTRODUCTION = re.compile(
    r"\b(?:complet|perform|carried out|undertaken|pseudonymis)\w*\b"
    r".*\b(?:disseminated|passed|sent|released|provided) as follows",
    re.IGNORECASE,
)
_PRONOUNS = frozenset("which that it they these this and then who them".split())
_LONGEST_ITEM = 160
# In units, some words each; what is longer is no sentence and counts as missed.
_LONGEST_SENTENCE = 1_000


class SentenceReader:
    """Reads the sentences of one agreement in their order; what earlier ones told helps to read later ones."""

    def __init__(
        self, structure: Outline, scanner: Scanner, pointing: Pointing, situation: Situation, bases: Bases
    ) -> None:
        """All parts belong to the same agreement."""
        self.scanner = scanner
        self.pointing = pointing
        self.situation = situation
        self.bases = bases
        self.hindsight = Hindsight(structure, scanner, pointing)
        self.states = StateReader(structure, situation)
        self.open_parts = OpenParts(structure, pointing, situation, self.hindsight)
        self.drafter = Drafter(situation, bases, self.states, self.open_parts, pointing.national)
        self.limits = Limits()
        self.lists = RecipientLists(pointing)

    def read(self, sentence: Sentence) -> Outcome:
        """What the sentence tells; remembers what reached whom for the sentences after it."""
        outcome = Outcome()
        moves = self.scanner.speaks_of_movement(sentence)
        if self.lists.is_open_for(sentence) and (moves or len(sentence.text) < _LONGEST_ITEM):
            recipients = self.lists.recipients(sentence, self.scanner.units_of(sentence))
            if recipients:
                self._deliver(outcome, sentence, recipients)
                return outcome
        if not moves:
            return outcome
        if is_hosting(sentence):
            outcome.because("hosting")
        elif _INTRODUCTION.search(sentence.text):
            self._introduce(sentence)
            outcome.because("introduces the steps below it")
        else:
            units = self.scanner.units_of(sentence)
            # Each verb looks through its sentence, so a text without full stops would take the square of its length.
            for frame in read_frames(units) if len(units) <= _LONGEST_SENTENCE else ():
                self._read_frame(outcome, sentence, units, frame)
            if not outcome.speaks and names_movement(sentence.text, units):
                outcome.because(_why_unread(sentence.text))
        return outcome

    def limited(self, drafts: list[Draft]) -> list[Draft]:
        """The drafts, once all sentences are read, with what the text rules out for their receivers."""
        return [self.limits.applied(draft) for draft in drafts]

    # --- lists and introductions

    def _introduce(self, sentence: Sentence) -> None:
        """Remember who sends in the steps below ("… is completed within the office and is disseminated as follows")."""
        for unit in self.scanner.units_of(sentence):
            if unit.kind == "party" and isinstance(unit.value, Ref):
                for member in self.pointing.resolve(unit.value, sentence.block)[:1]:
                    self.situation.block(sentence.block).sender = member
                    self.situation.strand(sentence.block).sender = member
                return

    def _deliver(self, outcome: Outcome, sentence: Sentence, recipients: list[Member]) -> None:
        """Flows of an item that names only the receiver; the sentence that introduces the list has the rest."""
        opened = self.lists.open
        assert opened is not None
        outcome.speaks = True
        pairs = [(source, target) for source in opened.senders for target in recipients if source is not target]
        outcome.drafts += [self.drafter.listed(opened.case, sentence, source, target) for source, target in pairs]

    # --- one verb

    def _read_frame(self, outcome: Outcome, sentence: Sentence, units: list[Unit], frame: Frame) -> None:
        movement = read_movement(sentence.text, units, frame)
        if movement is None or says_what_for(units, frame):
            return
        case = Case(sentence, units, frame, movement, self._thing(sentence, units, frame))
        named = bool(movement.senders or movement.receivers)
        if frame.entry.weak and not named:
            return
        if case.thing.is_other and not case.opens_a_place():
            if named and not frame.entry.weak:
                outcome.because("no data about patients")
            return
        if not case.thing.datasets:
            case.thing = case.thing._replace(datasets=case.system_dataset())
        reason = self._unreal(case)
        if reason is not None:
            outcome.because(reason)
            return
        self._find_parties(outcome, case)

    def _unreal(self, case: Case) -> str | None:
        """Why the verb, although it speaks of movement, tells of none: denied, a condition, a wish; else None."""
        if is_negated(case.units, case.frame):
            states = self.states.named(case.sentence, case.units, case.frame)
            self.limits.rule_out(states, self._members(case, case.movement.receivers))
            return "negated"
        if is_conditional(case.units, case.frame):
            return "only a condition"
        if is_wish(case.sentence.text, case.units, case.frame):
            return "asked for, not told as done"
        if cue("past").search(case.sentence.text):
            return "told of the past only"
        return None

    def _find_parties(self, outcome: Outcome, case: Case) -> None:
        movement = case.movement
        senders, receivers = self._members(case, movement.senders), self._members(case, movement.receivers)
        if movement.receivers and not receivers:
            nobody = all(self.pointing.is_nobody(ref) for ref in case.refs(movement.receivers))
            outcome.because("no named recipient" if nobody else "the text leaves open who receives")
            return
        if movement.senders and not senders:
            outcome.because("the text leaves open who sends")
            return
        if is_in_return(outcome, case):
            last = outcome.drafts[-1]
            senders, receivers = [last.target], [last.source]
        if not receivers and movement.may_fill_receiver and not case.has_unread_name():
            receivers = self.open_parts.receiver(case, senders)
        if not receivers and not senders and self._is_supply_by_agreement(case):
            senders, receivers = [self.pointing.national], self.pointing.directory.applicant()
        if not receivers:
            self._without_receivers(outcome, case, senders)
            return
        self._find_senders(outcome, case, senders, receivers)

    def _without_receivers(self, outcome: Outcome, case: Case, senders: list[Member]) -> None:
        if case.frame.entry.moves == "away" and case.sentence.text.endswith(":"):
            self.lists.begin(case, senders or self.open_parts.sender(case, [], None))
        unread = case.has_unread_name()
        if case.frame.entry.moves == "here" and not senders:
            self._receive_without_source(case)
            outcome.because(None if unread else "no named source")
        else:
            outcome.because(None if unread else "no named recipient")

    def _find_senders(self, outcome: Outcome, case: Case, senders: list[Member], receivers: list[Member]) -> None:
        named = bool(senders)
        if not named and only_describes(case.units, case.frame) and not self.open_parts.own(receivers):
            outcome.because("no named source")
            return
        if not named and self._only_limits(case, receivers):
            outcome.because("says only in which state data is given")
            return
        if not named and case.movement.may_fill_sender:
            told = outcome.drafts[-1].target if outcome.drafts else None
            senders = self.open_parts.sender(case, receivers, told)
            senders = [
                member for member in senders if self.states.may_hold(case.sentence, case.units, case.frame, member)
            ]
        if not senders:
            self._receive_without_source(case)
            outcome.because("no named source")
            return
        self._draft(outcome, case, senders, receivers)

    def _draft(self, outcome: Outcome, case: Case, senders: list[Member], receivers: list[Member]) -> None:
        outcome.speaks = True
        senders, receivers = self._served(senders), self._served(receivers)
        self.situation.tell(case.sentence, receivers)
        pairs = [(source, target) for source in senders for target in receivers if source is not target]
        within_group = len(senders) > 1 and set(senders) == set(receivers)
        if not pairs or within_group or self._is_staff_access(case, pairs):
            outcome.because("inside one party")
            return
        outcome.drafts += self.drafter.drafts(case, pairs)

    # --- questions about a case

    def _thing(self, sentence: Sentence, units: list[Unit], frame: Frame) -> Thing:
        """What is moved; a list below the sentence or what a pronoun stands for fills what the words leave open."""
        thing = read_thing(sentence.text, units, *frame.thing)
        if len(thing.datasets) < 2 and sentence.introduces:
            listed = self.hindsight.listed_by(sentence)
            if listed:
                return Thing(listed, is_data=True, is_other=False)
        if thing.is_other and not thing.is_named_other and not thing.datasets:
            start, _ = frame.clause
            before = {unit.low for unit in units[max(0, start - 1) : frame.verb] if unit.kind == "word"}
            earlier = read_thing(sentence.text, units, 0, frame.verb)
            if before & _PRONOUNS and earlier.is_data:
                return Thing(earlier.datasets, is_data=True, is_other=False)
            taken_up = earlier.is_data or sentence.number - 1 in self.situation.told
            if taken_up and is_pronoun(units[slice(*frame.thing)]):
                return Thing(earlier.datasets, is_data=True, is_other=False)
        return thing

    def _members(self, case: Case, indices: list[int]) -> list[Member]:
        refs = (case.units[index].value for index in indices)
        members = [self.pointing.resolve(ref, case.sentence.block) for ref in refs if isinstance(ref, Ref)]
        return list(dict.fromkeys(member for group in members for member in group))

    def _served(self, members: list[Member]) -> list[Member]:
        """The members, with a mere host giving way to the applicant whose data it keeps."""
        applicants = self.pointing.directory.applicant()
        return list(dict.fromkeys(applicants[0] if member.hosting and applicants else member for member in members))

    def _receive_without_source(self, case: Case) -> None:
        """Remember what reached a receiver although the text does not say from where."""
        frame = case.frame
        states = self.states.named(case.sentence, case.units, frame) or [Identifiability.UNSTATED]
        members = self._members(case, frame.subjects or frame.receivers or frame.agents)
        self.situation.tell(case.sentence, members)
        for member in members:
            self.situation.reached(case.sentence.block, member, dict.fromkeys(case.thing.datasets, states[0]))

    def _only_limits(self, case: Case, receivers: list[Member]) -> bool:
        """Whether "Only pseudonymised data is sent to X" tells no new movement; the state is remembered as a limit."""
        told_before = any(target in receivers for _, target in self.situation.told_pairs)
        if not (case.begins_with_only and case.frame.voice == "passive" and told_before):
            return False
        states = self.states.named(case.sentence, case.units, case.frame)
        for state in states[:1]:
            self.limits.allow_only(state, receivers)
        return bool(states)

    def _is_supply_by_agreement(self, case: Case) -> bool:
        """Whether data sets of the agreement are "supplied" or "released", which is what the agreement is for."""
        names = case.thing.datasets
        if case.frame.entry.verb not in {"supply", "disseminate", "release"} or case.frame.voice != "passive":
            return False
        if not names or not case.outside_blocks or self.open_parts.through_office:
            return False
        rows = [row.name for row in self.bases.agreement.datasets]
        of_agreement = all(any(datasets.load().contains(name, row) for row in rows) for name in names)
        states = self.states.named(case.sentence, case.units, case.frame)
        return of_agreement and Identifiability.AGGREGATED not in states

    def _is_staff_access(self, case: Case, pairs: list[tuple[Member, Member]]) -> bool:
        """Whether a rule on who may log in is told: staff of a party enter where its own data is kept."""
        if not case.movement.opens or not cue("inside").search(case.sentence.text):
            return False
        if not case.movement.senders:
            return True
        processor = self.situation.block(case.sentence.block).processor
        for source, target in pairs:
            if source.kind in {PartyKind.NATIONAL, PartyKind.REPOSITORY} or source is processor:
                return False
            if not self.open_parts.own([target]) and target is not processor:
                return False
        return True


def _why_unread(text: str) -> str | None:
    """Why a sentence that names data, parties and a movement tells of none, by its cues; None: it was missed."""
    if cue("wish").search(text):
        return "asked for, not told as done"
    return "inside one party" if cue("inside").search(text) else None
