"""The agreements that the benchmarks read: the shared register beside the repository, else the shipped example."""

from pathlib import Path

from flowgraph import example
from flowgraph.clauses import outline
from flowgraph.documents import stream_agreements
from flowgraph.domain import Agreement, SectionName

REGISTER = Path(__file__).resolve().parents[2] / "shared" / "register"


def agreements() -> list[Agreement]:
    """One version of each agreement that has a Processing text."""
    folders = [REGISTER / "agreements", REGISTER / "more"]
    found = stream_agreements([folder for folder in folders if folder.is_dir()] or [example.folder()])
    latest = {agreement.reference: agreement for agreement in found if processing(agreement)}
    return list(latest.values())


def processing(agreement: Agreement) -> str:
    """The Processing text, empty where there is none."""
    section = agreement.section(SectionName.PROCESSING)
    return section.text if section else ""


def with_processing(agreement: Agreement, text: str) -> Agreement:
    """The agreement with another Processing text."""
    sections = tuple(
        section.model_copy(update={"text": text}) if section.name is SectionName.PROCESSING else section
        for section in agreement.sections
    )
    return agreement.model_copy(update={"sections": sections})


def without_recurring(found: list[Agreement]) -> tuple[list[Agreement], int, int]:
    """The agreements with each sentence left in where it stands first; how many are left, and how many went."""
    seen: set[str] = set()
    told, gone = 0, 0
    once = []
    for agreement in found:
        text = processing(agreement)
        kept, at = [], 0
        for sentence in outline(text).sentences:
            if sentence.text in seen:
                kept.append(text[at : sentence.start])
                at = sentence.end
                gone += 1
            seen.add(sentence.text)
        kept.append(text[at:])
        once.append(with_processing(agreement, "".join(kept)))
        told += len(outline(processing(once[-1])).sentences)
    return once, told, gone
