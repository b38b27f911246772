"""What could not be read, said with its place."""

from enum import StrEnum

from flowgraph.domain.base import Frozen


class Severity(StrEnum):
    """How much an issue costs the reader of the result."""

    NOTE = "note"
    WARNING = "warning"
    ERROR = "error"


class Issue(Frozen):
    """Something in a document that could not be read as it stands, and what was kept of it.

    ``line`` counts from 1 and is None where a document has no lines (a workbook gives ``sheet!row`` in
    ``place``). ``message`` says what is wrong; ``kept`` says what stands in the result instead.
    """

    code: str
    message: str
    file: str | None = None
    line: int | None = None
    place: str | None = None
    agreement: str | None = None
    kept: str | None = None
    severity: Severity = Severity.WARNING
