"""The phrases that every agreement shares, ready to be found: bodies, roles, pointing words, places, data sets."""

from functools import cache

from flowgraph.flows.directory import Ref
from flowgraph.flows.words import PhraseTable, Word
from flowgraph.lexicon import datasets, organisations
from flowgraph.lexicon.bodies import Body
from flowgraph.lexicon.roles import places, pointers, roles
from flowgraph.lexicon.verbs import verb_forms

# What stands between two names: a known name before it ends there.
LISTING = frozenset({"and", "&", ",", "or", "/"})


@cache
def known_phrases() -> PhraseTable[Ref | Body]:
    """The phrases that every agreement shares: bodies of the lexicon, roles, pointing words, places."""
    table: PhraseTable[Ref | Body] = PhraseTable()
    for pointer in pointers():
        for phrase in pointer.words:
            table.add(phrase, Ref("pointer", pointer, plural=phrase.endswith("s") and phrase != "researchers"))
            table.add(_plural(phrase), Ref("pointer", pointer, plural=True))
    for role in roles():
        for phrase in role.words:
            table.add(phrase, Ref("role", role))
            table.add(_plural(phrase), Ref("role", role, plural=True))
    for place in places():
        for phrase in place.words:
            table.add(phrase, Ref("place", place))
    for name, body in organisations.load().names():
        table.add(name, body)
    return table


@cache
def _dataset_names() -> PhraseTable[str]:
    table: PhraseTable[str] = PhraseTable()
    for alias, dataset in datasets.load():
        table.add(alias, dataset.name)
    return table


@cache
def beginnings() -> tuple[frozenset[str], dict[str, frozenset[str]]]:
    """The words that may be more than words in every agreement: those alone, and those before which others, with these.

    What they may begin is a phrase or a verb of movement.
    """
    alone, followed = set(verb_forms()), dict[str, frozenset[str]]()
    for table in (known_phrases(), _dataset_names()):
        for key, behind, is_phrase in table.beginnings():
            followed[key] = followed.get(key, frozenset()) | behind
            if is_phrase:
                alone.add(key)
    return frozenset(alone), followed


def _plural(phrase: str) -> str:
    if phrase.endswith("y") and phrase[-2] not in "aeiou":
        return phrase[:-1] + "ies"
    return phrase if phrase.endswith("s") else phrase + "s"


def dataset_at(words: list[Word], index: int) -> tuple[str, int] | None:
    """The data set whose name begins at ``words[index]``; a name ends before "and" where another begins behind it."""
    found = _dataset_names().find(words, index)
    if found is None:
        return None
    for join in range(index + 1, found[1] - 1):
        if words[join].low in LISTING:
            following = _dataset_names().find(words, join + 1)
            shorter = _dataset_names().find(words[index:join], 0)
            if following is not None and following[1] > found[1] and shorter is not None:
                return shorter[0], index + shorter[1]
    return found
