"""Lines of a hundred thousand characters are read in a few seconds, whatever they are made of."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

import pytest
from hostile_texts import agreement

from flowgraph.domain import Reading
from flowgraph.flows import read_flows

CHARACTERS = ("a", "A", " ", "\n", ".", "()", "•", "\x00", "\u202e\u2066")
WORDS = (
    "1. |NHS Farland |Farland Trust, and |members of the |Farland (FAR) |Farland hereafter |The unit gathers:\n"
    "|1. The DSCRO sends SUS to the CCG.\n|Commissioning:\n• SUS\n"
).split("|")
LENGTH = 100_000
SECONDS = 10.0


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Raise TimeoutError where the body uses more processor time; what other programs use does not count."""

    def stop(number: int, frame: FrameType | None) -> None:
        raise TimeoutError(f"more than {seconds} s of processor time")

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def read_line(piece: str, seconds: float = SECONDS) -> Reading:
    with at_most(seconds):
        return read_flows(agreement((piece * (LENGTH // len(piece) + 1))[:LENGTH]))


@pytest.mark.parametrize("piece", [*CHARACTERS, *WORDS], ids=ascii)
def test_a_line_is_read_in_time(piece: str) -> None:
    reading = read_line(piece)
    text = reading.agreement.sections[0].text
    assert all(text[flow.evidence.start : flow.evidence.end] == flow.evidence.quote for flow in reading.flows)


@pytest.mark.parametrize("piece", ["The DSCRO sends SUS to the CCG and ", "sends "], ids=ascii)
def test_a_sentence_without_end_is_read_in_time(piece: str) -> None:
    read_line(piece, seconds=2.0)
