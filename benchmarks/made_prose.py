"""A made-up national register: agreement versions whose Processing texts are recombined from real ones."""

import random
from collections.abc import Iterator

from real_agreements import agreements, processing, with_processing

from flowgraph.domain import Agreement

VERSIONS = 5_500
PROSE = 40_000_000


def made_register(versions: int = VERSIONS, length: int = PROSE // VERSIONS, seed: int = 1) -> Iterator[Agreement]:
    """So many agreement versions, each with paragraphs of several agreements, ``length`` characters long on average."""
    chance = random.Random(seed)
    real = agreements()
    parts = [part for agreement in real for part in _parts(processing(agreement))]
    for number in range(versions):
        text: list[str] = []
        wanted = chance.uniform(0.5, 1.5) * length
        while sum(map(len, text)) < wanted:
            text.append(chance.choice(parts))
        made = with_processing(chance.choice(real), "\n\n".join(text))
        yield made.model_copy(update={"reference": f"DARS-NIC-99{number:05}-A1B2C", "version": "1.0"})


def _parts(text: str) -> list[str]:
    """A text in parts of some lines, so that steps keep their neighbours."""
    lines = [line for line in text.splitlines() if line.strip()]
    return ["\n".join(lines[at : at + 6]) for at in range(0, len(lines), 6)]
