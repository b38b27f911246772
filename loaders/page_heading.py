"""Project headings of the register page: ``TITLE — REFERENCE``."""

import re
from typing import NamedTuple

from loaders.page_labels import LABELS, read_label, read_section_head
from loaders.page_lines import Lines

_DIVIDER = " — "
_NIC = re.compile(r"(?:DARS-)?NIC-\d{1,7}-[A-Z0-9]{4,6}(?:-v\d+(?:\.\d+)*)?", re.IGNORECASE)
_STRAY = " \t?!.,;:*"
_LONGEST_OTHER_REFERENCE = 40


class Heading(NamedTuple):
    """A heading's title and reference as written; ``nic`` says whether the reference is a NIC reference."""

    title: str
    reference: str
    nic: bool


def split_heading(line: str) -> Heading | None:
    """The title and reference of a line that could be a project heading; None for any other line.

    The last dash divides, since titles hold dashes and other references. A capture may have dropped the dash:
    then a NIC reference at the end of the line is enough, as are two spaces before another reference.
    """
    line = line.strip()
    title, divider, reference = line.rpartition(_DIVIDER)
    if not divider:
        title, divider, reference = line.rpartition(" ")
        if _nic(reference) is None:
            title, divider, reference = line.rpartition("  ")
    nic = _nic(reference)
    if nic is not None:
        return Heading(title.strip(), nic, True)
    reference = reference.strip()
    if not reference or not title.strip() or len(reference) > _LONGEST_OTHER_REFERENCE or reference.endswith("."):
        return None
    return Heading(title.strip(), reference, False)


def _nic(reference: str) -> str | None:
    """The NIC reference without stray punctuation around it, or None."""
    reference = reference.strip(_STRAY)
    return reference if _NIC.fullmatch(reference) else None


def read_heading(lines: Lines, index: int, known: frozenset[str] | set[str] | None) -> Heading | None:
    """The project heading at line ``index``, or None.

    A heading is known by what follows it: a field of the project. Without a NIC reference two fields must follow, and
    inside a project's own fields (``known`` holds the labels met there; None elsewhere) the first of them must be
    one that the project had already, since a line with a dash may also be the end of a long value.
    """
    line = lines[index]
    heading = split_heading(line)
    if heading is None or read_label(line) is not None:
        return None
    first = lines.filled(index + 1)
    if first == len(lines):
        return heading if heading.nic and lines.blank_before(index) and _DIVIDER in line else None
    label = _field_key(lines[first])
    if label is None:
        opens = heading.nic and lines.blank_before(index) and read_section_head(lines[first]) is not None
        return heading if opens else None
    if heading.nic:
        return heading
    second = lines.filled(first + 1)
    two = second == len(lines) or read_label(lines[second]) is not None
    return heading if two and (known is None or label in known) else None


def _field_key(line: str) -> str | None:
    label = read_label(line)
    return label.key if label is not None and label.key in LABELS else None
