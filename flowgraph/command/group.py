"""The group of commands; a command is imported only when it is called."""

from difflib import get_close_matches
from importlib import import_module
from typing import Any

import click

from flowgraph.command.front import COMMANDS, help_text


class ClosedPipe(Exception):
    """Whoever read the output wants no more of it."""


class Commands(click.Group):
    """The commands of :data:`flowgraph.command.front.COMMANDS`."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names in the order of the work."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, imported now, or None."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(COMMANDS[cmd_name][0]).command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does it; a name that is no command gets the nearest that are."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            near = get_close_matches(args[0], COMMANDS, n=2, cutoff=0.5)
            hint = f"did you mean {' or '.join(near)}?" if near else "'flowgraph --help' lists the commands"
            raise click.UsageError(f"no command is called {args[0]!r}; {hint}")
        return super().resolve_command(ctx, args)

    def get_help(self, ctx: click.Context) -> str:
        """The list of commands, without importing any."""
        return help_text()

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; a closed pipe is told apart from an error here, before click makes it one."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError as error:
            raise ClosedPipe from error


@click.group(cls=Commands)
@click.version_option(package_name="flowgraph")
def group() -> None:
    """Who passes England's health data to whom."""
