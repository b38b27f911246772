"""The arguments and options that several commands share."""

from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar

import click

from flowgraph.command.output import FORMATS
from flowgraph.domain import Identifiability

Decorated = TypeVar("Decorated", bound=Callable[..., Any])
Decorator = Callable[[Decorated], Decorated]


def day(context: click.Context, parameter: click.Parameter, value: str | None) -> date | None:
    """The day that an option gives as YYYY-MM-DD; anything else is the user's to put right."""
    try:
        return None if value is None else date.fromisoformat(value)
    except ValueError:
        message = f"{value!r} is no day; write it as 2022-07-01"
        raise click.BadParameter(message, ctx=context, param=parameter) from None


def together(*decorators: Callable[[Any], Any]) -> Callable[[Decorated], Decorated]:
    """Several options as one decorator; ``--help`` lists them in this order."""

    def decorate(function: Decorated) -> Decorated:
        for decorator in reversed(decorators):
            function = decorator(function)
        return function

    return decorate


form = click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="table",
    show_default=True,
    help="table is for people, the others for programs.",
)
jobs = click.option("--jobs", type=click.IntRange(min=1), metavar="N", help="Processes that read; default: the cores.")
strict = click.option("--strict", is_flag=True, help="Exit with 1 where a document has issues, and list them.")
store = click.option("--store", "url", metavar="URL", help="Ask a store (see `flowgraph load`) instead of documents.")
inputs = click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
inputs_or_store = together(click.argument("inputs", nargs=-1, metavar="INPUT..."), store)
as_of = click.option("--as-of", callback=day, metavar="DATE", help="The versions in force on that day, not the newest.")
documents = together(strict, jobs)

filters = together(
    click.option("--agreement", multiple=True, metavar="REF", help="Only this agreement; repeatable."),
    click.option("--purpose", multiple=True, metavar="WORDS", help="Only this purpose; repeatable."),
    click.option(
        "--identifiability",
        multiple=True,
        type=click.Choice([str(state) for state in Identifiability]),
        help="Only hops in this state; repeatable.",
    ),
    click.option("--legal-basis", multiple=True, metavar="CODE", help="Only hops under it, such as s251; repeatable."),
    as_of,
    click.option("--depth", type=click.IntRange(min=1), metavar="N", help="At most so many hops."),
    click.option("--cross-agreements", is_flag=True, help="Let a path go on under another agreement, and say where."),
    click.option("--cross-purposes", is_flag=True, help="Let a path go on for another purpose, and say where."),
    click.option("--follow-succession", is_flag=True, help="Take a body and its successors for one, and say where."),
    click.option("--limit", type=click.IntRange(min=1), metavar="N", help="At most so many paths; default: 10000."),
)


def asked(given: dict[str, Any]) -> dict[str, Any]:
    """The filters that were given, as the library takes them; what was left out is left to the library."""
    return {name: list(value) if isinstance(value, tuple) else value for name, value in given.items() if value}
