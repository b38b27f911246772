"""What the readers hand on: agreements as their documents word them, before anything is understood.

Every text carries the place it was read from, so that what cannot be understood later can be pointed at.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from flowgraph.domain import Issue, SectionName


class Format(StrEnum):
    """The formats in which the register is met."""

    PAGE_TEXT = "page text"
    PAGE_HTML = "page HTML"
    WORKBOOK = "workbook"
    AGREEMENT_JSON = "agreement JSON"
    JSON_LINES = "JSON Lines"


class FieldName(StrEnum):
    """The fields of an agreement, one name for the many labels that layouts and columns give them."""

    TYPES_OF_DATA = "types of data"
    OPT_OUTS = "opt outs"
    LEGAL_BASIS = "legal basis"
    PURPOSES = "purposes"
    SENSITIVITY = "sensitivity"
    WHEN = "when"
    ACCESS_METHOD = "access method"
    CONTROLLERS = "controllers"
    SUBLICENSING = "sublicensing"
    FORMAT = "format"
    DISCUSSIONS = "discussions"
    VERSION = "version"
    ORGANISATION_TYPE = "organisation type"
    CONTROLLER_BASIS = "controller basis"
    COMMERCIAL = "commercial"
    START = "start"
    END = "end"

    __hash__ = str.__hash__  # fields are looked up by name for every agreement; Enum's own hash is not compiled


class RawText(NamedTuple):
    """A value without its outer spaces, the label it stood under, and its line (pages) or place (other formats)."""

    text: str
    label: str = ""
    line: int | None = None
    place: str | None = None


class RawSection(NamedTuple):
    """A free-text section exactly as it stands; ``offset`` counts characters of the document's text (pages only)."""

    name: SectionName
    text: str
    offset: int | None = None
    line: int | None = None


class RawDataset(NamedTuple):
    """A data set with what its row says; pages give the name only."""

    name: str
    type_of_data: str = ""
    sensitivity: str = ""
    frequency: str = ""
    legal_basis: str = ""
    confidentiality: str = ""


class RawRelease(NamedTuple):
    """Files of one data set that were released, counted; months stand as YYYY-MM where they could be read."""

    dataset: str
    files: int | None = None
    first_month: str | None = None
    last_month: str | None = None
    opt_outs_applied: str = ""


class RawRows(NamedTuple):
    """The rows of one agreement: its data sets (None where the document lists none at all) and its releases."""

    datasets: tuple[RawDataset, ...] | None = None
    releases: tuple[RawRelease, ...] = ()


@dataclass(frozen=True, slots=True)
class RawAgreement:
    """One agreement (or one version of it) as one document words it.

    ``rows`` are its data sets and releases; a workbook has them on sheets that are still being read when its
    agreements come, so its ``rows`` are None and ``later`` gives them once the document has been read to its end.
    ``controllers`` holds names that the document itself keeps apart (JSON); a list in one text stands in ``fields``.
    ``unknown`` are fields of no known label.
    """

    file: str
    format: Format
    organisation: str | None = None
    title: str | None = None
    reference: str | None = None
    line: int | None = None
    place: str | None = None
    fields: Mapping[FieldName, RawText] = field(default_factory=dict)
    unknown: tuple[RawText, ...] = ()
    controllers: tuple[str, ...] | None = None
    sections: tuple[RawSection, ...] = ()
    rows: RawRows | None = field(default_factory=RawRows)
    later: Callable[[], RawRows] | None = None
    issues: tuple[Issue, ...] = ()

    def all_rows(self) -> RawRows:
        """The rows, wherever they come from; of a workbook only after the whole of it was read."""
        if self.rows is not None:
            return self.rows
        return self.later() if self.later is not None else RawRows()
