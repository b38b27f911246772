"""``flowgraph parse``: documents in, flows out, and how much was understood."""

from collections.abc import Iterable, Iterator
from typing import Any

import click

from flowgraph.command import options
from flowgraph.command.coverage import Coverage
from flowgraph.command.output import write_records
from flowgraph.command.reading import Inputs
from flowgraph.command.records import FLOW_KEYS, ISSUE_KEYS, UNREAD_KEYS, flow_record, issue_record, unread_record
from flowgraph.command.terminal import notes, output
from flowgraph.domain import Reading


@click.command("parse")
@options.inputs
@options.form
@click.option("--unread", is_flag=True, help="List the sentences on movement that gave no flow, with the reason.")
@click.option("--issues", is_flag=True, help="List what could not be read in the documents.")
@options.documents
def command(inputs: tuple[str, ...], form: str, unread: bool, issues: bool, strict: bool, jobs: int | None) -> int:
    """Read the documents INPUT… and list the flows of data that they tell of, each with its sentence.

    How much was understood is said at the end (on the standard error where the format is for programs).

    \b
    Examples:
      flowgraph parse page.txt
      flowgraph parse register/ --format jsonl > flows.jsonl
      flowgraph parse agreements.xlsx --format csv --jobs 4 > flows.csv
      flowgraph parse page.txt --unread
      curl … | flowgraph parse - --strict
    """
    if unread and issues:
        raise click.UsageError("--unread and --issues are two lists; ask for one at a time")
    documents = Inputs(inputs, jobs, strict=strict, streams=True)
    coverage = Coverage()
    keys: tuple[str, ...]
    readings = _counted(documents.readings(), coverage)
    if issues:
        for _ in readings:
            pass
        keys = ("severity", "message", "kept", "file", "line") if form == "table" else ISSUE_KEYS
        _write((issue_record(issue) for issue in documents.issues), keys, form)
    elif unread:
        keys = ("agreement", "reason", "evidence") if form == "table" else UNREAD_KEYS
        _write((unread_record(one, entry) for one in readings for entry in one.unread), keys, form)
    elif form == "table":
        from flowgraph.command.flow_list import print_flows

        print_flows(readings)
    else:
        _write((flow_record(flow) for one in readings for flow in one.flows), FLOW_KEYS, form)
    if coverage.versions or not documents.failed:
        console = output() if form == "table" else notes()
        for line in coverage.lines(documents.issues):
            console.print(line)
    return documents.exit_code()


def _counted(readings: Iterator[Reading], coverage: Coverage) -> Iterator[Reading]:
    for reading in readings:
        coverage.add(reading)
        yield reading


def _write(records: Iterable[dict[str, Any]], keys: tuple[str, ...], form: str) -> None:
    if form == "table":
        from flowgraph.command.tables import print_records

        print_records(({**record, "reason": record.get("reason") or "missed"} for record in records), keys)
    else:
        write_records(records, form, keys)
