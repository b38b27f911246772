"""The example that is shipped: register pages in the published format, written for this project.

The bodies, powers and data sets are real. The agreements, and every sentence in them, are invented: nothing here says
what any of these bodies does.
"""

from pathlib import Path

#: The data set that the demonstration traces, and the two parties between which there are ways.
DATASET = "SUS"
SOURCE, TARGET = "SUS Repository", "NHS Lincolnshire CCG"


def folder() -> Path:
    """The folder with the pages; it can be given to any command or loader as an input."""
    return Path(__file__).resolve().parent / "pages"


def pages() -> tuple[Path, ...]:
    """The pages, one for each organisation, in order of their names."""
    return tuple(sorted(folder().glob("*.txt")))
