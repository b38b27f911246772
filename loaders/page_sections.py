"""The free-text sections of one project, cut from the page exactly as they stand."""

from collections.abc import Iterator
from typing import NamedTuple

from flowgraph.domain import SectionName
from loaders.page_labels import OLDEST_LABELS, read_label, read_section_head
from loaders.page_lines import Lines
from loaders.raw import RawSection


class Style(NamedTuple):
    """How a project sets its section heads: on lines of their own between blank lines, and with text behind them."""

    spaced: bool
    inline: bool


def read_style(lines: Lines, start: int, end: int) -> Style:
    """The style of the project in lines ``start`` to ``end``, seen from how its first fields are set."""
    labels: list[int] = []
    index = lines.filled(start)
    while index < end and len(labels) < 12:
        label = read_label(lines[index])
        if label is not None:
            if label.key in OLDEST_LABELS:
                return Style(lines.blank_after(index), True)
            labels.append(index)
        elif read_section_head(lines[index]) is not None:
            break
        index = lines.filled(index + 1)
    return Style(bool(labels) and lines.blank_after(labels[0]), False)


class _Head(NamedTuple):
    """A line that may head a section, and the column where text begins behind the head."""

    row: int
    name: SectionName
    column: int


def find_sections(lines: Lines, start: int, end: int, style: Style) -> list[RawSection]:
    """The sections between two lines, each from behind its head to the next head, without blank lines around it.

    A head that the project had already, or that is not set as its other heads are, is a line of the text: prose
    has headings like "Outputs:" of its own. Only where no other line heads the Processing, which is what flows are
    read from, does one that is set otherwise do so.
    """
    candidates = list(_candidates(lines, start, end))
    heads = [head for head in candidates if _is_set_as_head(lines, head, style)]
    if not any(head.name is SectionName.PROCESSING for head in heads):
        heads += [head for head in candidates if head.name is SectionName.PROCESSING and _is_alone(lines, head)]
        heads.sort()
    first = {head.name: head for head in reversed(heads)}
    heads = [head for head in heads if first[head.name] is head]
    limits = [*(lines.start(head.row) for head in heads), lines.start(end)][1:]
    return [_cut(lines, head, limit) for head, limit in zip(heads, limits, strict=False)]


def _candidates(lines: Lines, start: int, end: int) -> Iterator[_Head]:
    index = lines.filled(start)
    while index < end:
        head = read_section_head(lines[index])
        if head is not None:
            yield _Head(index, *head)
        index = lines.filled(index + 1)


def _is_alone(lines: Lines, head: _Head) -> bool:
    return not lines[head.row][head.column :].strip()


def _is_set_as_head(lines: Lines, head: _Head, style: Style) -> bool:
    if not _is_alone(lines, head):
        return style.inline and lines.blank_before(head.row)
    return not style.spaced or (lines.blank_before(head.row) and lines.blank_after(head.row))


def _cut(lines: Lines, head: _Head, limit: int) -> RawSection:
    """The section of ``head``; its text begins with the first line that is not blank, indentation included."""
    text = lines.text
    begins = lines.start(head.row) + head.column
    section = text[begins:limit].rstrip()
    end = begins + len(section)
    first = end - len(section.lstrip())
    line_start = max(text.rfind("\n", begins, first), text.rfind("\r", begins, first)) + 1
    offset = max(line_start, begins) if line_start else first
    return RawSection(head.name, text[offset:end], offset, lines.number(head.row))
