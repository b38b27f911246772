"""Documents to typed agreements: files, folders and standard input, whatever their formats.

One document that cannot be read never stops the others: it becomes one line among the failures.
"""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from flowgraph.agreements import Begun, Built, begin_agreement, build_agreement, finish_agreement, merge_agreements
from flowgraph.domain import Agreement, Issue, Severity
from loaders import STANDARD_INPUT, DocumentError, document_text, open_source, read_document

#: Called before each document with its name, its number (from 1) and how many there are.
Progress = Callable[[str, int, int], None]

#: Files that stand beside documents in folders and are none; named on their own, they are read.
PASSED_OVER = frozenset({".md", ".rst"})


@dataclass(frozen=True, slots=True)
class Agreements:
    """What was read from some documents.

    ``agreements`` are ordered by reference, then by version; one that stands in several places is one. ``issues``
    say what could not be read as it stands. ``failures`` are the documents that could not be read (to their end):
    ``str(failure)`` is one line that says what is wrong and what to do.
    """

    agreements: tuple[Agreement, ...]
    issues: tuple[Issue, ...]
    failures: tuple[DocumentError, ...]


def read_agreements(inputs: Iterable[str | Path], *, progress: Progress | None = None) -> Agreements:
    """All agreements of ``inputs``: files, folders (read with all folders inside), and ``-`` for standard input.

    Formats are found from content. Raises nothing for what documents hold; see :class:`Agreements`.
    """
    issues: list[Issue] = []
    failures: list[DocumentError] = []
    stream = stream_agreements(inputs, on_issue=issues.append, on_failure=failures.append, progress=progress)
    merged = merge_agreements(stream)
    return Agreements(merged.agreements, (*issues, *merged.issues), tuple(failures))


def stream_agreements(
    inputs: Iterable[str | Path],
    *,
    on_issue: Callable[[Issue], object] = lambda issue: None,
    on_failure: Callable[[DocumentError], object] = lambda failure: None,
    progress: Progress | None = None,
) -> Iterator[Agreement]:
    """The agreements of ``inputs`` one at a time, in the order of the documents and of their own.

    Memory is bounded: JSON Lines are held a line at a time, a workbook by the texts of its agreements, whatever the
    number of its rows. An agreement that stands in several places comes once for each;
    :func:`flowgraph.agreements.merge_agreements` makes them one. Issues and failures are handed to the callables as
    they are met.
    """
    names = list(find_documents(inputs, on_issue=on_issue, on_failure=on_failure))
    for number, name in enumerate(names, start=1):
        if progress is not None:
            progress(str(name), number, len(names))
        try:
            for built in _read(name, on_issue):
                for issue in built.issues:
                    on_issue(issue)
                yield built.agreement
        except DocumentError as failure:
            on_failure(failure)


def _read(name: str | Path, on_issue: Callable[[Issue], object]) -> Iterator[Built]:
    """One document. Agreements whose rows are still to come are begun at once, and finished at the end."""
    waiting: deque[Begun] = deque()
    for record in read_document(open_source(name)):
        if isinstance(record, Issue):
            on_issue(record)
        elif record.rows is None:
            waiting.append(begin_agreement(record))
        else:
            yield build_agreement(record)
    while waiting:
        yield finish_agreement(waiting.popleft())


def find_documents(
    inputs: Iterable[str | Path],
    *,
    on_issue: Callable[[Issue], object] = lambda issue: None,
    on_failure: Callable[[DocumentError], object] = lambda failure: None,
) -> Iterator[str | Path]:
    """The documents that ``inputs`` name, each once: folders give their files in the order of their paths.

    Hidden files and folders are left out, links to folders are not followed, and notes beside documents
    (:data:`PASSED_OVER`) are passed over with an issue.
    """
    seen: set[str] = set()
    for given in inputs:
        if str(given) == STANDARD_INPUT:
            found: Iterable[str | Path] = (STANDARD_INPUT,)
        elif os.path.isdir(given):
            found = _files_below(Path(given), on_issue, on_failure)
        else:
            found = (Path(given),)
        for document in found:
            identity = _identity(document)
            if identity not in seen:
                seen.add(identity)
                yield document


def read_text(name: str | Path) -> str | None:
    """The text that section offsets of the document at ``name`` count in; None where its format has no offsets.

    ``text[section.offset : section.offset + len(section.text)] == section.text``. Raises DocumentError where the
    document cannot be read.
    """
    return document_text(open_source(name))


def _identity(document: str | Path) -> str:
    """What is equal for two ways to write one path; a path that the system does not understand is its own."""
    try:
        return STANDARD_INPUT if document == STANDARD_INPUT else os.path.realpath(document)
    except (OSError, ValueError):
        return str(document)


def _files_below(
    folder: Path, on_issue: Callable[[Issue], object], on_failure: Callable[[DocumentError], object]
) -> list[Path]:
    def refused(error: OSError) -> None:
        on_failure(DocumentError(str(error.filename), f"cannot be opened ({error.strerror}); check the folder"))

    files: list[Path] = []
    for place, folders, names in os.walk(folder, onerror=refused):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(place, name)
            if name.startswith("."):
                continue
            if path.suffix.lower() in PASSED_OVER:
                message = "passed over: a note beside the documents"
                on_issue(
                    Issue(code="passed-over", message=message, file=str(path), kept="nothing", severity=Severity.NOTE)
                )
                continue
            files.append(path)
    if not files:
        on_failure(DocumentError(str(folder), "a folder without documents; give one that holds some"))
    return files
