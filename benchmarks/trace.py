"""How long a trace takes at 100,000 flows, beside networkx's search for simple paths filtered to the same answer.

    python benchmarks/trace.py [FLOWS]

Two questions are put: where a data set goes from one party that sends it (the central question; each drawn by
picking a flow at random), and where it goes altogether (every data set alike). Each answer is compared with that of
networkx in the same run, and the run fails where one differs. networkx is asked twice: on the whole graph through
a filtered view, as one would ask it, and helped by a small graph for each agreement made beforehand.
"""

import random
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from typing import NamedTuple, ParamSpec, TypeVar

from networkx_trace import networkx_trace, small_networks
from synthetic_graph import synthetic_readings

from flowgraph.graph import FlowGraph
from flowgraph.graph.words import house_lexicon
from flowgraph.questions import trace

P = ParamSpec("P")
T = TypeVar("T")
LIMIT = 1_000_000


def timed(ask: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> tuple[float, T]:
    """Milliseconds of this process's time, and the answer."""
    start = time.process_time()
    answer = ask(*args, **kwargs)
    return (time.process_time() - start) * 1000, answer


class Measured(NamedTuple):
    """One question, the milliseconds it took, how many paths answer it, and which where they are few."""

    dataset: str
    key: str | None
    took: float
    size: int
    ways: list[tuple[str, ...]]


def measured(graph: FlowGraph, dataset: str, key: str | None) -> Measured:
    took, paths = timed(trace, graph, dataset, sources=key, limit=LIMIT)
    ways = sorted(tuple(hop.flow.id for hop in path.hops) for path in paths) if len(paths) <= 100 else []
    return Measured(dataset, key, took, len(paths), ways)


def summary(name: str, all_measured: Sequence[Measured]) -> None:
    times = sorted(one.took for one in all_measured)
    sizes = [one.size for one in all_measured]
    late = times[int(len(times) * 0.9)]
    print(f"{name}: median {statistics.median(times):.2f} ms, 90 % within {late:.2f} ms, worst {times[-1]:.2f} ms")
    print(f"    {len(times)} questions, paths: median {statistics.median(sizes):.0f}, most {max(sizes)}")


def main(flows: int) -> None:
    chance = random.Random(7)
    took, readings = timed(synthetic_readings, flows)
    count = sum(len(reading.flows) for reading in readings)
    print(f"{count} flows of {len(readings)} agreement versions made in {took / 1000:.1f} s")
    took, graph = timed(FlowGraph.from_readings, readings)
    bodies = sum(party.role_of is None for party in graph.parties())
    print(f"graph of {bodies} organisations and {len(graph.parties()) - bodies} roles made in {took / 1000:.1f} s")

    newest = [flow for flow in graph.flows() if flow.datasets]
    anchored = [(chance.choice(flow.datasets), flow.source.key) for flow in chance.sample(newest, 300)]
    everywhere = list(graph.datasets())
    trace(graph, everywhere[0], sources=anchored[0][1], limit=LIMIT)  # the index of names is made once, at first use
    from_party = [measured(graph, dataset, key) for dataset, key in anchored]
    summary("trace from a party", from_party)
    whole = [measured(graph, dataset, None) for dataset in everywhere]
    summary("trace of a whole data set", whole)

    network = graph.network
    small = small_networks(network)
    contains = house_lexicon().contains
    few = [one for one in from_party if one.size <= 100][:25]
    rare = [one for one in whole if one.size <= 100][:10]
    for kind, questions in (("from a party", few), ("of a whole data set", rare)):
        plain, helped = [], []
        for one in questions:
            for times, agreements in ((plain, None), (helped, small)):
                took, answer = timed(networkx_trace, network, one.dataset, contains, one.key, agreements)
                assert sorted(answer) == one.ways, f"networkx and trace differ on {one.dataset} from {one.key}"
                times.append(took / one.took)
        print(f"networkx, trace {kind}: {len(plain)} questions, the same answers")
        print(f"    trace is faster, median {statistics.median(plain):.0f} times, at least {min(plain):.0f} times")
        print(f"    networkx helped: median {statistics.median(helped):.0f} times, at least {min(helped):.0f} times")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
