"""``flowgraph query``: Cypher over a store, from the library, a file, or the command line; it only reads."""

import re
from pathlib import Path

import click

from flowgraph.command.endings import complain
from flowgraph.command.output import FORMATS
from flowgraph.command.tables import write
from flowgraph.store import QueryFailed, open_store
from flowgraph.store.errors import one_line
from flowgraph.store.library import LibraryQuery, library
from flowgraph.store.parameters import free_parameters, library_parameters, split_parameters

# What can be the name of a query, and cannot be Cypher, which has a space or a bracket.
NAME = re.compile(r"[A-Za-z0-9_-]+")


@click.command("query")
@click.argument("query", required=False)
@click.option("-f", "--file", "path", type=click.Path(path_type=Path), help="Read the Cypher from a file.")
@click.option("-p", "--parameter", "parameters", multiple=True, metavar="KEY=VALUE", help="A parameter; repeatable.")
@click.option("--store", "url", metavar="URL", help="Folder of the embedded store, or URL of a Neo4j.")
@click.option("--format", "form", type=click.Choice(FORMATS), default="table", show_default=True)
@click.option("--time-limit", type=click.FloatRange(min=0.001), metavar="SECONDS", help="Default: 30.")
@click.option("--rows", "most", type=click.IntRange(min=1), metavar="N", help="At most so many rows; default: 10000.")
def command(
    query: str | None,
    path: Path | None,
    parameters: tuple[str, ...],
    url: str | None,
    form: str,
    time_limit: float | None,
    most: int | None,
) -> None:
    """Answer QUERY over a store: a name of `flowgraph queries`, or Cypher. It can only read, and only the graph.

    The graph is where --store says, or FLOWGRAPH_STORE, or in the folder flowgraph-store. A Neo4j's user and
    password stand in NEO4J_USERNAME and NEO4J_PASSWORD, its database in NEO4J_DATABASE.

    \b
    Examples:
      flowgraph query trace -p dataset=SUS
      flowgraph query processors_of_controller -p "controller=NHS Doncaster CCG" --format csv
      flowgraph query "MATCH (o:Organisation) RETURN o.kind AS kind, count(*) AS parties ORDER BY parties DESC"
      flowgraph query -f mine.cypher -p day=2020-06-30 --store neo4j://localhost:7687
    """
    text, known = _text(query, path)
    given = split_parameters(parameters)
    with open_store(url) as store:
        view = store.view()
        values = library_parameters(known, given, view) if known else free_parameters(given)
        rows = view.cypher(text, values, seconds=time_limit, most=most)
        write(list(rows.records()), rows.columns, form)
    if rows.cut:
        complain(f"only the first {len(rows.rows):,} rows are shown; give --rows to see more")


def _text(query: str | None, path: Path | None) -> tuple[str, LibraryQuery | None]:
    """The Cypher to run, and the query of the library that it is."""
    if (query is None) == (path is None):
        raise click.UsageError("give one query: a name of 'flowgraph queries', Cypher, or -f FILE")
    if path is not None:
        try:
            return path.read_text(encoding="utf-8"), None
        except (OSError, UnicodeDecodeError) as error:
            reason = error.strerror if isinstance(error, OSError) else "it is no UTF-8 text"
            raise QueryFailed(
                f"{path} cannot be read: {one_line(reason)}; give a file with one Cypher query"
            ) from error
    text = (query or "").strip()
    if not NAME.fullmatch(text):
        return text, None
    known = library().get(text)
    if known is None:
        raise QueryFailed(f"no query is called {text}; 'flowgraph queries' lists them")
    return known.text, known
