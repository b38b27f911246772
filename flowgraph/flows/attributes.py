"""Names and roles that only describe the noun behind them: no party, no data set."""

from flowgraph.flows.directory import Ref
from flowgraph.flows.grammar import BE, HAVE, MODALS, PREPOSITIONS, Unit, is_adverb

_BEHIND_ROLE = (
    PREPOSITIONS
    | BE
    | MODALS
    | HAVE
    | frozenset(
        """, . ; : ) ( / and or & who which that where then also only do does did not add link hold use uses themselves
    must need needs so if once when as than – - including i.e e.g""".split()
    )
)
_BEFORE_ROLE = frozenset(
    """the a an each that their any this relevant individual participating own its recruiting local all said same to
    from by with""".split()
)


def without_attributes(units: list[Unit]) -> list[Unit]:
    """Turn names that only describe the noun behind them back into words.

    A singular role is turned back where it describes a noun ("GP environment"), the name of a data set before "ID".
    """
    kept = []
    for index, unit in enumerate(units):
        if unit.kind == "party" and isinstance(unit.value, Ref) and unit.value.kind == "role" and not unit.value.plural:
            after = units[index + 1] if index + 1 < len(units) else None
            before = units[index - 1].low if index and units[index - 1].kind == "word" else ""
            describes = (
                after is not None and after.kind == "word" and after.low not in _BEHIND_ROLE and not is_adverb(after)
            )
            bare = unit.low in _BARE_NOUNS and index > 0 and before not in _BEFORE_ROLE
            if describes or (after is not None and after.kind == "data") or bare:
                unit = unit._replace(kind="word", value=None)
        if unit.kind == "data" and index + 1 < len(units) and units[index + 1].low in _NOT_DATA_BEHIND:
            unit = unit._replace(kind="word", value=None)
        kept.append(unit)
    return kept


# Nouns that make the name of a data set before them an attribute ("the HES ID", "the registry's cohort").
_NOT_DATA_BEHIND = frozenset(
    {
        "id",
        "ids",
        "identifier",
        "identifiers",
        "number",
        "numbers",
        "cohort",
        "team",
        "steering",
        "analysis",
        "user",
        "users",
    }
)
# Roles that without an article are a thing and no body ("admission to hospital", "in general practice").
_BARE_NOUNS = frozenset({"hospital", "trust", "provider", "participant", "general", "primary"})
