"""``flowgraph demo``: from a register page to a picture, on the example that is shipped."""

from pathlib import Path

import click
from rich.text import Text

from flowgraph import example
from flowgraph.command.coverage import Coverage
from flowgraph.command.endings import ExitCode
from flowgraph.command.reading import Inputs
from flowgraph.command.safe_text import one_line
from flowgraph.command.terminal import output
from flowgraph.command.tree import print_trees
from flowgraph.domain.errors import UserError
from flowgraph.graph import FlowGraph
from flowgraph.questions import trace

PICTURE = "flowgraph.html"


@click.command("demo")
@click.option(
    "-o",
    "--output",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("demo"),
    show_default=True,
    help="Folder that the picture goes into.",
)
def command(folder: Path) -> int:
    """Read the example that is shipped, trace a data set through it, and draw the picture.

    The example is three register pages in the published format. The bodies are real; the agreements are invented.

    \b
    Example:
      flowgraph demo -o /tmp/demo
    """
    console = output()
    pages = example.folder()
    _say("1. Reading", f"flowgraph parse {pages}")
    documents = Inputs([str(pages)], jobs=1)
    coverage = Coverage()
    readings = []
    for reading in documents.readings():
        coverage.add(reading)
        readings.append(reading)
    for line in coverage.lines(documents.issues):
        console.print(line)
    console.print(Text("The bodies in these pages are real; the agreements are invented.", style="italic"))
    graph = FlowGraph.from_readings(readings)

    _say(f"2. Where does {example.DATASET} go?", f"flowgraph trace {example.DATASET} {pages}")
    print_trees(trace(graph, example.DATASET), console)

    _say("3. The picture", f"flowgraph view {pages} -o {folder / PICTURE}")
    picture = _draw(graph, folder)
    console.print(Text("Open it in a browser; it needs no network:"))
    console.print(Text(str(picture), style="bold"), soft_wrap=True)
    return documents.exit_code() or ExitCode.DONE


def _say(head: str, same: str) -> None:
    """A heading, with the command that does the same."""
    console = output()
    console.print()
    console.print(Text(head, style="bold"))
    console.print(Text(f"$ {one_line(same)}", style="dim"), soft_wrap=True)


def _draw(graph: FlowGraph, folder: Path) -> Path:
    from flowgraph.view import write  # the picture is the slowest to import: the trace is shown before

    file = folder / PICTURE
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write(graph, file, heading="The example: data flows in Lincolnshire")
    except OSError as error:
        raise UserError(f"{file} cannot be written ({error.strerror}); give another folder with -o") from error
    return file.resolve()
