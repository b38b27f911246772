"""``flowgraph view``: the flows as one HTML file."""

import webbrowser
from datetime import date
from pathlib import Path

import click

from flowgraph.command import options
from flowgraph.command.sources import source
from flowgraph.domain.errors import UserError
from flowgraph.graph import FlowGraph, View
from flowgraph.view import Selection, write


@click.command("view")
@options.inputs_or_store
@click.option("--dataset", multiple=True, metavar="NAME", help="Only flows that carry this data set; repeatable.")
@click.option("--agreement", multiple=True, metavar="REF", help="Only this agreement; repeatable.")
@click.option("--organisation", multiple=True, metavar="NAME", help="Only what it sends and receives; repeatable.")
@click.option("--purpose", multiple=True, metavar="WORDS", help="Only this purpose; repeatable.")
@click.option("--identifiability", multiple=True, metavar="STATE", help="Only flows in this state; repeatable.")
@options.as_of
@click.option(
    "--layout",
    type=click.Choice(["network", "sankey"]),
    default="network",
    show_default=True,
    help="sankey draws edges as wide as they have flows; best for one data set or one agreement.",
)
@click.option("--title", metavar="TEXT", help="The heading of the page; default: what is shown.")
@click.option("-o", "--output", type=click.Path(path_type=Path), default="flows.html", show_default=True)
@click.option("--open", "opening", is_flag=True, help="Open the file in the browser.")
@options.documents
def command(
    inputs: tuple[str, ...],
    url: str | None,
    dataset: tuple[str, ...],
    agreement: tuple[str, ...],
    organisation: tuple[str, ...],
    purpose: tuple[str, ...],
    identifiability: tuple[str, ...],
    as_of: date | None,
    layout: str,
    title: str | None,
    output: Path,
    opening: bool,
    strict: bool,
    jobs: int | None,
) -> int:
    """Draw the flows that INPUT… tells of, or that a store has, as one HTML file.

    The file holds everything it needs: it can be mailed, and opened without a network. In it you can search,
    filter, choose a party or an edge to read the sentences, trace a data set from any party, and save what you see
    as PNG, SVG or CSV. A graph of more than 1,500 edges opens folded by kind of party.

    \b
    Examples:
      flowgraph view register/ -o flows.html --open
      flowgraph view register/ --dataset SUS --identifiability identifiable -o sus.html
      flowgraph view register/ --dataset SUS --layout sankey -o sus-diagram.html
      flowgraph view --store flowgraph-store --organisation "NHS Doncaster CCG" -o doncaster.html
      flowgraph view register/ --agreement DARS-NIC-990001-A1B2C --as-of 2021-06-30 -o then.html
    """
    selection = Selection(dataset, agreement, organisation, purpose, identifiability, as_of)
    with source(inputs, url, jobs=jobs, strict=strict) as asked:
        graph = _whole(asked.view)
        try:
            write(graph, output, selection, heading=title, sankey=layout == "sankey")
        except OSError as error:
            raise UserError(f"cannot write {output}: {error.strerror}; give another file with -o") from error
        click.echo(f"drawn: {output}")
        if opening:
            webbrowser.open(output.resolve().as_uri())
        return asked.ending(found=True)


def _whole(view: View) -> FlowGraph:
    """The graph behind a view; a store's is read out of it, for a picture shows all there is."""
    if isinstance(view, FlowGraph):
        return view
    from flowgraph.store.view import StoreView

    if not isinstance(view, StoreView):
        raise TypeError(f"a picture cannot be drawn of {type(view).__name__}")
    return FlowGraph.from_readings(view.readings())
