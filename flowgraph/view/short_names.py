"""Short names of data sets for labels: only where they are in the name itself, and tell it from all others."""

import re
from collections import Counter
from collections.abc import Iterable

_IN_BRACKETS = re.compile(r"\(([A-Z][A-Za-z0-9+&/ -]{1,11})\)")
_LEADING = re.compile(r"([A-Z][A-Z0-9]{2,})(?![\w+])")


def short_names(names: Iterable[str]) -> dict[str, str]:
    """For each name what a label calls it.

    ``Mental Health Services Data Set (MHSDS)`` becomes ``MHSDS``, ``SUS for Commissioners`` becomes ``SUS``, unless
    another of the names would be called the same; then, and without such letters, the name stays whole.
    """
    every = list(dict.fromkeys(names))
    short = {name: _short(name) for name in every}
    used = Counter(short.values())
    return {name: short[name] if used[short[name]] == 1 else name for name in every}


def _short(name: str) -> str:
    bracketed = _IN_BRACKETS.search(name)
    if bracketed:
        return bracketed[1]
    leading = _LEADING.match(name)
    return leading[1] if leading else name
