"""``flowgraph explain``: why a flow was read as it was."""

from typing import Any

import click
from rich.padding import Padding
from rich.text import Text

from flowgraph.command import options
from flowgraph.command.output import write_records
from flowgraph.command.records import flow_record
from flowgraph.command.rules import in_words
from flowgraph.command.safe_text import one_line
from flowgraph.command.sentence import deciding_words, marked_sentence, where
from flowgraph.command.sources import source
from flowgraph.command.terminal import output
from flowgraph.command.unknown_flow import find_flow
from flowgraph.command.words import BASIS_SOURCES, STATE_SOURCES, data, place, state
from flowgraph.domain import Flow, Modality
from flowgraph.graph import Wanted


@click.command("explain")
@click.argument("flow")
@options.inputs_or_store
@click.option("--format", "form", type=click.Choice(("table", "json")), default="table", show_default=True)
@options.documents
def command(flow: str, inputs: tuple[str, ...], url: str | None, form: str, strict: bool, jobs: int | None) -> int:
    """Show why FLOW was read: its sentence with the deciding words marked, the rule, and how each field is known.

    FLOW is an id from `flowgraph parse` or `flowgraph trace`; its beginning or end is enough where only one fits.

    \b
    Examples:
      flowgraph explain DARS-NIC-999001-A1B2C:0f3a9c2d41b7 register/
      flowgraph explain 0f3a9c register/ --format json
    """
    with source(inputs, url, jobs=jobs, strict=strict) as asked:
        found = find_flow(flow, (one for strand in asked.view.strands(Wanted()) for one in strand.flows))
        if form == "json":
            write_records([_record(found)], form, ())
        else:
            _print(found)
        return asked.ending(True)


def _record(flow: Flow) -> dict[str, Any]:
    return {
        **flow_record(flow),
        "identifiability_source": str(flow.identifiability_source),
        "rule_in_words": in_words(flow.rule),
        "marks": [mark.model_dump(mode="json") for mark in flow.marks],
    }


def _print(flow: Flow) -> None:
    console = output()
    version = f" v{one_line(flow.version)}" if flow.version else ""
    console.print(Text(f"{one_line(flow.source.name)} → {one_line(flow.target.name)}", style="bold"))
    console.print(Text(f"{one_line(flow.agreement)}{version}, {place(flow)}"))
    console.print()
    console.print(Padding(marked_sentence(flow), (0, 2), expand=False))
    console.print(Padding(Text(where(flow.evidence), style="dim"), (0, 2), expand=False))
    console.print()
    for head, said in _fields(flow):
        console.print(Text(f"{head}: ", style="bold").append_text(said if isinstance(said, Text) else Text(said)))


def _fields(flow: Flow) -> list[tuple[str, str | Text]]:
    basis = ", ".join(map(one_line, flow.legal_basis)) or "unstated"
    words = "; ".join(f"{role}: {' … '.join(said)}" for role, said in deciding_words(flow).items())
    return [
        ("rule", f"{flow.rule}. {in_words(flow.rule)}"),
        ("words that decided", words or "none marked"),
        ("from", f"{one_line(flow.source.name)} ({flow.source.kind})"),
        ("to", f"{one_line(flow.target.name)} ({flow.target.kind})"),
        ("data sets", data(flow)),
        ("state", state(flow).append(f": {STATE_SOURCES[flow.identifiability_source]}", style="default")),
        ("power", f"{basis}: {BASIS_SOURCES[flow.legal_basis_source]}"),
        ("kind", str(flow.kind)),
        ("does or may", "the text allows it" if flow.modality is Modality.MAY else "the text says it takes place"),
        ("opt-outs", one_line(flow.opt_outs) if flow.opt_outs else "the sentence does not speak of them"),
        ("id", one_line(flow.id)),
    ]
