"""JSON documents: one agreement, a list of agreements, or JSON Lines with an agreement a line."""

import json
from codecs import BOM_UTF8
from collections.abc import Iterator
from typing import Any

from loaders.agreement_json import is_agreement, read_agreement
from loaders.decode import decode, without_surrogates
from loaders.errors import DocumentError
from loaders.limits import LARGEST_JSON, LARGEST_JSON_LINE, MEGABYTE
from loaders.raw import Format, RawAgreement
from loaders.source import Source

_NO_AGREEMENT = 'no register document: an agreement needs "reference" and its other fields'


def read_json(source: Source) -> Iterator[RawAgreement]:
    """The agreements of a JSON document, in its order.

    JSON Lines are read line by line, so that their memory is that of one agreement; where lines cannot be read, the
    others still come, and a DocumentError that names the first of them follows at the end. Raises DocumentError at
    once for JSON that is cut off, nested beyond reason or holds no agreement.
    """
    if _is_json_lines(source):
        yield from _read_lines(source)
    else:
        yield from _read_whole(source)


def _is_json_lines(source: Source) -> bool:
    """Whether there are several lines and the first or the second of them is an object of its own."""
    with source.open() as stream:
        first = stream.readline(LARGEST_JSON_LINE)
        second = stream.readline(LARGEST_JSON_LINE)
        while second and not second.strip():
            second = stream.readline(LARGEST_JSON_LINE)
    if not second or not first.removeprefix(BOM_UTF8).lstrip().startswith(b"{"):
        return False
    return any(_is_object(line, source.name) for line in (first, second))


def _is_object(line: bytes, file: str) -> bool:
    try:
        return isinstance(_parse(line, file), dict)
    except DocumentError:
        return False


def _read_lines(source: Source) -> Iterator[RawAgreement]:
    failures: list[str] = []
    with source.open() as stream:
        number = 0
        while line := stream.readline(LARGEST_JSON_LINE + 1):
            number += 1
            if len(line) > LARGEST_JSON_LINE:
                size = LARGEST_JSON_LINE // MEGABYTE
                raise DocumentError(source.name, f"line {number} is longer than {size} MB; split the file")
            if not line.strip():
                continue
            try:
                value = _parse(line, source.name)
                if not is_agreement(value):
                    raise DocumentError(source.name, _NO_AGREEMENT)
            except DocumentError as error:
                failures.append(f"line {number}: {error.problem.replace(' in line 1', '')}")
                continue
            yield read_agreement(value, source.name, Format.JSON_LINES, line=number)
    if failures:
        more = f" (and {len(failures) - 1} more lines that cannot be read)" if len(failures) > 1 else ""
        raise DocumentError(source.name, failures[0] + more)


def _read_whole(source: Source) -> Iterator[RawAgreement]:
    value = _parse(source.read(LARGEST_JSON), source.name)
    if is_agreement(value):
        yield read_agreement(value, source.name, Format.AGREEMENT_JSON, line=1)
        return
    entries = value if isinstance(value, list) else [value]
    if not any(is_agreement(entry) for entry in entries):
        raise DocumentError(source.name, _NO_AGREEMENT)
    refused = [number for number, entry in enumerate(entries) if not is_agreement(entry)]
    for number, entry in enumerate(entries):
        if is_agreement(entry):
            yield read_agreement(entry, source.name, Format.AGREEMENT_JSON, place=f"[{number}]")
    if refused:
        raise DocumentError(source.name, f"entry [{refused[0]}] is no agreement ({len(refused)} such entries)")


def _parse(data: bytes, file: str) -> Any:
    """The JSON value of ``data``; raises DocumentError that says where it breaks."""
    text = decode(data, file)
    try:
        value = json.loads(text)
        return _clean(value) if "\\u" in text else value
    except json.JSONDecodeError as error:
        cut = " (the file seems cut off)" if not text[error.pos :].strip() or "Unterminated" in error.msg else ""
        place = f"line {error.lineno}, column {error.colno}"
        raise DocumentError(file, f"no JSON: {error.msg} in {place}{cut}; mend or replace the file") from error
    except RecursionError as error:
        raise DocumentError(file, "JSON nested too deeply for any agreement; replace the file") from error
    except ValueError as error:
        raise DocumentError(file, f"no JSON that can be read ({error}); replace the file") from error


def _clean(value: Any) -> Any:
    """``value`` without the lone surrogates that JSON escapes can write."""
    if isinstance(value, str):
        return without_surrogates(value)
    if isinstance(value, list):
        return [_clean(entry) for entry in value]
    if isinstance(value, dict):
        return {without_surrogates(key): _clean(entry) for key, entry in value.items()}
    return value
