"""``flowgraph stats``: counts."""

from datetime import date

import click

from flowgraph.command import options
from flowgraph.command.counting import flows_of, tallies
from flowgraph.command.endings import complain
from flowgraph.command.sources import source
from flowgraph.command.tables import write

COLUMNS = ("what", "value", "number")


@click.command("stats")
@options.inputs_or_store
@options.as_of
@options.form
@options.documents
def command(
    inputs: tuple[str, ...], url: str | None, as_of: date | None, form: str, strict: bool, jobs: int | None
) -> int:
    """Count the flows by state, kind, power and how it is known, purpose, and kind of sender and receiver.

    A flow under two powers counts under both.

    \b
    Examples:
      flowgraph stats register/
      flowgraph stats register/ --as-of 2020-06-30 --format json
    """
    with source(inputs, url, jobs=jobs, strict=strict) as asked:
        flows = list(flows_of(asked.view, as_of))
        if not flows:
            complain("there is no flow to count")
        else:
            agreements = len({flow.agreement for flow in flows})
            parties = len({party.key for flow in flows for party in (flow.source, flow.target)})
            rows = [
                ("all", "flows", len(flows)),
                ("all", "agreements with flows", agreements),
                ("all", "parties that send or receive", parties),
                *(
                    (what, value, number)
                    for what, counted in tallies(flows).items()
                    for value, number in sorted(counted.items(), key=lambda entry: (-entry[1], entry[0]))
                ),
            ]
            write([dict(zip(COLUMNS, row, strict=True)) for row in rows], COLUMNS, form)
        return asked.ending(bool(flows))
