"""The labels and section heads of the register page, in all its layouts."""

import re
from typing import NamedTuple

from flowgraph.domain import SectionName
from loaders.raw import FieldName

#: Field labels of every layout met, newest first, and the field each of them names.
LABELS = {
    "type of data": FieldName.TYPES_OF_DATA,
    "categories": FieldName.TYPES_OF_DATA,
    "opt outs honoured": FieldName.OPT_OUTS,
    "legal basis": FieldName.LEGAL_BASIS,
    "basis": FieldName.LEGAL_BASIS,
    "purposes": FieldName.PURPOSES,
    "sensitive": FieldName.SENSITIVITY,
    "when": FieldName.WHEN,
    "access method": FieldName.ACCESS_METHOD,
    "repeats": FieldName.ACCESS_METHOD,
    "how often": FieldName.ACCESS_METHOD,
    "data-controller type": FieldName.CONTROLLERS,
    "sublicensing allowed": FieldName.SUBLICENSING,
    "agd/predecessor discussions": FieldName.DISCUSSIONS,
    "format": FieldName.FORMAT,
}

#: Labels that name no field of their own: the list of data sets, one data set, the reference.
DATASETS_LABEL = "datasets"
DATASET_LABEL = "data"
REFERENCE_LABEL = "hscic id"

#: Labels of the oldest layout only; a page that has one sets its section text behind the head, on the same line.
OLDEST_LABELS = frozenset({"basis", "format", "how often", REFERENCE_LABEL, DATASET_LABEL})

#: Labels that open a project's fields; three of them in a row are the beginning of a project without a heading.
SUREST_LABEL = "opt outs honoured"
OPENING_LABELS = frozenset({"type of data", SUREST_LABEL})

SECTIONS = {name.value.lower(): name for name in SectionName}

_LABEL = re.compile(
    rf"\s*({'|'.join(re.escape(label) for label in (*LABELS, DATASETS_LABEL, DATASET_LABEL, REFERENCE_LABEL))})"
    r"\s*:",
    re.IGNORECASE,
)
_SECTION = re.compile(rf"\s*({'|'.join(re.escape(head) for head in SECTIONS)})\s*:\s*", re.IGNORECASE)
_UNKNOWN = re.compile(r"\s*([A-Z][A-Za-z/-]*(?: [A-Za-z/-]+){0,4})\s*:")
_WIDEST_LABEL = 60


class Label(NamedTuple):
    """A labelled line: the label as written and in lower case, and the value behind it without outer spaces."""

    written: str
    key: str
    value: str


def read_label(line: str) -> Label | None:
    """The known field label that ``line`` begins with, and its value; None for any other line."""
    if ":" not in line[:_WIDEST_LABEL]:
        return None
    match = _LABEL.match(line)
    return None if match is None else Label(match[1], match[1].lower(), line[match.end() :].strip())


def read_unknown_label(line: str) -> Label | None:
    """The label of a line that has the form of a field but names none that is known; None for any other line."""
    if ":" not in line[:_WIDEST_LABEL]:
        return None
    match = _UNKNOWN.match(line)
    return None if match is None else Label(match[1], match[1].lower(), line[match.end() :].strip())


def read_section_head(line: str) -> tuple[SectionName, int] | None:
    """The section that ``line`` heads, and the column where text begins behind the head (the line's end if none)."""
    if ":" not in line[:_WIDEST_LABEL]:
        return None
    match = _SECTION.match(line)
    return None if match is None else (SECTIONS[match[1].lower()], match.end())
