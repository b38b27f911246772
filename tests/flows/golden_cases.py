"""Reads the golden cases: texts after the register's manner, each with the flows that it tells of.

The cases stand in ``golden/*.txt``; adding one is adding lines there. A case has a title and three parts::

    == What the case shows
    controller: NHS Farland CCG
    data set: SUS | Identifiable | s261(7), s251
    --
    Commissioning
    1. The text of the Processing section, as many lines as it needs.
    --
    DSCRO -> NHS Farland CCG | SUS | pseudonymised | transfer | does | Commissioning | s261(7) (data set row)
    no flow: The text of | negated

Part one holds fields of the agreement, each optional but for one of the first two, and each but ``period``,
``title`` and ``known fault`` as often as needed::

    controller: the name of a data controller          organisation: whose page the agreement stands on
    data set: name | type of data | legal bases | common law duty of confidentiality
    legal basis: an entry of the agreement's undivided list
    period: 2019-04-01 to 2021-03-31                   title: the agreement's title
    known fault: what the reader gets wrong here; the case is then expected to fail

Part three lists every flow, one a line: ``source -> target | data sets | state | kind | modality | purpose | legal
basis (how it is known)``. Data sets are divided by ``;``, ``-`` stands for none, ``unstated`` for an unknown basis.
``optional:`` before a flow lets it be read or not. ``no flow: first words | reason`` names a sentence that gives none
(the reason may be left out), ``host: A -> B`` a host and whom it serves (``-`` for nobody named), ``processors: A; B``
the processors. A line with ``#`` is a remark.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from flowgraph.domain import Agreement, Controller, DatasetRow, Flow, LegalBasis, Period, Reading, Section, SectionName
from flowgraph.lexicon.legal_bases import legal_basis_codes
from flowgraph.lexicon.names import split_code

GOLDEN = Path(__file__).parent / "golden"
REFERENCE = "DARS-NIC-990001-A1B2C"
FLOW_FIELDS = 7


class CaseError(Exception):
    """A case that cannot be read; the text names the file, the case and the line."""


@dataclass
class Case:
    """One golden case: the agreement to read, and what reading it must give."""

    file: str
    title: str
    agreement: Agreement
    flows: list[str] = field(default_factory=list)
    optional: list[str] = field(default_factory=list)
    silent: list[tuple[str, str | None]] = field(default_factory=list)
    hosts: list[str] = field(default_factory=list)
    processors: list[str] | None = None
    fault: str | None = None

    @property
    def name(self) -> str:
        """The case's name in a test report."""
        return f"{self.file}: {self.title}"


def cases() -> list[Case]:
    """All golden cases; raises CaseError where a file does not keep to the format."""
    return [case for path in sorted(GOLDEN.glob("*.txt")) for case in read_cases(path.name, path.read_text("utf-8"))]


def read_cases(file: str, text: str) -> Iterator[Case]:
    """The cases of one file."""
    for part in re.split(r"^== *", text, flags=re.MULTILINE)[1:]:
        title, _, body = part.partition("\n")
        parts = re.split(r"^--[ \t]*\n", body, flags=re.MULTILINE)
        if len(parts) != 3:
            raise CaseError(f"{file}, {title!r}: a case has three parts divided by two lines '--', not {len(parts)}")
        fields, processing, expected = parts
        case = _case(file, title.strip(), list(_lines(fields)), processing.strip("\n"))
        for line in _lines(expected):
            _expect(case, line)
        yield case


def _lines(part: str) -> Iterator[str]:
    return (line.strip() for line in part.splitlines() if line.strip() and not line.startswith("#"))


def _case(file: str, title: str, lines: list[str], processing: str) -> Case:
    given: dict[str, list[str]] = {}
    for line in lines:
        name, colon, value = line.partition(":")
        if not colon or name not in _FIELDS:
            raise CaseError(f"{file}, {title!r}: no field of an agreement: {line!r}")
        given.setdefault(name, []).append(value.strip())
    start, _, end = given.get("period", [" to "])[0].partition(" to ")
    agreement = Agreement(
        reference=REFERENCE,
        title=given.get("title", [None])[0],
        organisations=tuple(given.get("organisation", ())),
        controllers=tuple(Controller(name=name, code=split_code(name)[1]) for name in given.get("controller", ())),
        period=Period(start=_day(start), end=_day(end)),
        legal_bases=_bases(given.get("legal basis", [])),
        datasets=tuple(_row(value) for value in given.get("data set", ())),
        sections=(Section(name=SectionName.PROCESSING, text=processing),),
    )
    return Case(file, title, agreement, fault=given.get("known fault", [None])[0])


_FIELDS = {"controller", "organisation", "data set", "legal basis", "period", "title", "known fault"}


def _day(text: str) -> date | None:
    return date.fromisoformat(text.strip()) if text.strip() else None


def _row(value: str) -> DatasetRow:
    name, kind, bases, confidentiality = (*(part.strip() for part in value.split("|")), "", "", "")[:4]
    listed = [base.strip() for base in bases.split(";") if base.strip()]
    return DatasetRow(name=name, type_of_data=kind, legal_bases=_bases(listed), confidentiality=confidentiality)


def _bases(texts: list[str]) -> tuple[LegalBasis, ...]:
    return tuple(LegalBasis(text=text, codes=legal_basis_codes(text) or (text,)) for text in texts)


def _expect(case: Case, line: str) -> None:
    name, _, value = line.partition(":")
    if name == "no flow":
        words, _, reason = value.partition("|")
        case.silent.append((words.strip(), reason.strip() or None))
    elif name == "host":
        case.hosts.append(value.strip())
    elif name == "processors":
        case.processors = [one.strip() for one in value.split(";") if one.strip(" -")]
    elif "->" in line and line.count("|") == FLOW_FIELDS - 1:
        optional = name == "optional"
        fields = [part.strip() for part in (value if optional else line).split("|")]
        (case.optional if optional else case.flows).append(" | ".join(fields))
    else:
        raise CaseError(f"{case.name}: neither a flow with {FLOW_FIELDS} fields nor a known word: {line!r}")


def flow_line(flow: Flow) -> str:
    """A flow as the golden files write it."""
    codes = ", ".join(flow.legal_basis)
    basis = f"{codes} ({flow.legal_basis_source})" if codes else "unstated"
    fields = (
        f"{flow.source.name} -> {flow.target.name}",
        "; ".join(flow.datasets) or "-",
        flow.identifiability,
        flow.kind,
        flow.modality,
        flow.purpose or "-",
        basis,
    )
    return " | ".join(fields)


def host_lines(reading: Reading) -> list[str]:
    """The hosts of a reading as the golden files write them."""
    return sorted({f"{host.host.name} -> {host.serves.name if host.serves else '-'}" for host in reading.hosts})
