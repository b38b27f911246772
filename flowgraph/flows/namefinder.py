"""Names of bodies found by their shape: capitalised words with a head word ("… NHS Trust", "University of …")."""

from typing import NamedTuple

from flowgraph.domain.words import PartyKind
from flowgraph.flows.words import Word
from flowgraph.lexicon.shapes import Shape, shapes

_JOINING = frozenset({"of", "for", "the", "in", "at", "on", "de", "upon"})
# Words that "for" ties to the rest of a name; elsewhere "for" says whom something is done for.
_BEFORE_FOR = frozenset(
    """Department Institute Centre Office Council Society Association Agency Commission Foundation Alliance Network
    Collaboration Collaborative Partnership School Unit College Board Ministry Authority Trust""".split()
)
_LISTING = frozenset({"and", "&", ","})
_COUNTRIES = frozenset({"uk", "england", "wales", "scotland", "europe", "international", "ireland"})
_LONGEST = 14
# Kinds whose names hold commas ("NHS Bristol, North Somerset and South Gloucestershire CCG"); elsewhere a comma
# stands between two names.
_WITH_COMMAS = frozenset({PartyKind.COMMISSIONER, PartyKind.CSU, PartyKind.DSCRO})
# Capitalised because a sentence or a list item begins with them, not because they belong to a name.
_OPENERS = frozenset(
    """historically formerly currently previously subsequently initially usually typically annually
    the this these those that all any both each every either neither nor not no
    an a some such other once if when where while whilst only
    access identifiable pseudonymised anonymised aggregated data following in for as at from under upon after
    before by with within via through during to of on or and it its their they patient patients record records
    file files once linked processed raw please note additionally further however therefore then finally also only
    local following members member staff users user employees researchers analysts extracts reports results
    outputs step purpose section whilst although should clinical identifiers specific standard annual monthly""".split()
)


class FoundName(NamedTuple):
    """A name in a list of words: where it begins and ends (exclusive), and the kind of body its head word tells."""

    begin: int
    end: int
    kind: PartyKind


def head_at(words: list[Word], index: int) -> Shape | None:
    """The longest head phrase that begins at ``words[index]``, or None."""
    for shape in shapes().get(words[index].text, ()):
        if all(
            index + offset < len(words) and words[index + offset].text == word
            for offset, word in enumerate(shape.words)
        ):
            return shape
    return None


def last_head_in(words: list[Word]) -> int:
    """The index of the last word that may begin a head phrase, -1 where none does: behind it no name begins."""
    heads = shapes()
    if heads.keys().isdisjoint([word.text for word in words]):
        return -1
    return next(index for index in range(len(words) - 1, -1, -1) if words[index].text in heads)


def find_name(words: list[Word], index: int) -> FoundName | None:
    """The name of a body that begins at ``words[index]`` (behind an article), or None where no head word makes one."""
    if not words[index].is_capitalised or (words[index].low in _OPENERS and not head_at(words, index)):
        return None
    end: int | None = None
    kind = PartyKind.OTHER
    open_ended = False
    comma = False
    position = index
    count = len(words)
    while position < count and position - index < _LONGEST:
        word = words[position]
        if word.is_capitalised or (position > index and word.text in shapes()):
            shape = head_at(words, position)
            if shape is not None:
                position += len(shape.words)
                kind = shape.kind if end is None or shape.at != "start" else kind
                open_ended = shape.at != "end" and _followed_by_of(words, position)
                if (
                    not open_ended
                    and shape.at != "start"
                    and (position - len(shape.words) > index or len(shape.words) > 2)
                ):
                    end = position
                continue
            position += 1
            if open_ended:
                end = position
        elif word.low in _JOINING:
            if not _joins(words, position) or (end is not None and not open_ended and word.low != "of"):
                break
            if word.low in {"in", "at", "on"} and not open_ended:
                break
            position += 1
        elif word.low in _LISTING:
            if not _listing_goes_on(words, position, None if end is None else kind, open_ended):
                break
            comma = comma or (word.low == "," and end is None)
            position += 1
        elif (
            word.text == "("
            and position + 2 < count
            and words[position + 1].low in _COUNTRIES
            and words[position + 2].text == ")"
        ) or _is_acronym_inside(words, position, end):
            position += 3
        elif word.text in "'’." and position + 1 < count and words[position].start == words[position - 1].end:
            if word.text == "." and not (end is None and len(words[position - 1].text) <= 2):
                break
            position += 1
        else:
            break
    if end is None or (comma and kind not in _WITH_COMMAS):
        return None
    return FoundName(index, end, kind)


def _is_acronym_inside(words: list[Word], position: int, end: int | None) -> bool:
    """Whether a bracketed short form stands in the middle of a name: "North East Farland (NEF) Commissioning …"."""
    return (
        end is None
        and words[position].text == "("
        and position + 3 < len(words)
        and words[position + 1].text.isupper()
        and words[position + 2].text == ")"
        and words[position + 3].is_capitalised
    )


def _followed_by_of(words: list[Word], position: int) -> bool:
    return position + 1 < len(words) and words[position].low in {"of", "for"} and _capital_follows(words, position + 1)


def _joins(words: list[Word], position: int) -> bool:
    """Whether "of", "for" or the like ties a name together at this place."""
    if not _capital_follows(words, position + 1):
        return False
    if words[position].low != "for":
        return True
    return words[position - 1].text in _BEFORE_FOR or words[position + 1].low == "commissioners"


def _capital_follows(words: list[Word], position: int) -> bool:
    if position < len(words) and words[position].low in _JOINING:
        position += 1
    return position < len(words) and words[position].is_capitalised and words[position].low not in _OPENERS


def _listing_goes_on(words: list[Word], position: int, kind: PartyKind | None, open_ended: bool) -> bool:
    """Whether a comma or "and" is part of the name ("Guy's and St Thomas' NHS Trust") and not between two names."""
    if not _capital_follows(words, position + 1):
        return False
    if kind is None:
        return words[position + 1].is_capitalised and words[position + 1].text != "NHS"
    if open_ended:  # "School of Hygiene and Tropical Medicine", but not "University of X and Y Ltd"
        return words[position].low != "," and _no_head_before_end(words, position + 1)
    if kind is not PartyKind.PROVIDER:
        return False
    for ahead in range(position + 1, min(position + 4, len(words))):
        shape = head_at(words, ahead)
        if shape is not None:
            return shape.kind is PartyKind.PROVIDER and ahead > position + 1
        if not words[ahead].is_capitalised:
            return False
    return False


def _no_head_before_end(words: list[Word], position: int) -> bool:
    while position < len(words) and words[position].is_capitalised:
        if head_at(words, position) is not None or words[position].text.isupper():
            return False
        position += 1
    return True
