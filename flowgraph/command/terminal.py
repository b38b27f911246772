"""The terminal: consoles that print register text as text, and progress on long work."""

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

Item = TypeVar("Item")


class Output(Console):
    """A console that leaves a closed pipe to the command line, which ends quietly."""

    def on_broken_pipe(self) -> None:
        """Called while the error is being handled: let it go on."""
        raise BrokenPipeError


def output() -> Console:
    """The standard output; colours only on a terminal and unless NO_COLOR is set. Nothing is read as markup."""
    return Output(file=sys.stdout, markup=False, emoji=False, highlight=False)


def notes() -> Console:
    """The standard error, for what is no part of the answer."""
    return Console(file=sys.stderr, markup=False, emoji=False, highlight=False, soft_wrap=True)


@contextmanager
def counting(what: str, total: int | None = None, *, shown: bool = True) -> Iterator[Callable[[int, int], None]]:
    """A function to tell how many of how many are done; the standard error shows it, on a terminal only."""
    if not shown or not sys.stderr.isatty():
        yield lambda done, total: None
        return
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=notes(), transient=True) as progress:
        task = progress.add_task(what, total=total)
        yield lambda done, total: progress.update(task, completed=done, total=total)


def tracked(items: Iterable[Item], what: str, total: int, *, shown: bool = True) -> Iterator[Item]:
    """The items, counted while they go by."""
    with counting(what, total, shown=shown) as advance:
        for number, item in enumerate(items, start=1):
            yield item
            advance(number, total)
