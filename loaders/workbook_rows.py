"""The rows of a workbook's sheets, as a stream from the process that reads them."""

import marshal
import os
import struct
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import IO, Any, NamedTuple
from zipfile import BadZipFile, ZipFile

from loaders.errors import DocumentError
from loaders.limits import LARGEST_UNPACKED, MEGABYTE, WORKBOOK_MEMORY, WORKBOOK_SECONDS
from loaders.source import Source

_PROCESS = Path(__file__).with_name("workbook_process.py")
_ENCRYPTED = 0x1

Cell = str | int | float | bool | None


class Rows(NamedTuple):
    """Some rows of a sheet, column by column.

    ``sheet`` is the sheet's name in lower case and without spaces, ``number`` the first row's as the workbook counts,
    ``size`` how many rows there are, ``columns`` the cells of each column, from the first that holds any.
    """

    sheet: str
    number: int
    size: int
    columns: list[list[Cell]]

    def select(self, places: Sequence[int]) -> Iterator[tuple[Cell, ...]]:
        """The cells at some columns, row by row; -1 is a column that the sheet lacks, whose cells are empty."""
        empty: list[Cell] = [""] * self.size
        return zip(*(self.columns[place] if place >= 0 else empty for place in places), strict=True)

    def below(self, rows: int) -> "Rows":
        """The same without the first ``rows``."""
        columns = [column[rows:] for column in self.columns]
        return Rows(self.sheet, self.number + rows, self.size - rows, columns)


def check_workbook(source: Source) -> None:
    """Look into the file's table of contents, before anything is unpacked.

    Raises DocumentError where the file is cut off, encrypted, no .xlsx, or would unpack to more than
    :data:`loaders.limits.LARGEST_UNPACKED`.
    """
    try:
        with source.open() as stream, ZipFile(stream) as archive:
            parts = archive.infolist()
    except (BadZipFile, NotImplementedError, ValueError, OSError, EOFError) as error:
        raise DocumentError(source.name, "a workbook that is cut off or damaged; fetch it again") from error
    if any(part.flag_bits & _ENCRYPTED for part in parts):
        raise DocumentError(source.name, "encrypted; save it without a password and read that")
    if "xl/workbook.xml" not in {part.filename.lower().lstrip("/") for part in parts}:
        raise DocumentError(source.name, "a zip file, but no .xlsx workbook; unpack it, or save the workbook as .xlsx")
    unpacked = sum(part.file_size for part in parts)
    if unpacked > LARGEST_UNPACKED:
        size, limit = unpacked // MEGABYTE, LARGEST_UNPACKED // MEGABYTE
        raise DocumentError(
            source.name, f"would unpack to {size} MB, more than the {limit} MB that are read; fetch it again"
        )


def read_rows(source: Source, sheets: Sequence[str]) -> Iterator[Rows]:
    """The rows of those ``sheets`` that the workbook has, sheet by sheet in the order asked for.

    Sheets are named in lower case and without spaces. Links to other files are not followed. Raises DocumentError where
    the workbook cannot be read, or takes more memory or time than :mod:`loaders.limits` allows.
    """
    check_workbook(source)
    with ExitStack() as stack:
        path = source.path
        if path is None:
            copy = stack.enter_context(tempfile.NamedTemporaryFile(suffix=".xlsx"))
            copy.write(source.data)
            copy.flush()
            path = Path(copy.name)
        command = [sys.executable, "-P", str(_PROCESS), str(path.resolve())]
        limits = [str(WORKBOOK_MEMORY), str(WORKBOOK_SECONDS)]
        process = subprocess.Popen(
            [*command, *limits, *sheets],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "RUST_BACKTRACE": "0"},
        )
        stack.callback(_end, process)
        assert process.stdout is not None
        sheet, number, ended = "", 0, False
        for frame in _frames(process.stdout):
            if frame[0] == "sheet":
                sheet, number = frame[1], frame[2]
            elif frame[0] == "rows":
                yield Rows(sheet, number, frame[1], frame[2])
                number += frame[1]
            elif frame[0] == "failed":
                raise DocumentError(source.name, _failure(frame[1]))
            else:
                ended = True
        if not ended:
            raise DocumentError(
                source.name, "a workbook that takes more memory or time than a register needs; fetch it again"
            )


def _failure(what: str) -> str:
    if what == "encrypted":
        return "encrypted; save it without a password and read that"
    return f"a workbook that cannot be read ({what[:200]}); save it again as .xlsx"


def _frames(stream: IO[bytes]) -> Iterator[tuple[Any, ...]]:
    """What the reading process sends; ends where the stream ends, even inside a frame."""
    while len(header := stream.read(4)) == 4:
        length = struct.unpack("<I", header)[0]
        data = stream.read(length)
        if len(data) < length:
            return
        yield marshal.loads(data)


def _end(process: "subprocess.Popen[bytes]") -> None:
    """Stop the reading process, however far it came."""
    if process.stdout is not None:
        process.stdout.close()
    process.kill()
    process.wait()
