"""Where one sentence ends and the next begins."""

import re
from collections.abc import Iterator

# A stop ends a sentence when white space and a capital, a digit, a bracket or a quotation mark follow.
_STOP = re.compile(r"[.!?][\"”’)\]]*\s+(?=[\"“‘(\[]?[A-Z0-9])|[.!?][”\"](?=[A-Z])|;\s+(?=\d\s?[.)]\s)")
# Stops that belong to the word before them.
_ABBREVIATION = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|cf|vs|no|nos|ref|dr|prof|mr|mrs|ms|st|approx|inc|fig|dept|sec|para)|\b[A-Z])\.$",
    re.IGNORECASE,
)
# Abbreviations that a sentence may also end with: the stop ends it when a capitalised word begins the next one.
_MAY_END = re.compile(r"\b(?:etc|inc|no)\.$", re.IGNORECASE)
# The number of a step told inside a line ("…; 2. The unit links it").
_STEP_NUMBER = re.compile(r"\s*\d{1,2}\.")
_INITIALS_IN_NAME = re.compile(r"\b[A-Z]\.$")


def sentence_spans(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The spans of the sentences in ``text[start:end]``, in characters of ``text``, without outer white space.

    Together they hold every character of the stretch that is not white space between sentences.
    """
    begin = start
    for match in _STOP.finditer(text, start, end):
        head = text[max(begin, match.start() - 12) : match.start() + 1]
        if begin > start and _STEP_NUMBER.fullmatch(text, begin, match.start() + 1):
            continue
        if _ABBREVIATION.search(head) and not (
            _MAY_END.search(head) and not _INITIALS_IN_NAME.search(head) and text[match.end()].isupper()
        ):
            continue
        stop = match.start() + len(match.group().rstrip())
        span = _trimmed(text, begin, stop)
        if span:
            yield span
        begin = match.end()
    span = _trimmed(text, begin, end)
    if span:
        yield span


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None
