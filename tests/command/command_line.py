"""A run of the command line, for the tests of it."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from flowgraph import example

PAGES = str(example.folder())


@dataclass(frozen=True)
class Said:
    """What a run of the command line came to."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[Any]:
        """The output as JSON Lines."""
        return [json.loads(line) for line in self.out.splitlines()]


Run = Callable[..., Said]
