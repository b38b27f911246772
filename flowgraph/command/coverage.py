"""How much of the documents was understood, in one line and a half."""

from collections import Counter
from dataclasses import dataclass, field

from flowgraph.domain import Issue, Reading


@dataclass
class Coverage:
    """Counts of what was read; add every reading, then say the lines."""

    versions: int = 0
    agreements: set[str] = field(default_factory=set)
    flows: int = 0
    sentences: int = 0
    missed: int = 0
    reasons: Counter[str] = field(default_factory=Counter)

    def add(self, reading: Reading) -> None:
        """Count one agreement version."""
        self.versions += 1
        self.agreements.add(reading.agreement.reference)
        self.flows += len(reading.flows)
        self.sentences += reading.movement_sentences
        self.missed += len(reading.missed)
        self.reasons.update(entry.reason for entry in reading.unread if entry.reason is not None)

    def lines(self, issues: list[Issue]) -> list[str]:
        """What was read and what was not, in words."""
        versions = f" in {count(self.versions, 'version')}" if self.versions != len(self.agreements) else ""
        said = [f"{count(len(self.agreements), 'agreement')}{versions}, {count(self.flows, 'flow')}."]
        if self.sentences:
            no_flow = sum(self.reasons.values())
            read = self.sentences - self.missed
            said.append(
                f"Of {count(self.sentences, 'sentence')} on movement or access, {read:,} were read "
                f"({share(read, self.sentences)}): {read - no_flow:,} tell of flows, {no_flow:,} of none"
                f"{self._why()}; {self.missed:,} were missed (--unread lists them)."
            )
        if issues:
            said.append(f"{count(len(issues), 'issue')} in the documents (--issues lists them).")
        return said

    def _why(self) -> str:
        # Equal counts in the order of their words, so that the line does not depend on the order of the documents.
        most = sorted(self.reasons.items(), key=lambda entry: (-entry[1], entry[0]))[:4]
        return f" ({', '.join(f'{reason} {number:,}' for reason, number in most)})" if most else ""


def share(part: int, whole: int) -> str:
    """A share in per cent that never rounds up to all, or down to nothing."""
    per_cent = 100 * part / whole
    if part < whole:
        per_cent = min(per_cent, 99.9)
    return f"{max(per_cent, 0.1) if part else 0:.1f} %".replace(".0 %", " %")


def count(number: int, what: str) -> str:
    """A number with its noun: ``1 flow``, ``2 flows``."""
    return f"{number:,} {what}" if number == 1 else f"{number:,} {what}s"
