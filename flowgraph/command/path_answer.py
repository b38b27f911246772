"""Paths as an answer: a tree for people, one record a path for programs, one row a hop for spreadsheets."""

from collections.abc import Iterator
from typing import Any

from flowgraph.command.endings import complain
from flowgraph.command.output import write_records
from flowgraph.questions import Paths

HOP_COLUMNS = (
    "path",
    "hop",
    "agreement",
    "id",
    "source",
    "target",
    "datasets",
    "identifiability",
    "kind",
    "purpose",
    "step",
    "legal_basis",
    "legal_basis_source",
    "marks",
    "evidence",
)


def print_paths(found: Paths, form: str, nothing: str) -> None:
    """Print the paths in one of the formats; where there are none, or more than these, the standard error says so."""
    if not found:
        complain(nothing)
    if form == "table":
        from flowgraph.command.tree import print_trees

        print_trees(found)
    elif form == "csv":
        write_records(_hops(found), form, HOP_COLUMNS)
    else:
        write_records((path.record() for path in found), form, ())
    if found.cut is not None:
        complain(found.cut.message)


def _hops(found: Paths) -> Iterator[dict[str, Any]]:
    """Each hop of each path as a row; paths and hops are numbered from 1."""
    for number, path in enumerate(found, start=1):
        for place, (hop, record) in enumerate(zip(path.hops, path.record()["hops"], strict=True), start=1):
            yield {"path": number, "hop": place, "agreement": hop.flow.agreement, **record, "marks": list(hop.marks)}
