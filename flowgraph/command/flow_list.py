"""The flows of agreements as a list to read, one agreement after the other."""

from collections.abc import Iterable

from rich.padding import Padding
from rich.text import Text

from flowgraph.command.safe_text import one_line
from flowgraph.command.terminal import output
from flowgraph.command.words import data, doing, joined, place, power, state
from flowgraph.domain import Flow, Reading


def print_flows(readings: Iterable[Reading]) -> None:
    """Print each agreement with its flows; the id of each is what `flowgraph explain` takes."""
    console = output()
    for reading in readings:
        agreement = reading.agreement
        version = f" v{one_line(agreement.version)}" if agreement.version else ""
        console.print(
            joined(
                Text(one_line(agreement.reference) + version, style="bold"),
                one_line(agreement.title or ""),
                f"{len(reading.flows)} flows" if len(reading.flows) != 1 else "1 flow",
            )
        )
        for flow in reading.flows:
            console.print(Padding(_flow(flow), (0, 0, 0, 2), expand=False))
        console.print()


def _flow(flow: Flow) -> Text:
    ends = Text(f"{one_line(flow.source.name)} → {one_line(flow.target.name)}")
    details = joined(state(flow), data(flow), doing(flow), place(flow), power(flow), Text(flow.id, style="dim"))
    return Text("\n  ").join([ends, details])
