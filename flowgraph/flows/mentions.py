"""A sentence as units: parties, data sets, verbs of movement, and the words between them."""

from itertools import pairwise
from typing import Literal

from flowgraph.clauses import Sentence
from flowgraph.domain import PartyKind
from flowgraph.flows.attributes import without_attributes
from flowgraph.flows.directory import Directory, Member, Ref
from flowgraph.flows.grammar import Unit
from flowgraph.flows.known_phrases import LISTING, beginnings, dataset_at, known_phrases
from flowgraph.flows.namefinder import find_name, last_head_in
from flowgraph.flows.recurring import Recurrence, recurring
from flowgraph.flows.words import PhraseTable, Word, read_words
from flowgraph.lexicon import datasets
from flowgraph.lexicon.bodies import Body
from flowgraph.lexicon.verbs import verb_forms

# Nouns that say who or what inside a party is meant; the party is meant.
_INSIDE_NOUNS = frozenset(
    """team teams staff employees employee users user analysts analyst researchers researcher members personnel
    individuals statisticians scientists investigators database databases server servers system systems portal
    environment network facility office offices department unit group tool platform warehouse safe haven study
    trial registry data-centre reporting secure research safe-haven""".split()
)
_INSIDE_PREPOSITIONS = frozenset(
    {"at", "of", "within", "in", "into", "located", "based", "working", "employed", "hosted", "held", "housed"}
)
_ARTICLES = frozenset({"the", "a", "an", "this", "that", "their", "its", "each", "relevant", "individual"})


_ENDS_PHRASE = frozenset({".", ",", ";", "to", "by", "into", "and", ")", "for"})


class Scanner:
    """Reads sentences of one agreement into units, with the parties and data sets that this agreement knows."""

    def __init__(self, directory: Directory, own_datasets: PhraseTable[str]) -> None:
        """``own_datasets`` are names of data sets that only this document defines."""
        self.directory = directory
        self.own_datasets = own_datasets
        self._met: dict[int, Recurrence] = {}
        self._units: dict[int, list[Unit]] = {}

    def speaks_of_movement(self, sentence: Sentence) -> bool:
        """Whether a word of the sentence is a form of a verb of movement or access."""
        return not verb_forms().keys().isdisjoint(self._meet(sentence).keys)

    def units_of(self, sentence: Sentence) -> list[Unit]:
        """The units of a sentence of the text being read."""
        units = self._units.get(sentence.number)
        if units is None:
            units = self._units[sentence.number] = self._read_or_remember(sentence)
        return units

    def _read_or_remember(self, sentence: Sentence) -> list[Unit]:
        """The units of a sentence, which may be known from another agreement.

        They are the same everywhere where no word begins a name that only this agreement knows, and nothing was asked
        of the directory, since nothing else depends on the agreement.
        """
        met = self._meet(sentence)
        own = self.directory.table.first_words, self.own_datasets.first_words
        same_everywhere = all(met.keys.isdisjoint(first_words) for first_words in own)
        if met.units is not None and same_everywhere:
            return met.units
        asked = self.directory.asked
        units = self._read(sentence.text, met.words)
        if same_everywhere and asked == self.directory.asked:
            met.units = units
        return units

    def _meet(self, sentence: Sentence) -> Recurrence:
        met = self._met.get(sentence.number)
        if met is None:
            met = self._met[sentence.number] = recurring.of(sentence.text)
        return met

    def units(self, text: str) -> list[Unit]:
        """The units of any text, in order; together they hold every word of it."""
        return self._read(text, read_words(text))

    def _read(self, text: str, words: list[Word]) -> list[Unit]:
        units: list[Unit] = []
        kinds: set[str] = set()
        own = self.directory.table.first_words
        last_head = last_head_in(words)
        at, known = 0, -1
        while known != len(own):  # reading may make names known that the rest of the sentence uses
            known = len(own)
            for index in self._promising(words, at, last_head):
                if index < at:
                    continue
                unit, end = self._unit(text, words, index)
                if unit.kind != "word":
                    units += words[at:index]
                    units.append(unit)
                    kinds.add(unit.kind)
                    at = end
                    if known != len(own):
                        break
        units += words[at:]
        if "data" in kinds:
            units = self._with_repositories(_with_listed_parts(units))
        return self._merge(without_attributes(units)) if kinds - {"verb"} else units

    def _promising(self, words: list[Word], at: int, last_head: int) -> list[int]:
        """The indices from ``at`` on where more than a word may begin: most words begin no phrase and no name."""
        alone, followed = beginnings()
        own, own_datasets = self.directory.table.first_words, self.own_datasets.first_words
        keys = [*(word.key for word in words[at:]), ""]
        return [
            index
            for index, (key, behind) in enumerate(pairwise(keys), at)
            if key in alone
            or key in own
            or key in own_datasets
            or (key in followed and behind in followed[key])
            or (index <= last_head and words[index].is_capitalised)
        ]

    def _merge(self, units: list[Unit]) -> list[Unit]:
        """Join a party with the nouns that name someone or something in it ("X research team", "the team at X")."""
        merged: list[Unit] = []
        for unit in units:
            if merged and unit.kind == "word" and unit.low in _INSIDE_NOUNS and _is_definite_party(merged[-1]):
                last = merged[-1]
                merged[-1] = last._replace(end=unit.end)
                continue
            if unit.low == ")" and _bracket_repeats(merged):
                del merged[-2:]
                merged[-1] = merged[-1]._replace(end=unit.end)
                continue
            if unit.kind == "party" and isinstance(unit.value, Ref):
                if merged and _same_party_again(merged[-1], unit):
                    merged[-1] = merged[-1]._replace(end=unit.end)
                    continue
                begin = _begin_of_inside(merged)
                if begin is not None and unit.value.kind in {"party", "pointer"}:
                    start, inner = merged[begin].start, merged[begin].value
                    members = merged[begin].low in {"members", "member", "partners"}
                    del merged[begin:]
                    value = self._membership(unit.value) if members else unit.value
                    merged.append(
                        unit._replace(start=start, value=value, inner=inner if isinstance(inner, Ref) else None)
                    )
                    continue
            merged.append(unit)
        return merged

    def _with_repositories(self, units: list[Unit]) -> list[Unit]:
        """A data set that data comes "from" is the repository it is kept in ("a flow of data from SUS")."""
        read = []
        for index, unit in enumerate(units):
            behind = units[index + 1].low if index + 1 < len(units) else "."
            if unit.kind == "data" and index and units[index - 1].low == "from" and behind in _ENDS_PHRASE:
                dataset = datasets.load().find(str(unit.value))
                if dataset is not None and dataset.repository is not None:
                    unit = unit._replace(kind="party", value=Ref("party", self.directory.body(dataset.repository)))
            read.append(unit)
        return read

    def _membership(self, ref: Ref) -> Ref:
        """Those who belong to an alliance or network are a party of their own, which the text leaves unnamed."""
        member = ref.value
        if not isinstance(member, Member) or member.kind is not PartyKind.OTHER or member in self.directory.applicants:
            return ref
        name = f"members of the {max(member.forms or [member.known_name or ''], key=len)}"
        return Ref("party", self.directory.unnamed(name, PartyKind.OTHER), plural=True)

    def _unit(self, text: str, words: list[Word], index: int) -> tuple[Unit, int]:
        word = words[index]
        value, end, kind = self._longest(text, words, index)
        if isinstance(value, Ref) and value.kind == "pointer":
            last = words[end - 1]
            others = any(before.low == "other" for before in words[max(0, index - 3) : index])
            value = value._replace(others=others, low=last.low, plural=value.plural or last.text.endswith("s"))
        if value is not None:
            return Unit(kind, word.low, word.start, words[end - 1].end, value), end
        form = verb_forms().get(word.low)
        if form is not None:
            return Unit("verb", word.low, word.start, word.end, form), index + 1
        return Unit("word", word.low, word.start, word.end), index + 1

    def _longest(
        self, text: str, words: list[Word], index: int
    ) -> tuple[Ref | str | None, int, Literal["party", "data", "verb", "word"]]:
        best: Ref | str | None = None
        best_end = index
        kind: Literal["party", "data", "verb", "word"] = "word"
        own = self.own_datasets.find(words, index) or dataset_at(words, index)
        if own is not None:
            best, best_end, kind = own[0], own[1], "data"
        mine = self.directory.table.find(words, index)
        if mine is not None and (mine[1] > best_end or _only_bracket_between(words, mine[1], best_end)):
            best, best_end, kind = mine[0], mine[1], "party"
        shared = known_phrases().find(words, index, lambda value, end: self._points(value, words, index, end))
        if shared is not None and (
            shared[1] > best_end
            or (not isinstance(shared[0], Ref) and _only_bracket_between(words, shared[1], best_end))
        ):
            best_end, kind = shared[1], "party"
            best = shared[0] if isinstance(shared[0], Ref) else Ref("party", self.directory.member_of(shared[0]))
        if words[index].is_capitalised:
            found = find_name(words, index)
            if found is not None and found.end > best_end and not (kind == "party" and words[best_end].low in LISTING):
                name = text[words[index].start : words[found.end - 1].end]
                best, best_end, kind = Ref("party", self.directory.named(name, found.kind)), found.end, "party"
        if kind == "party" and isinstance(best, Ref) and isinstance(best.value, Member):
            if text[words[index].start].isupper():
                self.directory.know(best.value, text[words[index].start : words[best_end - 1].end])
            best_end = _behind_short_form(words, best_end)
        return best, best_end, kind

    @staticmethod
    def _points(value: Ref | Body, words: list[Word], index: int, end: int) -> bool:
        """Whether a pointing word stands as it must: behind "the", or with a capital letter."""
        if not isinstance(value, Ref) or value.kind != "pointer":
            return True
        pointer = value.value
        if pointer.definite and (index == 0 or words[index - 1].low not in {"the", "this", "said"}):  # type: ignore[union-attr]
            return False
        return not pointer.capital or words[end - 1].text[0].isupper()  # type: ignore[union-attr]


def _only_bracket_between(words: list[Word], end: int, longer: int) -> bool:
    """Whether a longer reading adds no more than a bracket: "X (Y programme)" is the body X."""
    return end < longer and words[end].text == "("


def _behind_short_form(words: list[Word], end: int) -> int:
    """The index behind a bracketed short form that follows a name ("Farland CSU (FCSU)")."""
    while end + 2 < len(words) and words[end].text == "(":
        close = next((at for at in range(end + 1, min(end + 16, len(words))) if words[at].text == ")"), None)
        if close is None:
            break
        inside = words[end + 1 : close]
        small = {"and", "of", "&", "the", "for", ",", "part", "within", "at"}
        named = bool(inside) and all(word.is_capitalised or word.low in small for word in inside)
        if not inside or not (
            named or inside[0].low in {"hosted", "formerly", "part", "previously", "hereafter", "now"}
        ):
            break
        end = close + 1
    return end


def _with_listed_parts(units: list[Unit]) -> list[Unit]:
    """Short names that mean a data set only behind one of the same family ("HES APC, OP and A&E")."""
    known = datasets.load()
    read: list[Unit] = []
    family: str | None = None
    for index, unit in enumerate(units):
        if unit.kind == "data" and isinstance(unit.value, str):
            wholes = known.wholes(unit.value)
            family = wholes[0].name if wholes else (unit.value if known.members(unit.value) else None)
        elif family is not None and unit.kind == "word" and unit.low not in _BETWEEN_PARTS:
            part = known.find_within(family, unit.low)
            if part is None and index + 1 < len(units) and units[index + 1].kind == "word":
                part = known.find_within(family, f"{unit.low} {units[index + 1].low}")
            if part is None:
                family = None
            else:
                unit = unit._replace(kind="data", value=part.name)
        elif unit.kind != "word":
            family = None
        read.append(unit)
    return read


_BETWEEN_PARTS = frozenset({",", "and", "or", "&", "/", "data", "(", ")"})


def _bracket_repeats(units: list[Unit]) -> bool:
    """Whether "X (x" stands at the end of ``units``, x being a short form of X."""
    if len(units) < 3 or units[-2].low != "(" or units[-1].kind != "party" or units[-3].kind != "party":
        return False
    return (
        isinstance(units[-1].value, Ref)
        and isinstance(units[-3].value, Ref)
        and units[-1].value.value is units[-3].value.value
    )


def _is_definite_party(unit: Unit) -> bool:
    return unit.kind == "party" and isinstance(unit.value, Ref) and unit.value.kind in {"party", "pointer"}


def _same_party_again(last: Unit, unit: Unit) -> bool:
    """A pointing word right behind a name belongs to it: "University of X research team"."""
    return (
        _is_definite_party(last)
        and isinstance(unit.value, Ref)
        and unit.value.kind == "pointer"
        and isinstance(last.value, Ref)
        and last.value.kind == "party"
    )


def _begin_of_inside(units: list[Unit]) -> int | None:
    """Where "<staff noun> at (the)" begins right before the end of ``units``; None where nothing of the kind stands."""
    index = len(units) - 1
    while index >= 0 and units[index].low in _ARTICLES and units[index].kind == "word":
        index -= 1
    if index >= 1 and units[index].low == "by" and units[index - 1].low == "employed":
        index -= 1
    if index < 1 or units[index].kind != "word" or units[index].low not in _INSIDE_PREPOSITIONS:
        return None
    while index >= 1 and units[index].kind == "word" and units[index].low in _INSIDE_PREPOSITIONS | {"substantively"}:
        index -= 1
    unit = units[index]
    if unit.kind == "word" and unit.low in _INSIDE_NOUNS:
        while index >= 1 and units[index - 1].kind == "word" and units[index - 1].low in _INSIDE_NOUNS:
            index -= 1
        return index
    if unit.kind == "party" and isinstance(unit.value, Ref) and unit.value.kind in {"pointer", "place"}:
        return index
    return None
