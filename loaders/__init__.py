"""Readers of register documents: page text, page HTML, the official workbook, agreement JSON and JSON Lines.

:func:`read_document` finds a document's format from its content and gives :class:`RawAgreement` values, whose texts
stand as the document words them. Nothing is loaded over a network; what cannot be read raises :class:`DocumentError`.
"""

from loaders.document import document_text, read_document
from loaders.errors import DocumentError
from loaders.raw import FieldName, Format, RawAgreement, RawDataset, RawRelease, RawRows, RawSection, RawText
from loaders.source import STANDARD_INPUT, Source, open_source

__all__ = [
    "STANDARD_INPUT",
    "DocumentError",
    "FieldName",
    "Format",
    "RawAgreement",
    "RawDataset",
    "RawRelease",
    "RawRows",
    "RawSection",
    "RawText",
    "Source",
    "document_text",
    "open_source",
    "read_document",
]
