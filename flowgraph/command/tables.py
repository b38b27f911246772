"""Tables for people: folded to the terminal's width, every cell shown as text."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

from flowgraph.command.output import cell, write_records
from flowgraph.command.safe_text import one_line
from flowgraph.command.terminal import output

# A column of text keeps its longest word whole up to this width, whatever else has to be squeezed in.
NARROWEST = 18


def print_table(heads: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Print rows under their heads; numbers stand to the right."""
    kept = [list(row) for row in rows]
    table = Table(box=SIMPLE_HEAD, header_style="bold", pad_edge=False)
    for place, head in enumerate(heads):
        column = [row[place] for row in kept]
        counts = bool(column) and all(isinstance(one, int) for one in column)
        words = (len(word) for one in column for word in one_line(cell(one)).split())
        table.add_column(
            head,
            justify="right" if counts else "left",
            overflow="fold",
            min_width=min(max(words, default=1), NARROWEST),
        )
    for row in kept:
        table.add_row(*(Text(f"{one:,}" if isinstance(one, int) else one_line(cell(one))) for one in row))
    output().print(table)


def print_records(records: Iterable[Mapping[str, Any]], keys: Sequence[str]) -> None:
    """Print records as a table with their keys as heads."""
    print_table([key.replace("_", " ") for key in keys], ([record[key] for key in keys] for record in records))


def write(records: Iterable[Mapping[str, Any]], keys: Sequence[str], form: str) -> None:
    """Print or write records in any of the formats of :data:`flowgraph.command.output.FORMATS`."""
    if form == "table":
        print_records(records, keys)
    else:
        write_records(records, form, keys)
