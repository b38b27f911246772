"""``flowgraph paths``: every way from one organisation to another."""

from typing import Any

import click

from flowgraph.command import options
from flowgraph.command.path_answer import print_paths
from flowgraph.command.sources import source
from flowgraph.questions import paths


@click.command("paths")
@click.argument("start", metavar="SOURCE")
@click.argument("end", metavar="TARGET")
@options.inputs_or_store
@click.option("--dataset", metavar="NAME", help="Only ways of this data set.")
@options.filters
@options.form
@options.documents
def command(
    start: str,
    end: str,
    inputs: tuple[str, ...],
    url: str | None,
    dataset: str | None,
    form: str,
    strict: bool,
    jobs: int | None,
    **filters: Any,
) -> int:
    """Every way on which data can travel from SOURCE to TARGET, under the rules of `flowgraph trace`.

    \b
    Examples:
      flowgraph paths "SUS Repository" "NHS Doncaster CCG" register/
      flowgraph paths "NHS Digital" NECS register/ --dataset MHSDS --format csv
    """
    with source(inputs, url, jobs=jobs, strict=strict) as asked:
        found = paths(asked.view, start, end, **options.asked({"dataset": dataset, **filters}))
        print_paths(found, form, f"no data is said to travel from {start} to {end}")
        return asked.ending(bool(found))
