"""What the fields of one agreement could not be read as, said with its place."""

from flowgraph.domain import Issue, Severity
from loaders import RawAgreement, RawText

_LONGEST_SHOWN = 200


class Reporter:
    """Gathers the issues of one agreement; each names its file, its line or place, and the agreement."""

    def __init__(self, raw: RawAgreement, agreement: str) -> None:
        """Begin with the issues that the document's reader met."""
        self._raw = raw
        self._agreement = agreement
        self.issues = [issue.model_copy(update={"agreement": agreement}) for issue in raw.issues]

    def warn(self, code: str, message: str, kept: str, at: RawText | None = None) -> None:
        """Report what costs the reader something."""
        self._add(Severity.WARNING, code, message, kept, at)

    def note(self, code: str, message: str, kept: str, at: RawText | None = None) -> None:
        """Report what the register is known to hold, and what costs nothing but its wording."""
        self._add(Severity.NOTE, code, message, kept, at)

    def _add(self, severity: Severity, code: str, message: str, kept: str, at: RawText | None) -> None:
        line = at.line if at is not None and at.line is not None else self._raw.line
        place = at.place if at is not None and at.place is not None else self._raw.place
        self.issues.append(
            Issue(
                code=code,
                message=message,
                file=self._raw.file,
                line=line,
                place=place,
                agreement=self._agreement,
                kept=kept,
                severity=severity,
            )
        )


def shorten(text: str) -> str:
    """``text`` on one line and short enough to be shown in an issue."""
    text = " ".join(text[: 2 * _LONGEST_SHOWN].split())
    return text if len(text) <= _LONGEST_SHOWN else text[: _LONGEST_SHOWN - 1] + "…"
