"""Finding a document's format from its content; names and suffixes decide nothing."""

import codecs
import re

from loaders.errors import DocumentError
from loaders.raw import Format

_ZIP = b"PK\x03\x04"
_COMPOUND_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MARKUP = re.compile(rb"<(?:!doctype\s+html|!--|\?xml|/?[a-z][a-z0-9]*[\s>/])", re.IGNORECASE)
_CONTROLS = bytes(byte for byte in range(32) if byte not in b"\t\n\r\x0b\x0c\x1b")


def detect(head: bytes, file: str) -> Format:
    """The format of a document that begins with ``head``.

    JSON and JSON Lines begin alike; :func:`loaders.agreement_json.read_json` tells them apart. Raises DocumentError for
    content that is no register document of any format: binary, blank, an encrypted or old workbook.
    """
    if head.startswith(_ZIP):
        return Format.WORKBOOK
    if head.startswith(_COMPOUND_FILE):
        raise DocumentError(
            file, "an encrypted workbook or an old .xls; save it without a password as .xlsx and read that"
        )
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        head = head[: len(head) // 2 * 2].decode("utf-16", errors="replace").encode()
    start = head.removeprefix(codecs.BOM_UTF8).lstrip()
    if not start:
        raise DocumentError(file, "blank; give a register page, a workbook or agreement JSON")
    if head.startswith(b"%PDF") or head.translate(None, _CONTROLS) != head:
        raise DocumentError(file, "binary, and no register document; give a register page, an .xlsx or agreement JSON")
    if start.startswith((b"{", b"[")):
        return Format.AGREEMENT_JSON
    return Format.PAGE_HTML if _MARKUP.match(start) else Format.PAGE_TEXT
