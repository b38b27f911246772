"""``flowgraph reach``: who may come to hold a data set."""

from typing import Any

import click

from flowgraph.command import options
from flowgraph.command.endings import complain
from flowgraph.command.sources import source
from flowgraph.command.tables import write
from flowgraph.questions import Holder, reach

COLUMNS = ("name", "kind", "hops", "states", "agreements", "flows", "key")


@click.command("reach")
@click.argument("dataset")
@options.inputs_or_store
@click.option("--from", "start", metavar="NAME", help="Only by what this organisation passes on.")
@options.filters
@options.form
@options.documents
def command(
    dataset: str,
    inputs: tuple[str, ...],
    url: str | None,
    start: str | None,
    form: str,
    strict: bool,
    jobs: int | None,
    **filters: Any,
) -> int:
    """List who may come to hold DATASET, by how few hops, and in which states.

    \b
    Examples:
      flowgraph reach SUS register/
      flowgraph reach SUS register/ --identifiability identifiable --format csv
      flowgraph reach MHSDS register/ --from "NHS Digital"
    """
    with source(inputs, url, jobs=jobs, strict=strict) as asked:
        found = reach(asked.view, dataset, **options.asked({"party": start, **filters}))
        if not found:
            complain(f"nobody is said to come to hold {dataset}")
        else:
            keys = COLUMNS if form != "table" else COLUMNS[:-1]
            write([_record(holder, form) for holder in found], keys, form)
        return asked.ending(bool(found))


def _record(holder: Holder, form: str) -> dict[str, Any]:
    agreements, flows = list(holder.agreements), [flow.id for flow in holder.flows]
    return {
        "name": holder.party.name,
        "kind": str(holder.party.kind),
        "hops": holder.hops,
        "states": [str(state) for state in holder.states],
        "agreements": len(agreements) if form == "table" else agreements,
        "flows": len(flows) if form == "table" else flows,
        "key": holder.party.key,
    }
