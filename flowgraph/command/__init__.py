"""The command line. Each command is a module of its own and is imported when it is called for."""

import sys
from collections.abc import Sequence

from flowgraph.command.front import help_text


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and give its exit code; the arguments are the process's own unless others are given.

    What the user can put right is one line on the standard error. Anything else that is raised is a bug and
    keeps its traceback.
    """
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given in ([], ["--help"]):
        given = ["--help"]
        if sys.stdout.encoding.casefold() in ("utf-8", "utf8"):
            # Said before click is imported, which takes three times as long as everything else here.
            return _say(help_text())
    from flowgraph.command.endings import ending_of, survive_unprintable
    from flowgraph.command.group import group

    survive_unprintable()
    try:
        code = group.main(given, prog_name="flowgraph", standalone_mode=False)
        sys.stdout.flush()
    except Exception as error:
        return ending_of(error)
    return code if isinstance(code, int) else 0


def _say(text: str) -> int:
    try:
        print(text, flush=True)
    except BrokenPipeError as error:
        from flowgraph.command.endings import ending_of

        return ending_of(error)
    return 0
