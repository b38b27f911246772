"""One folding of names, so that one body or data set written in many ways compares equal.

Folding keeps every word that can tell two bodies apart and levels what cannot: case, typographic quotes and
dashes, ``&``, brackets, the usual short forms (CCG, ICB, CSU, DSCRO, Ltd), an acronym repeated in brackets and
the ODS code that the register adds behind a controller's name.
"""

import re
import unicodedata
from functools import lru_cache

_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−"), "-")
_QUOTES = dict.fromkeys(map(ord, "'’‘ʼ`´"), None)
_ODS = r"(?P<code>(?=[A-Z0-9]*\d)(?:[A-Z0-9]{3}|[A-Z0-9]{5}))"
_CODE = re.compile(rf"\s+-\s*{_ODS}\s*$", re.IGNORECASE)
_CODE_IN_BRACKETS = re.compile(rf"\s*\((?:ODS\s*:?\s*)?{_ODS}\)\s*$")
_BRACKETED = re.compile(r"[(\[]([^()\[\]]{2,16})[)\]]")
_ACRONYM = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:(?: |&| & |-)[A-Za-z0-9]+)*")
_POINT = re.compile(r"\.(?!\d)")
_OTHER = re.compile(r"[^\w.+]+|_")
_SPACED = '!"#$%()*,-/:;<=>?@[\\]^_{|}~'
_PLAIN = dict.fromkeys(map(ord, _SPACED), " ") | {ord("'"): "", ord("`"): "", ord("&"): " and "}

# Words that the register writes in two ways; each becomes its second form.
_WORDS = {
    "ltd": "limited",
    "incorporated": "inc",
    "dataset": "data set",
    "datasets": "data sets",
    "nhsft": "nhs foundation trust",
    "ft": "foundation trust",
    "ccgs": "ccg",
    "icbs": "icb",
    "csus": "csu",
    "dscros": "dscro",
}

# Long form → the short one that the register itself uses beside it; applied to words already in lower case.
_SHORT_FORMS = (
    (re.compile(r"\bdata services? for commissioners? regional offices?\b"), "dscro"),
    (re.compile(r"\bcommissioning support units?\b"), "csu"),
    (re.compile(r"\bclinical commissioning groups?\b"), "ccg"),
    (re.compile(r"\bintegrated care boards?\b"), "icb"),
)
_LONG_FORM = frozenset({"commissioning", "commissioners", "commissioner", "integrated"})
_COMMISSIONING = frozenset({"ccg", "icb", "csu", "dscro"})

# Bracketed capitals that tell bodies apart although their letters may stand in the name before them.
_NO_ACRONYMS = frozenset({"UK", "US", "EU", "GB"})


def split_code(name: str) -> tuple[str, str | None]:
    """A name without the ODS code behind it, and that code in capitals (None where there is none).

    ``NHS SOUTH YORKSHIRE ICB - 02X`` gives ``("NHS SOUTH YORKSHIRE ICB", "02X")``. A code has three or five
    characters and at least one digit; five-letter words and years are never taken for one.
    """
    plain = name.translate(_DASHES)
    match = _CODE.search(plain) or _CODE_IN_BRACKETS.search(plain)
    return (name, None) if match is None else (name[: match.start()].rstrip(), match["code"].upper())


def _is_acronym_of(acronym: str, words: str) -> bool:
    """Whether the letters of a bracketed acronym stand in the words before it, in order, from a word's beginning."""
    if acronym in _NO_ACRONYMS or not _ACRONYM.fullmatch(acronym) or not any(c.isupper() for c in acronym[1:]):
        return False
    letters = [letter for letter in acronym.casefold() if letter.isalnum()]
    text = words.casefold()
    start = re.search(rf"\b{re.escape(letters[0])}", text)
    if start is None:
        return False
    rest = iter(text[start.start() :])
    return all(letter in rest for letter in letters)


def _drop_acronyms(name: str) -> str:
    """The name without bracketed acronyms of its own words; other brackets keep their content."""
    kept, last = [], 0
    for match in _BRACKETED.finditer(name):
        if _is_acronym_of(match[1].strip(), name[: match.start()]):
            kept.append(name[last : match.start()])
            last = match.end()
    return " ".join([*kept, name[last:]])


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """The comparison form of a name: equal for two spellings of one name, different for two names.

    The result is lower-case words with single spaces; it is for comparing, never for showing.
    """
    plain = name.isascii()
    text = name if plain else unicodedata.normalize("NFKC", name.translate(_DASHES))
    if "-" in text or ")" in text:
        text = split_code(text)[0]
    if "(" in text or "[" in text:
        text = _drop_acronyms(text)
    text = text.casefold()
    text = text.translate(_PLAIN) if plain else _OTHER.sub(" ", text.translate(_QUOTES).replace("&", " and "))
    if "." in text:
        text = _POINT.sub("", text)
    words = text.split()
    if not _WORDS.keys().isdisjoint(words):
        words = " ".join([_WORDS.get(word, word) for word in words]).split()
    if not _LONG_FORM.isdisjoint(words):
        text = " ".join(words)
        for long, short in _SHORT_FORMS:
            text = long.sub(short, text)
        words = text.split()
    while len(words) > 1 and words[0] == "the":
        del words[0]
    if not _COMMISSIONING.isdisjoint(words):
        words = [
            word
            for word, before in zip(words, ["", *words], strict=False)
            if word not in _COMMISSIONING or word != before
        ]
        if len(words) > 1 and words[0] == "nhs":
            del words[0]
    return " ".join(words)
