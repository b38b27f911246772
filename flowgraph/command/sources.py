"""What a question is asked of: documents read now, or a store."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from flowgraph.command.endings import ExitCode
from flowgraph.command.reading import Inputs
from flowgraph.command.workers import lean
from flowgraph.graph import FlowGraph

if TYPE_CHECKING:
    from flowgraph.store import StoreView


@dataclass(frozen=True, slots=True)
class Asked:
    """A view to ask, and the inputs it was read from (None where it is a store)."""

    view: "FlowGraph | StoreView"
    inputs: Inputs | None = None

    def ending(self, found: bool) -> ExitCode:
        """The exit code of a question: a file that could not be read outweighs that nothing was found."""
        code = self.inputs.exit_code() if self.inputs else ExitCode.DONE
        return code or (ExitCode.DONE if found else ExitCode.NOTHING)


@contextmanager
def source(inputs: tuple[str, ...], url: str | None, *, jobs: int | None, strict: bool) -> Iterator[Asked]:
    """The view that a command asks; one of inputs and store must be given, not both."""
    if inputs and url:
        raise click.UsageError("give documents or --store, not both")
    if url is not None:
        from flowgraph.store import open_store  # an extra: it says itself what is missing

        with open_store(url) as store:
            yield Asked(store.view())
        return
    if not inputs:
        raise click.UsageError("give the documents to read (INPUT...), or --store")
    documents = Inputs(inputs, jobs, strict=strict)
    readings = [lean(reading) for reading in documents.readings()]
    if not readings and documents.failed:
        raise click.exceptions.Exit(ExitCode.USER_ERROR)  # each file has been complained of
    yield Asked(FlowGraph.from_readings(readings), documents)
