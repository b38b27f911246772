"""``flowgraph load``: documents into a store."""

import click

from flowgraph.command import options
from flowgraph.command.coverage import count
from flowgraph.command.endings import ExitCode
from flowgraph.command.reading import Inputs
from flowgraph.command.workers import lean
from flowgraph.store import open_store


@click.command("load")
@options.inputs
@click.option("--store", "url", metavar="URL", help="Folder of the embedded store, or URL of a Neo4j.")
@click.option("--replace", is_flag=True, help="Empty the graph first: our own labels, nothing else.")
@options.documents
def command(inputs: tuple[str, ...], url: str | None, replace: bool, strict: bool, jobs: int | None) -> int:
    """Read the documents INPUT… and keep their agreements and flows in a store.

    An agreement version that the store has already is replaced; one that has not changed is left alone. A load
    that was cut off is completed by running it again.

    The graph is kept where --store says, or FLOWGRAPH_STORE, or in the folder flowgraph-store. A Neo4j's user and
    password stand in NEO4J_USERNAME and NEO4J_PASSWORD, its database in NEO4J_DATABASE.

    \b
    Examples:
      flowgraph load register/
      flowgraph load agreements.xlsx --store graphs/register --replace
      flowgraph load register/ --store neo4j://localhost:7687
    """
    # Opened first: a store that cannot be used is told before an hour of reading.
    with open_store(url, create=True) as store:
        writer = store.writer()
        writer.prepare()
        if replace:
            writer.clear()
        documents = Inputs(inputs, jobs, strict=strict)
        loaded = writer.load(map(lean, documents.readings()))
        click.echo(
            f"{count(loaded.written, 'agreement version')} loaded with {count(loaded.flows, 'flow')}, "
            f"{loaded.unchanged:,} unchanged, {loaded.removed:,} left over from before removed: {store.address}"
        )
        nothing = not loaded.written and not loaded.unchanged
        return documents.exit_code() or (ExitCode.NOTHING if nothing else ExitCode.DONE)
