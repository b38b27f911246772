"""Writing records: JSON, JSON Lines and CSV, always in UTF-8 and with the same bytes for the same records."""

import csv
import io
import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import Any

from flowgraph.command.safe_text import csv_cell, json_line

FORMATS = ("table", "json", "jsonl", "csv")
"""``table`` is for people; the others are for programs."""

Record = Mapping[str, Any]


def write_records(records: Iterable[Record], form: str, columns: Sequence[str]) -> None:
    """Write records to the standard output as they come: ``json`` (one array), ``jsonl`` or ``csv``.

    ``columns`` is the order of a CSV's columns; in the other formats the record's own keys stand in their order.
    """
    lines = {"json": _json, "jsonl": _jsonl, "csv": _csv}[form](records, columns)
    out = sys.stdout.buffer
    for line in lines:
        # A lone surrogate from a document's JSON is no UTF-8: it is written as the escape it came as.
        out.write(line.encode("utf-8", "backslashreplace"))
    out.flush()


def as_json(record: Record) -> str:
    """A record as one line of JSON without its line break."""
    return json_line(json.dumps(record, ensure_ascii=False))


def _jsonl(records: Iterable[Record], columns: Sequence[str]) -> Iterable[str]:
    return (f"{as_json(record)}\n" for record in records)


def _json(records: Iterable[Record], columns: Sequence[str]) -> Iterable[str]:
    separators = chain(("[\n",), iter(lambda: ",\n", None))
    empty = True
    for separator, record in zip(separators, records, strict=False):
        empty = False
        yield separator + as_json(record)
    yield "[]\n" if empty else "\n]\n"


def _csv(records: Iterable[Record], columns: Sequence[str]) -> Iterable[str]:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")

    def line(cells: Iterable[str]) -> str:
        text.seek(0)
        text.truncate()
        writer.writerow(list(cells))
        return text.getvalue()

    yield line(columns)
    for record in records:
        yield line(csv_cell(cell(record.get(column))) for column in columns)


def cell(value: Any) -> str:
    """A value as the text of one cell: a list's values behind semicolons, nothing where there is none."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list | tuple):
        return "; ".join(map(cell, value))
    return str(value)
