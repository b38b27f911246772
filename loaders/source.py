"""Opening a document: what is no plain file, or is too large, is refused before a byte of it is read."""

import os
import stat
import sys
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from loaders.errors import DocumentError
from loaders.limits import LARGEST_FILE, MEGABYTE

#: The input name that stands for standard input.
STANDARD_INPUT = "-"

#: How many bytes the format is found from.
HEAD = 64 * 1024


@dataclass(frozen=True, slots=True)
class Source:
    """An opened document: ``name`` is what users are shown, ``size`` its length in bytes."""

    name: str
    size: int
    path: Path | None = None
    data: bytes = b""

    def open(self) -> BinaryIO:
        """A fresh stream over the document; raises DocumentError where the file cannot be opened any more."""
        if self.path is None:
            return BytesIO(self.data)
        try:
            return self.path.open("rb")
        except OSError as error:
            raise DocumentError(self.name, f"cannot be opened ({error.strerror}); check the file") from error

    def head(self) -> bytes:
        """The first bytes, enough to find the format from."""
        with self.open() as stream:
            return stream.read(HEAD)

    def read(self, limit: int) -> bytes:
        """All bytes; raises DocumentError where there are more than ``limit``."""
        if self.size > limit:
            raise too_large(self.name, self.size, limit)
        with self.open() as stream:
            data = stream.read(limit + 1)
        if len(data) > limit:
            raise too_large(self.name, len(data), limit)
        return data


def too_large(name: str, size: int, limit: int) -> DocumentError:
    """The error for a document of ``size`` bytes where ``limit`` are allowed."""
    return DocumentError(
        name, f"{size / MEGABYTE:.0f} MB, more than the {limit / MEGABYTE:.0f} MB that are read; split the file"
    )


def open_source(name: str | Path) -> Source:
    """The document at ``name``; ``-`` is standard input.

    Raises DocumentError where there is no such file, where it is no plain file (a device, a pipe, a socket), where
    it may not be read, is empty, or is larger than :data:`loaders.limits.LARGEST_FILE`.
    """
    if str(name) == STANDARD_INPUT:
        data = sys.stdin.buffer.read(LARGEST_FILE + 1)
        source = Source("standard input", len(data), data=data)
    else:
        source = _file(Path(name))
    if source.size > LARGEST_FILE:
        raise too_large(source.name, source.size, LARGEST_FILE)
    if source.size == 0:
        raise DocumentError(source.name, "empty; give a register page, a workbook or agreement JSON")
    return source


def _file(path: Path) -> Source:
    name = str(path)
    try:
        status = path.stat()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "no path that can be opened"
        raise DocumentError(name, f"cannot be found ({reason}); check the path") from error
    if not stat.S_ISREG(status.st_mode):
        raise DocumentError(name, "no plain file; give a file or a folder of files")
    if not os.access(path, os.R_OK):
        raise DocumentError(name, "may not be read; change its permissions")
    return Source(name, status.st_size, path)
