"""A Processing text as blocks of sentences.

A block is what stands under one purpose and one processor. The register heads them with a line of their own
("INVOICE VALIDATION", "Data Processor 2 - X Ltd"); the steps below are numbered, the numbering may restart.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from flowgraph.clauses.markers import Marker, MarkerKind, read_marker
from flowgraph.clauses.sentences import sentence_spans
from flowgraph.lexicon.headings import read_heading, reads_like_a_sentence
from flowgraph.lexicon.shapes import is_name_line


@dataclass(frozen=True, slots=True)
class Block:
    """What stands under one purpose and one processor heading; both None where the text gives none.

    ``processor`` is the heading's own words for the processor. ``strand`` counts the blocks of one purpose
    heading together: blocks of equal ``strand`` share the heading above them.
    """

    number: int
    strand: int
    purpose: str | None
    processor: str | None


@dataclass(slots=True)
class Sentence:
    """A sentence in its place: ``start`` and ``end`` count characters of the section's text.

    ``step`` is the label of the numbered step it stands in ("2.a"). A sentence that introduces a list knows
    its items, and each item the sentence that introduces it, by their numbers in the outline.
    """

    number: int
    start: int
    end: int
    text: str
    block: Block
    step: str | None
    marker: MarkerKind | None
    paragraph: int
    introduces: list[int] = field(default_factory=list)
    introduced_by: int | None = None


class Outline(NamedTuple):
    """The blocks and sentences of a text, in their order; ``processors`` are lines under a "Processors:" heading."""

    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]
    processors: tuple[tuple[Block, str], ...]


class _Paragraph(NamedTuple):
    start: int
    end: int
    marker: Marker | None


_LINE = re.compile(r"[^\r\n]+")
_INLINE_BULLET = re.compile(r"(?<=[\s:;.])(?=[•\uf0a7\uf0b7]\s*\S)")
_PROCESSOR = re.compile(
    r"(?:data\s+)?process+ors?\s*(?P<number>\d{1,2}[a-z]?|[A-D](?=\s*[-–—:]))?\s*[-–—:]*\s*(?P<name>.*)$", re.IGNORECASE
)
_UNFINISHED = re.compile(r"[^.:;!?)\]\"”]\s*$")


def outline(text: str) -> Outline:
    """The structure of ``text``: every sentence once, in order, under its block, with its step."""
    return _Outliner(text).run()


def _paragraphs(text: str) -> Iterator[_Paragraph]:
    """Lines with their markers; a line that goes on in the middle of a sentence is joined to the one before."""
    pending: _Paragraph | None = None
    for start, end in _lines(text):
        marker = read_marker(text[start:end])
        if marker is not None:
            start += marker.end
        while end > start and text[end - 1].isspace():
            end -= 1
        if start >= end:
            continue
        if (
            pending is not None
            and marker is None
            and text[start].islower()
            and _UNFINISHED.search(text, 0, pending.end)
        ):
            pending = _Paragraph(pending.start, end, pending.marker)
            continue
        if pending is not None:
            yield pending
        pending = _Paragraph(start, end, marker)
    if pending is not None:
        yield pending


def _with_name_lists(text: str, paragraphs: list[_Paragraph]) -> Iterator[_Paragraph]:
    """The paragraphs, with names that stand one a line below a colon marked as the list items they are."""
    in_list = False
    for paragraph in paragraphs:
        line = text[paragraph.start : paragraph.end]
        if in_list and paragraph.marker is None and is_name_line(line) and not _PROCESSOR.match(line):
            yield paragraph._replace(marker=Marker(MarkerKind.BULLET, "", 0))
            continue
        in_list = line.endswith(":") and reads_like_a_sentence(line)
        yield paragraph


def _lines(text: str) -> Iterator[tuple[int, int]]:
    for match in _LINE.finditer(text):
        start = match.start()
        line = match.group()
        lead = len(line) - len(line.lstrip())
        begin = start + lead
        for bullet in _INLINE_BULLET.finditer(line, lead + 1):
            yield begin, start + bullet.start()
            begin = start + bullet.start()
        yield begin, match.end()


class _Outliner:
    def __init__(self, text: str) -> None:
        self.text = text
        self.blocks: list[Block] = [Block(0, 0, None, None)]
        self.sentences: list[Sentence] = []
        self.processors: list[tuple[Block, str]] = []
        self.steps: list[tuple[MarkerKind, str]] = []
        self.naming_processors = False
        self.purpose_in_capitals = False

    def run(self) -> Outline:
        for number, paragraph in enumerate(_with_name_lists(self.text, list(_paragraphs(self.text)))):
            line = self.text[paragraph.start : paragraph.end]
            if self._is_heading(line, paragraph.marker):
                continue
            if self.naming_processors and paragraph.marker is not None and not reads_like_a_sentence(line.rstrip(". ")):
                self.processors.append((self.blocks[-1], line.strip(" .")))
                continue
            self.naming_processors = False
            self._add_paragraph(number, paragraph)
        _tie_lists(self.sentences)
        return Outline(tuple(self.blocks), tuple(self.sentences), tuple(self.processors))

    def _is_heading(self, line: str, marker: Marker | None) -> bool:
        if len(line) > 200:
            return False
        heading = read_heading(line)
        if heading is not None and (marker is None or (marker.kind is not MarkerKind.BULLET and not heading.rest)):
            in_capitals = line.isupper()
            if heading.kind == "purpose":
                self.purpose_in_capitals = in_capitals
            elif self.purpose_in_capitals and not in_capitals and self.blocks[-1].purpose:
                return True  # a condition set smaller than its purpose stands under it and does not close it
            self._open(heading.purpose, heading.rest or None, new_strand=True)
            return True
        if marker is not None and marker.kind is MarkerKind.BULLET:
            return False
        match = _PROCESSOR.match(line)
        if match is not None and not reads_like_a_sentence(match["name"].rstrip(" .")):
            name = match["name"].strip(" :-–—")
            if name:
                self._open(self.blocks[-1].purpose, name, new_strand=False)
                return True
            if line.rstrip().endswith(":") or len(line) < 18:
                self.naming_processors = True
                return True
            return False
        if marker is None and self.blocks[-1].purpose and is_name_line(line.strip(" :-–—")):
            self._open(self.blocks[-1].purpose, line.strip(" :-–—"), new_strand=False)
            return True
        return False

    def _open(self, purpose: str | None, processor: str | None, *, new_strand: bool) -> None:
        last = self.blocks[-1]
        self.steps.clear()
        self.naming_processors = False
        self.blocks.append(Block(last.number + 1, last.strand + new_strand, purpose, processor))

    def _add_paragraph(self, number: int, paragraph: _Paragraph) -> None:
        step = self._step(paragraph.marker)
        for start, end in _whole_lists(self.text, sentence_spans(self.text, paragraph.start, paragraph.end)):
            self.sentences.append(
                Sentence(
                    number=len(self.sentences),
                    start=start,
                    end=end,
                    text=self.text[start:end],
                    block=self.blocks[-1],
                    step=step,
                    marker=paragraph.marker.kind if paragraph.marker else None,
                    paragraph=number,
                )
            )

    def _step(self, marker: Marker | None) -> str | None:
        """The label of the step a paragraph stands in; paragraphs without a marker of their own stand in none."""
        if marker is None:
            self.steps.clear()
            return None
        if marker.kind is MarkerKind.BULLET:
            return ".".join(label for _, label in self.steps) or None
        kind = marker.kind
        if kind is MarkerKind.ROMAN and self._goes_on_as_letters(marker.label):
            kind = MarkerKind.LETTER
        while self.steps and self.steps[-1][0] >= kind:
            self.steps.pop()
        self.steps.append((kind, marker.label))
        return ".".join(label for _, label in self.steps)

    def _goes_on_as_letters(self, label: str) -> bool:
        letters = [old for kind, old in self.steps if kind is MarkerKind.LETTER]
        return bool(letters) and len(label) == 1 and ord(label) - ord(letters[-1].lower()) == 1


_VERB = re.compile(
    r"\b(?:is|are|was|were|will|be|can|may|has|have|had|do|does|must|should|receives?|obtains?|pass(?:es)?|sends?)\b"
)


def _whole_lists(text: str, spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The spans, with a list of names that a stray full stop breaks in two put together again."""
    begin: int | None = None
    for start, end in spans:
        fragment = text[start:end]
        if fragment.endswith(").") and fragment.count(",") >= 3 and not _VERB.search(fragment):
            begin = start if begin is None else begin
            continue
        yield (start if begin is None else begin), end
        begin = None
    if begin is not None:
        yield begin, end


def _tie_lists(sentences: Sequence[Sentence]) -> None:
    """Tie the items of a list to the sentence that introduces them (it ends in a colon); of two, to the nearer one."""
    for index, sentence in enumerate(sentences):
        if not sentence.text.endswith((":", ":-", ": -")):
            continue
        for item in sentences[index + 1 :]:
            if item.block is not sentence.block:
                break
            if item.marker is None or (sentence.marker is not None and item.marker <= sentence.marker):
                break
            if item.introduced_by is not None:
                sentences[item.introduced_by].introduces.remove(item.number)
            item.introduced_by = index
            sentence.introduces.append(item.number)
