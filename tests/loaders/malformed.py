"""A small corpus of documents that nobody should be able to harm the reader with, built on the spot.

Each builder writes one file; each entry says what its one line must speak of.
"""

import io
import json
import os
import struct
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

from made_json import made_agreement
from made_workbook import made_workbook

SHEET = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>%s</sheetData></worksheet>'
STRINGS = b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>%s</t></si></sst>'

Builder = Callable[[Path], object]


def plain(data: bytes) -> Builder:
    return lambda path: path.write_bytes(data)


def workbook(path: Path, change: Callable[[str, bytes], bytes], added: dict[str, bytes] | None = None) -> None:
    """A good workbook whose parts are passed through ``change``, with more parts added."""
    made_workbook(path)
    with zipfile.ZipFile(path) as good:
        parts = {name: change(name, good.read(name)) for name in good.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as changed:
        for name, data in {**parts, **(added or {})}.items():
            changed.writestr(name, data)


def with_sheet(rows: bytes) -> Builder:
    """A workbook whose first sheet has these rows."""
    return lambda path: workbook(path, lambda name, data: SHEET % rows if name.endswith("sheet1.xml") else data)


def cut_workbook(path: Path) -> None:
    made_workbook(path)
    path.write_bytes(path.read_bytes()[:-400])


def damaged_workbook(path: Path) -> None:
    made_workbook(path)
    data = bytearray(path.read_bytes())
    start = data.index(b"xl/worksheets/sheet1.xml") + 40
    data[start : start + 200] = bytes(200)
    path.write_bytes(data)


def encrypted_zip(path: Path) -> None:
    """A workbook whose parts are marked as encrypted, as zip programs mark them."""
    made_workbook(path)
    data = bytearray(path.read_bytes())
    for mark, flags in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        place = data.find(mark)
        while place >= 0:
            data[place + flags] |= 1
            place = data.find(mark, place + 4)
    path.write_bytes(data)


def told_bomb(path: Path) -> None:
    """A part that unpacks to 3 GB, as the table of contents says."""
    made_workbook(path)
    with zipfile.ZipFile(path) as archive:
        size = archive.getinfo("xl/worksheets/sheet1.xml").file_size
    told = struct.pack("<I", 3 * 1024**3)
    path.write_bytes(path.read_bytes().replace(struct.pack("<I", size), told))


def lying_bomb(path: Path) -> None:
    """A sheet with one cell of 3 GB, whose size is told as nothing much."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    start = SHEET.split(b"%s")[0] + b'<row r="1"><c r="A1" t="inlineStr"><is><t>'
    head = packer.compress(start) + packer.flush(zlib.Z_FULL_FLUSH)
    block = packer.compress(b"x" * 2**22) + packer.flush(zlib.Z_FULL_FLUSH)
    packed = head + block * (3 * 256) + packer.flush()
    made_workbook(path)
    with zipfile.ZipFile(path) as good:
        parts = {name: good.read(name) for name in good.namelist() if not name.endswith("sheet1.xml")}
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
        archive.writestr("xl/worksheets/sheet1.xml", packed)
    _mark_as_deflated(path, "xl/worksheets/sheet1.xml", len(packed))


def _mark_as_deflated(path: Path, part: str, size: int) -> None:
    """Say of a part that was stored as it is that it is packed, and unpacks to 4,096 bytes."""
    data = bytearray(path.read_bytes())
    for mark, method, name in ((b"PK\x03\x04", 8, 30), (b"PK\x01\x02", 10, 46)):
        place = data.find(mark)
        while place >= 0:
            if data[place + name : place + name + len(part)] == part.encode():
                data[place + method : place + method + 2] = struct.pack("<H", zipfile.ZIP_DEFLATED)
                unpacked = place + method + 14
                assert struct.unpack_from("<I", data, unpacked)[0] == size
                struct.pack_into("<I", data, unpacked, 4096)
            place = data.find(mark, place + 4)
    path.write_bytes(data)


def string_bomb(path: Path) -> None:
    """One text of a megabyte in ten thousand cells."""
    rows = b"".join(b'<row r="%d"><c r="A%d" t="s"><v>0</v></c></row>' % (row, row) for row in range(1, 10_001))
    kind = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"
    relation = b'<Relationship Id="rIdS" Type="%s" Target="sharedStrings.xml"/></Relationships>' % kind

    def change(name: str, data: bytes) -> bytes:
        if name.endswith("sheet1.xml"):
            return SHEET % rows
        return data.replace(b"</Relationships>", relation) if name.endswith("workbook.xml.rels") else data

    workbook(path, change, {"xl/sharedStrings.xml": STRINGS % (b"x" * 1_000_000)})


def sparse(path: Path) -> None:
    with_sheet(b'<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')(path)


def entities(path: Path) -> None:
    head = b'<!DOCTYPE x [<!ENTITY a "haha"><!ENTITY b "&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>'
    cell = b'<row r="1"><c r="A1" t="inlineStr"><is><t>&b;&c;</t></is></c></row>'
    workbook(path, lambda name, data: head + SHEET % cell if name.endswith("sheet1.xml") else data)


def other_zip(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("page.txt", "Legal basis: x")


def huge(path: Path) -> None:
    """500 MB that take no room on the disk."""
    with path.open("wb") as file:
        file.write(b"Study - x\nLegal basis: y\n")
        os.truncate(file.fileno(), 500 * 1024 * 1024)


def deep(levels: int) -> bytes:
    return b"[" * levels + b"]" * levels


def cut_json() -> bytes:
    return json.dumps(made_agreement(), indent=1).encode()[:300]


def gzip_bytes() -> bytes:
    import gzip

    buffer = io.BytesIO()
    with gzip.GzipFile(fileobj=buffer, mode="wb") as file:
        file.write(b"Legal basis: x")
    return buffer.getvalue()


CORPUS: dict[str, tuple[Builder, str]] = {
    "empty.txt": (plain(b""), "empty"),
    "blank.txt": (plain(b" \r\n\t\n"), "blank"),
    "mark only.txt": (plain(b"\xef\xbb\xbf"), "blank"),
    "letter.txt": (plain(b"Dear all,\n\nsee you on Monday: bring a lamp.\n"), "no register document"),
    "picture.png": (plain(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"), "binary"),
    "paper.pdf": (plain(b"%PDF-1.7\nLegal basis: x"), "binary"),
    "packed.gz": (plain(gzip_bytes()), "binary"),
    "zeros.txt": (plain(bytes(5000)), "binary"),
    "latin.txt": (plain(b"T \x97 DARS-NIC-990400-A1B2C\n\nLegal basis: x\n"), "UTF-8"),
    "late.txt": (plain(b"x\n" * 100_000 + b"\xff"), "line 100001"),
    "page.html": (
        plain(b"<html><p>Nothing &amp; nobody &nosuch; &#0; &#xD800;</p></html>"),
        "no register",
    ),
    "open tags.html": (plain(b"<div>" * 200_000), "no register"),
    "no agreement.json": (plain(b'{"a": 1}'), "no register document"),
    "no agreement.jsonl": (plain(b'{"a": 1}\n{"b": 2}\n'), "line 1: no register document"),
    "cut.json": (plain(cut_json()), "cut off"),
    "wrong.json": (plain(b'{"reference": nothing}'), "no JSON"),
    "deep.json": (plain(deep(100_000)), "nested too deeply"),
    "deep enough.json": (plain(b'{"reference": "x\\u0041", "datasets": ' + deep(150) + b"}"), ""),
    "long number.json": (plain(b'{"reference": "x", "title": ' + b"9" * 10_000 + b"}"), "no JSON"),
    "old.xls": (plain(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)), "encrypted workbook or an old .xls"),
    "encrypted.xlsx": (encrypted_zip, "encrypted"),
    "cut.xlsx": (cut_workbook, "cut off or damaged"),
    "head only.xlsx": (plain(b"PK\x03\x04" + bytes(100)), "cut off or damaged"),
    "damaged.xlsx": (damaged_workbook, "workbook"),
    "other.zip": (other_zip, "no .xlsx workbook"),
    "told bomb.xlsx": (told_bomb, "would unpack to"),
    "lying bomb.xlsx": (lying_bomb, "workbook"),
    "string bomb.xlsx": (string_bomb, "more memory or time"),
    "sparse.xlsx": (sparse, "more memory or time"),
    "entities.xlsx": (entities, "cannot be read"),
    "no rows.xlsx": (with_sheet(b""), "no register document"),
    "huge.txt": (huge, "500 MB"),
}
