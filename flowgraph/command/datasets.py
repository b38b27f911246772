"""``flowgraph datasets``: which data sets flow."""

from datetime import date
from typing import Any

import click

from flowgraph.command import options
from flowgraph.command.counting import Traffic, flows_of, traffic_of_datasets
from flowgraph.command.endings import complain
from flowgraph.command.sources import source
from flowgraph.command.tables import write

COLUMNS = ("name", "agreements", "flows", "identifiable", "senders", "receivers", "part_of")


@click.command("datasets")
@options.inputs_or_store
@click.option("--name", "words", metavar="WORDS", help="Only names with these words in them.")
@click.option("--within", metavar="NAME", help="Only this data set and its parts.")
@options.as_of
@options.form
@options.documents
def command(
    inputs: tuple[str, ...],
    url: str | None,
    words: str | None,
    within: str | None,
    as_of: date | None,
    form: str,
    strict: bool,
    jobs: int | None,
) -> int:
    """List the data sets that flow: under how many agreements, in how many flows, between how many parties.

    Names that mean one data set are counted together, under the name that the lexicon shows.

    \b
    Examples:
      flowgraph datasets register/
      flowgraph datasets register/ --within HES
      flowgraph datasets register/ --format csv --as-of 2020-06-30
    """
    with source(inputs, url, jobs=jobs, strict=strict) as asked:
        lexicon = asked.view.lexicon
        traffic = traffic_of_datasets(flows_of(asked.view, as_of), lambda name: lexicon.dataset(name) or name)
        outer = lexicon.dataset(within) or within if within else None
        chosen = {
            name: counted
            for name, counted in sorted(traffic.items(), key=lambda entry: (-entry[1].sent, entry[0]))
            if (not words or lexicon.fold(words) in lexicon.fold(name))
            and (outer is None or lexicon.contains(outer, name))
        }
        if not chosen:
            complain("no data set fits that")
        else:
            names = sorted(traffic)
            wholes = {name: [one for one in names if one != name and lexicon.contains(one, name)] for name in chosen}
            write([_record(name, counted, wholes[name]) for name, counted in chosen.items()], COLUMNS, form)
        return asked.ending(bool(chosen))


def _record(name: str, traffic: Traffic, wholes: list[str]) -> dict[str, Any]:
    return {
        "name": name,
        "agreements": len(traffic.agreements),
        "flows": traffic.sent,
        "identifiable": traffic.received_identifiable,
        "senders": len(traffic.senders),
        "receivers": len(traffic.receivers),
        "part_of": wholes,
    }
