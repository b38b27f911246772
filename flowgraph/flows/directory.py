"""Who is who in one agreement: every party once, under every name the document gives it."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, NamedTuple

from flowgraph.domain import Agreement, Party, PartyKind
from flowgraph.flows.namefinder import find_name
from flowgraph.flows.words import PhraseTable, read_words
from flowgraph.lexicon import organisations
from flowgraph.lexicon.bodies import Body
from flowgraph.lexicon.names import fold, split_code
from flowgraph.lexicon.roles import Place, Pointer, Role

_LEGAL_FORM = re.compile(r"\s*\b(?:limited|ltd|llp|plc|inc|uk|international)\b\.?", re.IGNORECASE)
_POSSESSIVE = re.compile(r"(?<!s)['’]s?$|(?<=s)['’]$")
LONGEST_ACRONYM = 8
_STAYS_CAPITAL = re.compile(r"NHS|ICB|CCG|CSU|DSCRO|LLP|UK|\([A-Z&]+\)|[\d-]\S*")
_HOSTED = re.compile(r"\s*\((?:hosted|part of|on behalf)\b.*$|\s+\bhosted by\b.*$", re.IGNORECASE)
# Words in register capitals that are written so in mixed case too.
_ALL_CAPITALS = re.compile(r"\b(?!(?:NHS|ICB|CCG|CSU|DSCRO|LLP|UK)\b)[A-Z']+\b")
_HOSTING = re.compile(r"^.*\bhosting\b\s*:?\s*", re.IGNORECASE)


class Ref(NamedTuple):
    """What a name or word in the text stands for, before the sentence's place has decided between readings.

    ``others`` says that the words exclude the parties of the agreement itself ("the other local authorities").
    ``low`` is the last word of a pointing phrase, in lower case.
    """

    kind: Literal["party", "role", "pointer", "place"]
    value: "Member | Role | Pointer | Place"
    plural: bool = False
    others: bool = False
    low: str = ""


@dataclass(slots=True, eq=False)
class Member:
    """A party while its agreement is read: its identity, and every form of its name met so far.

    ``field_name`` is what the register's fields call it (controller, applicant). ``key`` is empty for a body that
    the lexicon does not know: its fullest name becomes its key in the end.
    """

    key: str
    kind: PartyKind
    code: str | None = None
    role_of: str | None = None
    known_name: str | None = None
    hosting: bool = False
    field_name: str | None = None
    forms: Counter[str] = field(default_factory=Counter)

    def settled(self) -> Party:
        """The party under the fullest name the document gives; register capitals only where nothing else is met."""
        name = self._best_name()
        return Party(
            key=self.key or f"name:{fold(name)}", name=name, kind=self.kind, code=self.code, role_of=self.role_of
        )

    def _best_name(self) -> str:
        if self.role_of is not None and self.known_name is not None:
            return self.known_name
        written = [form for form in self.forms if not form.isupper()]
        if self.field_name is not None and all(len(form) <= LONGEST_ACRONYM for form in written):
            return self.known_name or in_mixed_case(self.field_name)
        if self.known_name is not None:
            known = fold(self.known_name)
            same = [form for form in written if fold(form) == known]
            if same:
                return max(same, key=lambda form: (len(form), form))
            if not self.forms:
                return self.known_name
            # A body goes by several names; the one the text uses most is the one it knows it by.
            return max(self.forms, key=lambda form: (self.forms[form], len(form), form))
        return max(written, key=lambda form: (len(form), form)) if written else in_mixed_case(max(self.forms, key=len))


class Directory:
    """The parties of one agreement and the phrases that name them.

    Identity follows the lexicon where it knows the body (at the agreement's date), else the folded name; legal
    forms ("Ltd", "(UK)") do not tell companies of one agreement apart.
    """

    def __init__(self, agreement: Agreement) -> None:
        """Start with the controllers and the organisations on whose pages the agreement stands."""
        self.agreement = agreement
        self.on: date | None = agreement.period.start or agreement.release_period.start
        self.table: PhraseTable[Ref] = PhraseTable()
        self.unsure: dict[str, tuple[str, ...]] = {}
        #: How often a party was asked for or told a name: who read a sentence without that read nothing of the
        #: agreement's own in it.
        self.asked = 0
        self._members: dict[str, Member] = {}
        self._by_fold: dict[str, Member] = {}
        self.controllers = self._unique(self._controller(entry.name, entry.code) for entry in agreement.controllers)
        applicants = self._unique(self._controller(*split_code(name)) for name in agreement.organisations)
        self.applicants = applicants or self.controllers
        self.controllers = self.controllers or self.applicants
        self.commissioner: Member | None = None

    def applicant(self) -> list[Member]:
        """The body the agreement is made with, as the text speaks of it; empty where the register names none."""
        if self.commissioner is not None and self.applicants[0].kind is PartyKind.COMMISSIONER:
            return [self.commissioner]
        return self.applicants[:1]

    def own(self) -> list[Member]:
        """The parties the agreement is made with: controllers, applicants, and the commissioner the text speaks of."""
        spoken_of = [self.commissioner] if self.commissioner is not None else []
        return list(dict.fromkeys((*self.controllers, *self.applicants, *spoken_of)))

    @staticmethod
    def _unique(members: Iterable[Member]) -> list[Member]:
        return list(dict.fromkeys(members))

    def _controller(self, name: str, code: str | None = None) -> Member:
        """The party of a register field: who bore the code at the agreement's date, unless the name says otherwise.

        The register prints today's name before a code that another body may have had then; a body of that very name
        that acted then is the one meant.
        """
        if code is not None:
            bodies = self._acting(name) or organisations.load().by_code(code, self.on)
            if len(bodies) == 1:
                return self._called(self._of_body(bodies[0]), name)
        bodies = organisations.load().find(name if code is None else f"{name} - {code}", self.on)
        if len(bodies) == 1:
            return self._called(self._of_body(bodies[0]), name)
        member = self.named(name)
        member.field_name = member.field_name or name
        return member

    def _acting(self, name: str) -> tuple[Body, ...]:
        bodies = organisations.load().find(name, self.on)
        return tuple(body for body in bodies if self.on is not None and body.open_on(self.on))

    def _called(self, member: Member, name: str) -> Member:
        """Let the register's name of today lead to a body that the text calls by the name of its time."""
        plain = split_code(name)[0]
        member.field_name = member.field_name or plain
        self.alias(member, plain)
        self._by_fold.setdefault(_identity(plain), member)
        return member

    def _of_body(self, body: Body) -> Member:
        self.asked += 1
        member = self._members.get(body.key)
        if member is None:
            code = body.codes[0] if body.codes else None
            member = Member(key=body.key, kind=body.kind, code=code, known_name=body.name, hosting=body.hosting)
            self._members[body.key] = member
        return member

    def member_of(self, body: Body) -> Member:
        """The party that a body of the lexicon is in this agreement."""
        return self._of_body(body)

    def named(self, name: str, kind: PartyKind | None = None) -> Member:
        """The party of that name, made known if it is new; ``kind`` is what its name's shape tells."""
        name = clean_name(name)
        folded = _identity(name)
        member = self._by_fold.get(folded)
        if member is None:
            bodies = organisations.load().find(name, self.on)
            if len(bodies) == 1:
                member = self._of_body(bodies[0])
            else:
                if bodies:
                    self.unsure[name] = tuple(body.name for body in bodies)
                member = Member(key="", kind=kind or kind_of_name(name))
                self._members[f"name:{folded}"] = member
        self.know(member, name)
        return member

    def know(self, member: Member, name: str) -> None:
        """Remember that ``name`` is a name of ``member`` in this document, so that it is found in the text."""
        self.asked += 1
        name = _POSSESSIVE.sub("", " ".join(name.split())).replace(" )", ")").replace("( ", "(")
        if name not in member.forms:
            self.table.add(name, Ref("party", member))
            short = name.removeprefix("The ").removeprefix("the ").removeprefix("NHS ")
            if short != name and len(short.split()) > 1:
                self.table.add(short, Ref("party", member))
        member.forms[name] += 1
        self._by_fold.setdefault(_identity(name), member)

    def alias(self, member: Member, words: str, *, exact: bool | None = None) -> None:
        """Let ``words`` stand for ``member`` in this document without becoming a name to show."""
        self.table.add(words, Ref("party", member), exact=exact)

    def role(self, role: Role) -> Member:
        """The unnamed party of that role in this agreement."""
        return self.unnamed(role.name, role.kind)

    def unnamed(self, name: str, kind: PartyKind) -> Member:
        """An unnamed party of this agreement, by what the text calls it."""
        self.asked += 1
        key = f"role:{self.agreement.reference}:{fold(name)}"
        member = self._members.get(key)
        if member is None:
            member = Member(key=key, kind=kind, role_of=self.agreement.reference, known_name=name)
            self._members[key] = member
        return member

    def body(self, name: str) -> Member:
        """A body of the lexicon by its name; raises KeyError where the lexicon has not exactly one."""
        bodies = organisations.load().find(name, None)
        if len(bodies) != 1:
            raise KeyError(name)
        return self._of_body(bodies[0])

    def of_kind(self, kind: PartyKind) -> list[Member]:
        """The named parties of that kind met so far, in the order they were met."""
        return [member for member in self._members.values() if member.kind is kind and member.role_of is None]


def in_mixed_case(name: str) -> str:
    """A name in register capitals as one would write it; short words of capitals stay, they are acronyms."""
    if not name.isupper():
        return name
    small = {"OF", "AND", "THE", "FOR", "IN", "ON", "AT", "UPON"}
    words = [
        word.lower() if word in small and number else word if _STAYS_CAPITAL.fullmatch(word) else word.capitalize()
        for number, word in enumerate(name.split())
    ]
    return " ".join(words)


def clean_name(name: str) -> str:
    """A name as a heading or field gives it, without what only explains it ("(Hosted by …)", "X hosting: Y")."""
    name = _HOSTING.sub("", _HOSTED.sub("", " ".join(name.split())))
    return name.strip(" .,;:-–—") or name


def kind_of_name(name: str) -> PartyKind:
    """The kind of body that a name's head word tells, in capitals or not; ``OTHER`` where none does."""
    words = read_words(_ALL_CAPITALS.sub(lambda match: match.group().title(), name) if name.isupper() else name)
    for index in range(len(words)):
        found = find_name(words, index)
        if found is not None:
            return found.kind
    return PartyKind.OTHER


def _identity(name: str) -> str:
    folded = fold(name)
    return _LEGAL_FORM.sub("", folded).strip() or folded
