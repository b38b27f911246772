"""From bytes to the document's text: the characters that line numbers and section offsets count."""

import codecs
import re

from loaders.errors import DocumentError

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(
    rb"<(?:meta[^>]{0,200}charset|\?xml[^>]{0,200}encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_-]{3,20})", re.IGNORECASE
)
_SINGLE_BYTE = {"iso-8859-1", "latin1", "windows-1252", "cp1252", "us-ascii", "ascii"}
_SURROGATE = re.compile(r"[\ud800-\udfff]")


def decode(data: bytes, file: str) -> str:
    """The text of ``data``: UTF-8, or UTF-16 with a byte order mark; the mark itself is no part of the text.

    Raises DocumentError that names the first byte that is no UTF-8, and its line.
    """
    encoding = next((name for mark, name in _BYTE_ORDER_MARKS if data.startswith(mark)), "utf-8")
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise DocumentError(
            file,
            f"no {error.encoding.upper()} text: byte 0x{data[error.start]:02x} in line {line}; save it as UTF-8",
        ) from error


def decode_html(data: bytes, file: str) -> str:
    """Like :func:`decode`, but a page that declares the Western single-byte encoding is read in it.

    As browsers do, all its names are read as Windows-1252.
    """
    declared = _DECLARED.search(data[:4096])
    if declared is not None and declared[1].decode("ascii").lower() in _SINGLE_BYTE and not _has_mark(data):
        return data.decode("cp1252", errors="replace")
    return decode(data, file)


def without_surrogates(text: str) -> str:
    """``text`` with each lone surrogate (which no file can hold) replaced by U+FFFD; the length stays the same."""
    return _SURROGATE.sub("\ufffd", text)


def _has_mark(data: bytes) -> bool:
    return any(data.startswith(mark) for mark, _ in _BYTE_ORDER_MARKS)
