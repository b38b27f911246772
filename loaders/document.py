"""One document of any format into raw agreements."""

from collections.abc import Iterator

from flowgraph.domain import Issue
from loaders.decode import decode, decode_html
from loaders.detect import detect
from loaders.html_text import html_to_text
from loaders.json_documents import read_json
from loaders.limits import LARGEST_HTML, LARGEST_PAGE
from loaders.page import read_page
from loaders.raw import Format, RawAgreement
from loaders.source import Source
from loaders.workbook import read_workbook


def read_document(source: Source) -> Iterator[RawAgreement | Issue]:
    """The agreements of a document, whose format is found from its content, and the issues of the document itself.

    Raises DocumentError, possibly after some agreements have come, where the document cannot be read (further).
    """
    format = detect(source.head(), source.name)
    if format is Format.WORKBOOK:
        yield from read_workbook(source)
    elif format is Format.AGREEMENT_JSON:
        yield from read_json(source)
    else:
        yield from read_page(_page_text(source, format), source.name, format)


def document_text(source: Source) -> str | None:
    """The text that section offsets and lines count in: a text page's characters, an HTML page's layout as text.

    None for workbooks and JSON, whose sections have no offset.
    """
    format = detect(source.head(), source.name)
    return _page_text(source, format) if format in (Format.PAGE_TEXT, Format.PAGE_HTML) else None


def _page_text(source: Source, format: Format) -> str:
    if format is Format.PAGE_HTML:
        return html_to_text(decode_html(source.read(LARGEST_HTML), source.name), source.name)
    return decode(source.read(LARGEST_PAGE), source.name)
