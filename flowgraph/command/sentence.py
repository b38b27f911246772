"""A flow's sentence with the words marked that decided how it was read."""

from collections.abc import Iterator

from rich.text import Text

from flowgraph.command.safe_text import one_line
from flowgraph.domain import Evidence, Flow

# Brackets stand around the words, so that nothing is lost without colours.
_STYLES = {
    "source": "bold blue",
    "target": "bold magenta",
    "verb": "bold underline",
    "data sets": "green",
    "identifiability": "bold red",
    "modality": "cyan",
    "legal basis": "yellow",
}


def marked_sentence(flow: Flow) -> Text:
    """The sentence on one line, each mark in brackets."""
    text = Text("“")
    for piece, role in pieces(flow):
        shown = one_line(piece)
        left = " " if piece[:1].isspace() and shown else ""
        right = " " if piece[-1:].isspace() else ""
        text.append(left + shown + right if role is None else f"[{shown}]", style=_STYLES.get(role or "", ""))
    return text.append("”")


def deciding_words(flow: Flow) -> dict[str, list[str]]:
    """For each role the words that decided it, in the order of the sentence."""
    found: dict[str, list[str]] = {}
    for piece, role in pieces(flow):
        if role is not None:
            found.setdefault(role, []).append(one_line(piece))
    return found


def pieces(flow: Flow) -> Iterator[tuple[str, str | None]]:
    """The quote cut at its marks, each piece with its role or None; of marks that overlap the first is kept."""
    quote = flow.evidence.quote
    place = 0
    for mark in sorted(flow.marks, key=lambda mark: (mark.start, -mark.end)):
        if mark.start < place or mark.end > len(quote) or mark.start >= mark.end:
            continue
        if mark.start > place:
            yield quote[place : mark.start], None
        yield quote[mark.start : mark.end], mark.role
        place = mark.end
    if place < len(quote):
        yield quote[place:], None


def where(evidence: Evidence) -> str:
    """Where the sentence stands, in words."""
    return f"{evidence.section}, characters {evidence.start:,} to {evidence.end:,}"
