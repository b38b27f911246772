"""Fills the parts that a sentence leaves open: a passive without a doer, "the data" without a name.

Only what the place of the sentence makes plain is filled; otherwise the part stays open and the sentence gives no
flow. The order of the ways tried is the order of their certainty.
"""

from flowgraph.clauses import Outline, Sentence
from flowgraph.domain import PartyKind
from flowgraph.flows.case import Case
from flowgraph.flows.directory import Member, Ref
from flowgraph.flows.hindsight import Hindsight
from flowgraph.flows.pointing import Pointing
from flowgraph.flows.situation import Situation
from flowgraph.flows.things import Thing, points_back
from flowgraph.lexicon import datasets
from flowgraph.lexicon.roles import role_named

_GRANTED = frozenset({"access-is-granted", "labelled-access"})


class OpenParts:
    """Answers who an unnamed sender or receiver is and which data "the data" is."""

    def __init__(self, structure: Outline, pointing: Pointing, situation: Situation, hindsight: Hindsight) -> None:
        """All belong to the agreement being read."""
        self.structure = structure
        self.pointing = pointing
        self.situation = situation
        self.hindsight = hindsight
        # Where a regional office stands in between, not all of the agreement's data comes from NHS Digital directly.
        self.through_office = any("DSCRO" in sentence.text for sentence in structure.sentences)

    # --- parties

    def sender(self, case: Case, receivers: list[Member], told: Member | None) -> list[Member]:
        """The sender that the words leave out; empty where nothing makes it plain.

        ``told`` is whom the same sentence has just told of as a receiver ("passed to X and then passed on to Y").
        """
        if case.frame.entry.moves == "open":
            return self._holder(case, receivers)
        if case.movement.rule == "transfer-of":
            candidates = [self._doer_before(case, receivers)]
        elif case.frame.entry.moves == "here":
            candidates = self._giver(case, receivers)
        else:
            candidates = self._doer(case, receivers, told)
        return [member for member in candidates if member is not None and member not in receivers][:1]

    def receiver(self, case: Case, senders: list[Member]) -> list[Member]:
        """The receiver that the words leave out: the processor of the block, else the applicant.

        What is returned goes back to whoever had sent something to the sender.
        """
        nationally = any(member.kind is PartyKind.NATIONAL for member in senders)
        if case.frame.entry.moves == "away" and not nationally:
            return []
        if case.frame.entry.verb == "return":
            for source, target in reversed(self.situation.told_pairs):
                if target in senders and source not in senders:
                    return [source]
        processor = self.situation.block(case.sentence.block).processor
        receivers = self.situation.told_above(case.sentence) or ([processor] if processor is not None else [])
        if not receivers and case.outside_blocks and nationally and not self.through_office:
            receivers = self.pointing.directory.applicant()
        return [member for member in receivers if member not in senders]

    def own(self, members: list[Member]) -> bool:
        """Whether all of these are parties the agreement is made with."""
        own = self.pointing.directory.own()
        return bool(members) and all(member in own for member in members)

    def _holder(self, case: Case, readers: list[Member]) -> list[Member]:
        """Who holds what is opened: the processor, whoever received last; of granted access the agreement's giver."""
        if case.outside_blocks:
            return self._by_agreement(readers) if case.movement.rule in _GRANTED else []
        state = self.situation.block(case.sentence.block)
        if state.processor is not None and state.processor not in readers:
            return [state.processor]
        return [member for member in state.receivers if member not in readers][-1:]

    def _giver(self, case: Case, receivers: list[Member]) -> list[Member | None]:
        """From whom something is received where no sender is named."""
        if case.frame.open_sender:
            return []
        if self._through_national_system(case):
            return [self.pointing.national]
        keeper = self._keeper(case.thing)
        if keeper is not None:
            return [keeper]
        return [*self._by_agreement(receivers)] if case.outside_blocks and self.own(receivers) else []

    def _doer(self, case: Case, receivers: list[Member], told: Member | None) -> list[Member | None]:
        """Who may have done what a passive tells, the surest first."""
        if told in receivers:
            told = None
        if told is None and case.outside_blocks and _goes_on(case):
            told = next(iter(self.situation.told.get(case.sentence.number - 1, ())), None)
        worker = self.hindsight.worker_before(case.sentence)
        candidates = [
            told,
            self._doer_before(case, receivers),
            worker if worker not in receivers else None,
        ]
        if not any(candidates):
            keeper = self._keeper(case.thing)
            if keeper is not None:
                return [keeper]
        if case.outside_blocks:
            return [*candidates, self._recent_actor(case.sentence, receivers), *self._by_agreement(receivers)]
        block = case.sentence.block
        return [*candidates, self.situation.sender(block), *reversed(self.situation.block(block).receivers)]

    def _recent_actor(self, sentence: Sentence, receivers: list[Member]) -> Member | None:
        """Who acted just before, where he may hold the data ("NHS Digital creates …. It is sent to …")."""
        actor = self.hindsight.actor_before(sentence)
        if actor is None or actor in receivers:
            return None
        if actor.kind is PartyKind.NATIONAL:
            return None if self.through_office else actor
        passed_on = points_back(sentence.text) and bool(self.situation.document.holdings.get(actor))
        return actor if self.own([actor]) or passed_on else None

    def _doer_before(self, case: Case, receivers: list[Member]) -> Member | None:
        """The doer of what the same sentence told before: "… is completed by the office and the data is sent to …"."""
        units = case.units
        for index in range(case.frame.verb - 1, 0, -1):
            ref = units[index].value
            if units[index].kind != "party" or not isinstance(ref, Ref):
                continue
            before = index - 1
            while before > 0 and units[before].low in {"the", "a"}:
                before -= 1
            if units[before].kind == "word" and units[before].low in {"by", "within"}:
                resolved = self.pointing.resolve(ref, case.sentence.block)
                if resolved and resolved[0] not in receivers:
                    return resolved[0]
        return None

    def _through_national_system(self, case: Case) -> bool:
        """Whether the sentence names a system of the national body as the way the data comes."""
        for unit in case.units:
            if unit.kind == "party" and isinstance(unit.value, Ref) and unit.value.kind == "place":
                return self.pointing.resolve(unit.value, case.sentence.block) == [self.pointing.national]
        return False

    def _keeper(self, thing: Thing) -> Member | None:
        """The keeper of the named data, where all of it has the same one."""
        names = {_keeper_of(name) for name in thing.datasets}
        name = names.pop() if len(names) == 1 else None
        return self.pointing.directory.role(role_named(name)) if name is not None else None

    def _by_agreement(self, receivers: list[Member]) -> list[Member]:
        """Outside blocks the agreement itself says who gives: NHS Digital to the applicant, the applicant onwards."""
        if self.own(receivers):
            return [self.pointing.national]
        return self.pointing.directory.applicant()

    # --- data sets

    def datasets(self, sentence: Sentence, source: Member, target: Member) -> tuple[str, ...]:
        """The data sets that "the data" means here: what reached the sender, else what the steps before named."""
        if points_back(sentence.text):
            named = self.hindsight.named_before(sentence)
            if named:
                return self.members(named)
        listed = self._listed_after(sentence)
        if listed or target is self.pointing.national:
            return listed
        if source.kind is PartyKind.GP:
            return ("GP data",)
        if source.kind is not PartyKind.NATIONAL:
            held = self.situation.holdings(sentence.block, source)
            if held:
                return tuple(held)
        if source.kind is PartyKind.DSCRO:
            names = self.members(self.hindsight.named_in_block(sentence))
            return tuple(name for name in names if _keeper_of(name) is None or name == "Local Provider Flows")
        if source.kind is PartyKind.NATIONAL and sentence.block.purpose is None and not self.through_office:
            return tuple(dict.fromkeys(_known_name(row.name) for row in self.pointing.directory.agreement.datasets))
        return ()

    def members(self, names: tuple[str, ...]) -> tuple[str, ...]:
        """The names, with a plain group word ("mental health data") opened into its members that the agreement has."""
        known = datasets.load()
        rows = {_known_name(row.name) for row in self.pointing.directory.agreement.datasets}
        opened: dict[str, None] = {}
        for name in names:
            entry = known.find(name)
            inside = known.members(name) if entry is not None and entry.collective else ()
            opened.update(dict.fromkeys([member.name for member in inside if member.name in rows] or [name]))
        return tuple(opened)

    def _listed_after(self, sentence: Sentence) -> tuple[str, ...]:
        """The data sets that the next sentence lists ("Data is sent to X. These data sets are limited to: …")."""
        for following in self.structure.sentences[sentence.number + 1 : sentence.number + 2]:
            if following.block is sentence.block and following.introduces and points_back(following.text):
                return self.members(self.hindsight.listed_by(following))
        return ()


def _goes_on(case: Case) -> bool:
    """Whether the verb tells what happens next ("is then passed to")."""
    verb = case.frame.verb
    return any(unit.low in {"then", "subsequently"} for unit in case.units[max(0, verb - 3) : verb])


def _keeper_of(name: str) -> str | None:
    known = datasets.load().find(name)
    return known.keeper if known is not None else None


def _known_name(name: str) -> str:
    known = datasets.load().find(name)
    return known.name if known is not None else name
