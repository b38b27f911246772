"""Reading many agreements on several cores; the order of the readings is that of the agreements."""

import os
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import chain
from multiprocessing import get_context

from flowgraph.domain import Agreement, Reading, SectionName

# Characters of Processing text up to which starting processes costs more than it saves, and those that are handed
# over at a time.
WORTH_IT = 1_000_000
CHUNK = 100_000
# How many chunks may wait for each process: enough to keep it busy, few enough to bound the memory.
AHEAD = 3


def cores() -> int:
    """How many cores this process may use."""
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1


def read_all(agreements: Iterable[Agreement], jobs: int | None = None) -> Iterator[Reading]:
    """The reading of each agreement, in order; ``jobs`` processes share the work where there is enough of it."""
    jobs = jobs or cores()
    ahead = iter(agreements)
    head: list[Agreement] = []
    size = 0
    while size < WORTH_IT or jobs == 1:
        agreement = next(ahead, None)
        if agreement is None:
            break
        if jobs == 1:
            yield from read_chunk([agreement])
            continue
        head.append(agreement)
        size += _size(agreement)
    if size < WORTH_IT:
        for agreement in head:
            yield from read_chunk([agreement])
        return
    yield from _shared_out(chain(head, ahead), jobs)


def read_chunk(agreements: list[Agreement]) -> list[Reading]:
    """The readings of some agreements, made in this process."""
    from flowgraph.flows import read_flows  # the lexicon comes with it: loaded where the work is done

    return [read_flows(agreement) for agreement in agreements]


def _shared_out(agreements: Iterable[Agreement], jobs: int) -> Iterator[Reading]:
    waiting: deque[tuple[list[Agreement], Future[list[Reading]]]] = deque()
    # Spawned and not forked: a fork beside the threads of a progress bar may hang, and not every system has it.
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        for chunk in _chunks(agreements):
            waiting.append((chunk, pool.submit(_read_lean, chunk)))
            if len(waiting) > AHEAD * jobs:
                yield from _whole(*waiting.popleft())
        while waiting:
            yield from _whole(*waiting.popleft())


def _read_lean(agreements: list[Agreement]) -> list[Reading]:
    """The readings without their agreements' texts, which the other side has: they need not travel twice."""
    return [lean(reading) for reading in read_chunk(agreements)]


def lean(reading: Reading) -> Reading:
    """A reading without the texts of its agreement's sections."""
    return reading.model_copy(update={"agreement": reading.agreement.model_copy(update={"sections": ()})})


def _whole(agreements: list[Agreement], future: Future[list[Reading]]) -> Iterator[Reading]:
    for agreement, reading in zip(agreements, future.result(), strict=True):
        yield reading.model_copy(update={"agreement": agreement})


def _chunks(agreements: Iterable[Agreement]) -> Iterator[list[Agreement]]:
    chunk: list[Agreement] = []
    size = 0
    for agreement in agreements:
        chunk.append(agreement)
        size += _size(agreement)
        if size >= CHUNK:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk


def _size(agreement: Agreement) -> int:
    section = agreement.section(SectionName.PROCESSING)
    return len(section.text) if section else 0
