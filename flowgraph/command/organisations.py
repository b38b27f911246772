"""``flowgraph organisations``: who sends and receives data."""

from datetime import date
from typing import Any

import click

from flowgraph.command import options
from flowgraph.command.counting import Traffic, flows_of, most_first, traffic_of_parties
from flowgraph.command.endings import complain
from flowgraph.command.sources import source
from flowgraph.command.tables import write
from flowgraph.domain import Party, PartyKind

COLUMNS = ("name", "kind", "code", "role_of", "agreements", "sends", "receives", "receives_identifiable", "key")


@click.command("organisations")
@options.inputs_or_store
@click.option("--kind", multiple=True, type=click.Choice([str(kind) for kind in PartyKind]), help="Only this kind.")
@click.option("--name", "words", metavar="WORDS", help="Only names with these words in them.")
@options.as_of
@options.form
@options.documents
def command(
    inputs: tuple[str, ...],
    url: str | None,
    kind: tuple[str, ...],
    words: str | None,
    as_of: date | None,
    form: str,
    strict: bool,
    jobs: int | None,
) -> int:
    """List the parties: how many flows each sends and receives, and how many it receives identifiable.

    A role that the text leaves unnamed ("GPs") is a party of its own in each agreement. Controllers, processors
    and hosts that no flow names stand at the end with none.

    \b
    Examples:
      flowgraph organisations register/
      flowgraph organisations register/ --kind company
      flowgraph organisations register/ --name "commissioning support" --format csv
    """
    with source(inputs, url, jobs=jobs, strict=strict) as asked:
        fold = asked.view.lexicon.fold
        traffic = traffic_of_parties(flows_of(asked.view, as_of))
        chosen = [
            party
            for party in most_first(asked.view.parties(), traffic)
            if (not kind or party.kind in kind) and (not words or fold(words) in fold(party.name))
        ]
        if not chosen:
            complain("no party fits that")
        else:
            keys = COLUMNS if form != "table" else tuple(key for key in COLUMNS if key not in ("role_of", "key"))
            write([_record(party, traffic.get(party.key, Traffic())) for party in chosen], keys, form)
        return asked.ending(bool(chosen))


def _record(party: Party, traffic: Traffic) -> dict[str, Any]:
    return {
        "name": party.name,
        "kind": str(party.kind),
        "code": party.code,
        "role_of": party.role_of,
        "agreements": len(traffic.agreements),
        "sends": traffic.sent,
        "receives": traffic.received,
        "receives_identifiable": traffic.received_identifiable,
        "key": party.key,
    }
