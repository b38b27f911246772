"""The small words of English that hold a sentence together."""

from flowgraph.flows.words import Unit as Unit

BE = frozenset({"is", "are", "was", "were", "be", "been", "being", "gets"})
MODALS = frozenset({"will", "can", "may", "shall", "would", "could", "might", "must", "should", "cannot"})
HAVE = frozenset({"have", "has", "had", "having"})
_BETWEEN_AUXILIARIES = frozenset(
    """then also only not never always again now subsequently therefore thus either both all each still currently
    first later finally already able permitted allowed required to be n't once instead further""".split()
)
ARTICLES = frozenset(
    {"the", "a", "an", "this", "that", "these", "those", "their", "its", "each", "all", "any", "other", "our", "both"}
)
AUXILIARIES = BE | MODALS | HAVE
RECEIVERS = frozenset({"to", "into", "onto", "with", "amongst", "among", "between"})
SENDERS = frozenset({"from"})
AGENTS = frozenset({"by"})
MARKING_PARTIES = RECEIVERS | SENDERS | AGENTS
WITHIN = frozenset({"in", "within", "at", "on", "via", "through", "of", "inside", "using", "under"})
PREPOSITIONS = (
    RECEIVERS
    | SENDERS
    | AGENTS
    | WITHIN
    | frozenset({"for", "between", "about", "per", "as", "outside", "than", "against", "towards", "regarding", "over"})
)


def is_plain_adverb(unit: Unit) -> bool:
    """Whether a word is an adverb and no part of a verb group ("securely", but not the "to" of an infinitive)."""
    return is_adverb(unit) and unit.low not in {"to", "be", "able", "permitted", "allowed", "required"}


def is_adverb(unit: Unit) -> bool:
    """Whether a word may stand between an auxiliary and its verb."""
    return unit.kind == "word" and (unit.low in _BETWEEN_AUXILIARIES or (unit.low.endswith("ly") and len(unit.low) > 4))
