"""The published HTML page as text in the layout that the text captures have.

Paragraphs and headings become lines between blank lines, ``<br>`` a line end, list items lines with their number or
bullet, a term or first cell and its value one line ``Label: value``. The parser reports events and keeps no tree, so
that nesting of any depth takes linear time; it loads nothing that a page refers to.
"""

import re
from collections.abc import Mapping
from typing import Any

from lxml import etree

from loaders.errors import DocumentError
from loaders.html_marker import ListMarkers
from loaders.page_labels import DATASETS_LABEL, LABELS, SECTIONS

_SILENT = frozenset({"script", "style", "head", "title", "template", "noscript", "svg", "select", "button", "iframe"})
_PARAGRAPHS = frozenset(
    {"address", "article", "aside", "blockquote", "body", "caption", "center", "details", "dialog", "div", "dl"}
    | {"fieldset", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "main"}
    | {"nav", "p", "pre", "section", "summary", "table"}
)
_LINES = frozenset({"br", "dd", "dt", "li", "tr", "tbody", "thead", "tfoot"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BOLD = frozenset({"b", "strong", "u"})
_TERMS = frozenset({"dt", "th", "td"})
_SPACES = re.compile(r"[ \t\n\r\f]+")
_PRESERVING = re.compile(r"white-space\s*:\s*(?:pre|break-spaces)", re.IGNORECASE)
_FIELD_HEADS = frozenset(LABELS) | {DATASETS_LABEL}


def html_to_text(html: str, file: str) -> str:
    """The text of a page, laid out as the text captures are; raises DocumentError where there is none."""
    target: Any = _Layout()  # the stubs ask for bytes and comments too, which the parser does not
    parser = etree.HTMLParser(target=target, encoding="utf-8", no_network=True, huge_tree=True, recover=True)
    try:
        etree.fromstring(html.encode("utf-8", "replace"), parser)
    except (etree.LxmlError, ValueError) as error:
        raise DocumentError(file, "cannot be read as HTML; save the page again") from error
    return str(target.text())


class _Layout:
    """Receives the parser's events and writes lines."""

    def __init__(self) -> None:
        self._written: list[str] = []
        self._line: list[str] = []
        self._blank_due = False
        self._space_due = False
        self._joining = False
        self._silent = 0
        self._preserving: list[bool] = [False]
        self._lists = ListMarkers()

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        self._preserving.append(self._preserving[-1] or tag == "pre" or _preserves(attributes))
        if tag in _SILENT:
            self._silent += 1
        elif tag in ("ul", "ol"):
            self._break(blank=not self._lists.inside)
            self._lists.open(tag, attributes)
        elif tag == "li":
            self._break()
            self._line.append(self._lists.next_marker(attributes))
        elif tag == "dd" and self._joining:
            self._space_due = True
        elif tag in _PARAGRAPHS and not self._lists.is_bare_marker(self._line):
            self._break(blank=True)
        elif tag in _LINES:
            self._break()
        self._joining = self._joining and tag not in ("dt", "tr")

    def end(self, tag: str) -> None:
        """An element ends."""
        if len(self._preserving) > 1:
            self._preserving.pop()
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        elif tag in ("ul", "ol"):
            self._lists.close()
            self._break(blank=not self._lists.inside)
        elif tag in _HEADINGS:
            self._close_label(SECTIONS.keys() | _FIELD_HEADS)
            self._break(blank=True)
        elif tag in _BOLD:
            self._set_apart_section_head()
        elif tag in _TERMS:
            self._close_label(None if tag == "dt" else _FIELD_HEADS | SECTIONS.keys())
            self._joining = self._space_due = True
        elif tag in _PARAGRAPHS:
            self._break(blank=True)
        elif tag in _LINES and tag != "br":
            self._break()

    def data(self, text: str) -> None:
        """Characters."""
        if self._silent:
            return
        if self._preserving[-1]:
            first, *rest = text.replace("\r\n", "\n").split("\n")
            self._write(first)
            for line in rest:
                self._break()
                self._write(line)
            return
        text = _SPACES.sub(" ", text)
        if text.startswith(" "):
            self._space_due = True
        words = text.strip(" ")
        if words:
            self._write(words)
            self._space_due = text.endswith(" ")

    def close(self) -> None:
        """The document ends."""
        self._break()

    def text(self) -> str:
        """All lines, and no blank one at the end."""
        return "\n".join(self._written).rstrip() + "\n"

    def _write(self, words: str) -> None:
        if self._space_due and self._line and not self._line[-1].endswith(" "):
            self._line.append(" ")
        self._space_due = False
        self._line.append(words)

    def _break(self, blank: bool = False) -> None:
        """End the line; ``blank`` asks for a blank line before what follows."""
        line = "".join(self._line).rstrip()
        self._line, self._space_due = [], False
        if line:
            if self._blank_due and self._written:
                self._written.append("")
            self._written.append(line)
            self._blank_due = False
        self._blank_due = self._blank_due or blank

    def _close_label(self, labels: frozenset[str] | set[str] | None) -> None:
        """Set the colon that a label of the page lacks, where the line so far is one of ``labels`` (None: any)."""
        label = "".join(self._line[:8]).strip()
        if label and not label.endswith(":") and (labels is None or label.lower() in labels):
            self._line.append(":")

    def _set_apart_section_head(self) -> None:
        """A section head in bold is a heading, whatever stands behind it."""
        line = "".join(self._line[:8]).strip()
        if line.endswith(":") and line.rstrip(" :").lower() in SECTIONS:
            self._blank_due = True
            self._break(blank=True)


def _preserves(attributes: Mapping[str, str]) -> bool:
    style = attributes.get("style")
    return style is not None and bool(_PRESERVING.search(style[:1000]))
