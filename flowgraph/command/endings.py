"""How the program ends: exit codes, and what is said on the way out."""

import os
import sys
from enum import IntEnum

import click

from flowgraph.command.group import ClosedPipe


class ExitCode(IntEnum):
    """What the process tells its caller."""

    DONE = 0
    NOTHING = 1
    USER_ERROR = 2
    INTERRUPTED = 130


MEANINGS = {
    ExitCode.DONE: "done",
    ExitCode.NOTHING: "nothing was found where something was asked for, or there were issues under `--strict`",
    ExitCode.USER_ERROR: "something for you to put right: one line says what is wrong and what to do",
    ExitCode.INTERRUPTED: "interrupted from the keyboard",
}


def ending_of(error: Exception) -> ExitCode | int:
    """The exit code that an error ends with, once it is said in one line; raises it again where it is a bug."""
    if isinstance(error, ClosedPipe | BrokenPipeError):
        _let_go_of_output()
        return ExitCode.DONE
    if isinstance(error, click.exceptions.Abort):
        return ExitCode.INTERRUPTED
    if isinstance(error, click.ClickException):
        complain(_usage(error))
        return ExitCode.USER_ERROR
    from flowgraph.domain.errors import UserError  # pydantic comes with it: too slow for `flowgraph --help`

    if not isinstance(error, UserError):
        raise error
    complain(str(error))
    return int(getattr(error, "exit_code", ExitCode.USER_ERROR))


def complain(problem: str) -> None:
    """Say on the standard error, in one line, what the user has to put right."""
    from flowgraph.command.safe_text import one_line

    click.echo(f"flowgraph: {one_line(problem)}", err=True)


def survive_unprintable() -> None:
    """Let a terminal that lacks a character show a question mark instead of ending the program."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def _usage(error: click.ClickException) -> str:
    message = error.format_message().rstrip(".")
    context = getattr(error, "ctx", None)
    if context is None or "--help'" in message:
        return message
    return f"{message}; '{context.command_path} --help' says more"


def _let_go_of_output() -> None:
    """Point the standard output at nothing, so that the interpreter finds no closed pipe when it flushes."""
    nothing = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nothing, sys.stdout.fileno())
    except (OSError, ValueError):  # no file behind it
        pass
    finally:
        os.close(nothing)
