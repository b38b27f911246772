"""``flowgraph queries``: the library of Cypher queries."""

import click

from flowgraph.command import options
from flowgraph.command.tables import write
from flowgraph.store.library import library

COLUMNS = ("name", "question", "parameters")


@click.command("queries")
@click.argument("name", required=False)
@options.form
def command(name: str | None, form: str) -> None:
    """List the queries of the library; with NAME, show that one's text, its parameters and columns at its head.

    \b
    Examples:
      flowgraph queries
      flowgraph queries trace
      flowgraph queries --format json
    """
    found = library()
    if name is not None:
        if name not in found:
            raise click.BadParameter(f"no query is called {name!r}; 'flowgraph queries' lists them", param_hint="NAME")
        click.echo(found[name].text, nl=False)
        return
    records = [
        {
            "name": query.name,
            "question": query.question,
            "parameters": [f"{one.name} (optional)" if one.optional else one.name for one in query.parameters],
        }
        for query in found.values()
    ]
    write(records, COLUMNS, form)
