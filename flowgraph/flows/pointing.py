"""Which parties a pointing word means where it stands: "the CCG", "the data processor", "the CEfF"."""

from flowgraph.clauses import Block
from flowgraph.domain import PartyKind
from flowgraph.flows.directory import Directory, Member, Ref
from flowgraph.flows.situation import Situation
from flowgraph.lexicon.roles import Place, Pointer, Role, fallback_role, role_named

_BY_KIND = {
    "local_authority": PartyKind.LOCAL_AUTHORITY,
    "university": PartyKind.UNIVERSITY,
    "provider": PartyKind.PROVIDER,
    "company": PartyKind.COMPANY,
    "csu": PartyKind.CSU,
    "charity": PartyKind.CHARITY,
    "other": PartyKind.OTHER,
}


class Pointing:
    """Resolves refs to parties; an empty answer says that the text leaves the party open here."""

    def __init__(self, directory: Directory, situation: Situation, national: Member) -> None:
        """``national`` is the body that the text calls the holder of the national data."""
        self.directory = directory
        self.situation = situation
        self.national = national

    def resolve(self, ref: Ref, block: Block) -> list[Member]:
        """The parties that ``ref`` stands for in ``block``; empty for "third parties" and whatever stays open."""
        value = ref.value
        if isinstance(value, Member):
            return [value]
        if isinstance(value, Role):
            return [] if value.nobody else [self.directory.role(value)]
        if isinstance(value, Place):
            return self._place(value, block)
        return self._pointer(ref, value, block)

    def is_nobody(self, ref: Ref) -> bool:
        """Whether the words name everybody and so nobody ("third parties", "the public")."""
        return isinstance(ref.value, Role) and ref.value.nobody

    def _place(self, place: Place, block: Block) -> list[Member]:
        if place.holder == "national":
            return [self.national]
        if place.holder == "processor":
            return self._processor(block)
        try:
            return [self.directory.role(role_named(place.holder))]
        except KeyError:
            return [self.directory.body(place.holder)]

    def _pointer(self, ref: Ref, pointer: Pointer, block: Block) -> list[Member]:
        plural, others = ref.plural, ref.others
        if pointer.to == "controller":
            return self.directory.controllers
        if pointer.to == "applicant":
            return self._applicant(ref.low)
        if pointer.to == "processor":
            return self._processor(block)
        if pointer.to == "finance":
            return self._finance(block)
        if pointer.to == "dscro":
            return [self.dscro()]
        if pointer.to == "national":
            return [self.national]
        if pointer.to == "commissioner":
            return self._commissioner(plural, others)
        return self._of_kind(pointer.to, block, plural, others)

    def _applicant(self, low: str) -> list[Member]:
        """The applicant; but the users of a company's product are its customers, whom the text leaves unnamed."""
        applicants = self.directory.applicant()
        if low.startswith("user") and any(member.kind is PartyKind.COMPANY for member in applicants):
            role = fallback_role("applicant, users")
            return [self.directory.role(role)] if role is not None else []
        return applicants

    def _commissioner(self, plural: bool, others: bool) -> list[Member]:
        if self.directory.commissioner is not None and not others:
            return [self.directory.commissioner]
        parties = [member for member in self.directory.own() if member.kind is PartyKind.COMMISSIONER]
        if parties and not others:
            return parties
        role = fallback_role("commissioner, several")
        return [self.directory.role(role)] if role is not None and plural else []

    def _of_kind(self, to: str, block: Block, plural: bool, others: bool) -> list[Member]:
        kind = _BY_KIND[to]
        if others:
            role = fallback_role(f"{to}, several")
            return [self.directory.role(role)] if role is not None else []
        own = [member for member in self.directory.own() if member.kind is kind]
        if own and (not plural or len(own) > 1):
            return own[:1] if not plural else own
        processor = self.situation.block(block).processor
        if processor is not None and processor.kind is kind:
            return [processor]
        named = self.directory.of_kind(kind)
        if len(named) == 1:
            return named
        role = fallback_role(f"{to}, several" if plural else to)
        return [self.directory.role(role)] if role is not None else []

    def _processor(self, block: Block) -> list[Member]:
        state = self.situation.block(block)
        if state.processor is not None:
            return [state.processor]
        if state.listed_processors:
            return state.listed_processors
        own = set(self.directory.controllers)
        aside = {PartyKind.DSCRO, PartyKind.GP, PartyKind.CLINICIAN, PartyKind.REPOSITORY, PartyKind.NATIONAL}
        received = [member for member in state.receivers if member.kind not in aside]
        outside = [member for member in received if member not in own]
        if outside or received:
            return (outside or received)[-1:]
        everywhere = self.situation.document.listed_processors
        return everywhere if len(everywhere) == 1 else []

    def _finance(self, block: Block) -> list[Member]:
        """The holder of the Controlled Environment for Finance: in this block, else the only one in the text."""
        state = self.situation.block(block)
        owner = state.finance or state.processor or (state.listed_processors[0] if state.listed_processors else None)
        if owner is None and block.purpose is None:
            owner = self.situation.document.finance
        if owner is None and block.purpose is not None:
            owner = self.situation.strand(block).finance
        return [owner] if owner is not None else []

    def dscro(self) -> Member:
        """The regional office: the one the text names, else the unnamed one of this agreement."""
        named = self.directory.of_kind(PartyKind.DSCRO)
        return named[0] if len(named) == 1 else self.directory.unnamed("DSCRO", PartyKind.DSCRO)
