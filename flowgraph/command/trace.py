"""``flowgraph trace``: every path that a data set travels."""

from typing import Any

import click

from flowgraph.command import options
from flowgraph.command.path_answer import print_paths
from flowgraph.command.sources import source
from flowgraph.questions import trace


@click.command("trace")
@click.argument("dataset")
@options.inputs_or_store
@click.option("--from", "start", multiple=True, metavar="NAME", help="Begin at this organisation; repeatable.")
@click.option("--to", "end", multiple=True, metavar="NAME", help="End at this organisation; repeatable.")
@options.filters
@options.form
@options.documents
def command(
    dataset: str,
    inputs: tuple[str, ...],
    url: str | None,
    start: tuple[str, ...],
    end: tuple[str, ...],
    form: str,
    strict: bool,
    jobs: int | None,
    **filters: Any,
) -> int:
    """Where DATASET goes: every path from where it enters to its last holders.

    The hops of a path belong to one agreement, one version and one purpose, and the state of the data at each
    fits what came before; a jump that nothing explains is marked. Names are found however they are written.

    \b
    Examples:
      flowgraph trace SUS register/
      flowgraph trace "HES APC" register/ --identifiability identifiable
      flowgraph trace SUS page.txt --from NECS --to "NHS Doncaster CCG"
      flowgraph trace MHSDS register/ --as-of 2020-06-30 --format jsonl
      flowgraph trace SUS --store graphs/register
    """
    with source(inputs, url, jobs=jobs, strict=strict) as asked:
        found = trace(asked.view, dataset, **options.asked({"sources": start, "targets": end, **filters}))
        print_paths(found, form, f"no path of {dataset} fits that")
        return asked.ending(bool(found))
