"""References of agreements: the base, the version behind it, and what makes two spellings one reference."""

import re
from functools import lru_cache
from typing import NamedTuple

_VERSION = re.compile(r"\s*[-_ ]\s*v\s*(\d+(?:\.\d+)*)\s*\Z", re.IGNORECASE)
_NIC = re.compile(r"(?:DARS-)?NIC-0*(\d+)-([A-Z0-9]+)", re.IGNORECASE)
_NUMBER = re.compile(r"\d+")


class Reference(NamedTuple):
    """A base reference and the version number behind it (None where there is none)."""

    base: str
    version: str | None


def split_reference(reference: str) -> Reference:
    """Base and version of a reference as written: ``DARS-NIC-990123-A1B2C-v2.8`` has version ``2.8``."""
    reference = reference.strip()
    match = _VERSION.search(reference)
    if match is None or match.start() == 0:
        return Reference(reference, None)
    return Reference(reference[: match.start()], match[1])


@lru_cache(maxsize=65536)
def reference_key(base: str) -> str:
    """What two spellings of one base reference have in common.

    The prefix ``DARS-`` is not always written, nor are zeros before the number; other ids compare without case.
    """
    match = _NIC.fullmatch(base.strip())
    return f"NIC-{match[1]}-{match[2]}".upper() if match else " ".join(base.upper().split())


def version_key(version: str | None) -> tuple[int, ...]:
    """What versions are ordered by: number by number, so that 2.10 follows 2.9; no version comes first."""
    if version is None:
        return ()
    return tuple(int(number) for number in _NUMBER.findall(version)[:8]) or (0,)
