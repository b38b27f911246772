"""From the inputs of a command to readings, with everything that went wrong on the way kept and told."""

import sys
from collections.abc import Iterator, Sequence

from flowgraph.command.endings import ExitCode, complain
from flowgraph.command.terminal import counting, tracked
from flowgraph.command.workers import read_all
from flowgraph.documents import read_agreements
from flowgraph.domain import Issue, Reading, Severity


class Inputs:
    """The documents a command was given. Read them once; then ``issues`` and the exit code are known.

    A file that cannot be read is told in one line on the standard error, and the others are read all the same.
    """

    def __init__(
        self, names: Sequence[str], jobs: int | None = None, *, strict: bool = False, streams: bool = False
    ) -> None:
        """Take the names of files and folders; ``-`` is the standard input.

        ``streams`` says that the answer is written while the inputs are read: it is its own progress on a terminal.
        """
        self.names = tuple(names)
        self.issues: list[Issue] = []
        self.failed = 0
        self._jobs = jobs
        self._strict = strict
        self._shown = not (streams and sys.stdout.isatty())

    def readings(self) -> Iterator[Reading]:
        """The reading of each agreement version, in the order in which the documents give them."""
        with counting("documents opened", shown=self._shown) as advance:
            found = read_agreements(self.names, progress=lambda name, number, total: advance(number - 1, total))
        self.issues.extend(found.issues)
        self.failed = len(found.failures)
        for failure in found.failures:
            complain(str(failure))
        agreements = found.agreements
        total = len(agreements)
        for reading in tracked(read_all(agreements, self._jobs), "agreements read", total, shown=self._shown):
            self.issues.extend(reading.issues)
            yield reading

    def exit_code(self) -> ExitCode:
        """What the reading comes to; under ``strict`` the issues are told now, one a line."""
        grave = [issue for issue in self.issues if issue.severity is not Severity.NOTE]
        if self._strict:
            for issue in grave:
                complain(issue_line(issue))
        if self.failed:
            return ExitCode.USER_ERROR
        return ExitCode.NOTHING if self._strict and grave else ExitCode.DONE


def issue_line(issue: Issue) -> str:
    """An issue in one line: its place, what is wrong, and what was kept."""
    place = ":".join(str(part) for part in (issue.file, issue.line or issue.place) if part)
    where = ", ".join(part for part in (place, issue.agreement) if part)
    kept = f"; kept: {issue.kept}" if issue.kept else ""
    return f"{where}: {issue.severity}: {issue.message}{kept}" if where else f"{issue.severity}: {issue.message}{kept}"
