"""From what a store keeps back to the domain's values, exactly as they were read."""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Any

from flowgraph.domain import (
    BasisSource,
    Evidence,
    Flow,
    FlowKind,
    Host,
    Identifiability,
    Mark,
    Modality,
    Party,
    PartyKind,
    Period,
    SectionName,
    StateSource,
)

Row = Mapping[str, Any]

_STATES = {str(one): one for one in Identifiability}
_STATE_SOURCES = {str(one): one for one in StateSource}
_KINDS = {str(one): one for one in FlowKind}
_MODALITIES = {str(one): one for one in Modality}
_BASIS_SOURCES = {str(one): one for one in BasisSource}
_SECTIONS = {str(one): one for one in SectionName}


def party_of(end: str, key: str, row: Row) -> Party:
    """The party of a row's ``<end>_…`` columns."""
    return _party(key, row[f"{end}_name"], row[f"{end}_kind"], row.get(f"{end}_code"), row.get(f"{end}_role_of"))


@lru_cache(maxsize=20_000)
def _party(key: str, name: str, kind: str, code: str | None, role_of: str | None) -> Party:
    return Party(key=key, name=name, kind=PartyKind(kind), code=code, role_of=role_of)


def period_of(start: str | None, end: str | None, text: str = "") -> Period:
    """A period of ISO dates."""
    return Period(start=_day(start), end=_day(end), text=text)


def evidence_of(row: Row) -> Evidence:
    """The evidence of a flow or host."""
    return Evidence.model_construct(
        section=_SECTIONS[row["section"]], start=row["char_start"], end=row["char_end"], quote=row["evidence"]
    )


def flow_of(row: Row) -> Flow:
    """The flow of a relationship's properties, with the keys of its ends as ``source`` and ``target``.

    Made without checking it anew: it was checked when it was loaded, and a question may need thousands.
    """
    marks = zip(row.get("mark_roles") or (), row.get("mark_starts") or (), row.get("mark_ends") or (), strict=True)
    return Flow.model_construct(
        id=row["key"],
        agreement=row["reference"],
        version=row.get("version"),
        purpose=row.get("purpose"),
        step=row.get("step"),
        source=_party(
            row["source"], row["source_name"], row["source_kind"], row.get("source_code"), row.get("source_role_of")
        ),
        target=_party(
            row["target"], row["target_name"], row["target_kind"], row.get("target_code"), row.get("target_role_of")
        ),
        datasets=tuple(row.get("datasets") or ()),
        identifiability=_STATES[row["identifiability"]],
        identifiability_source=_STATE_SOURCES[row["identifiability_source"]],
        kind=_KINDS[row["kind"]],
        modality=_MODALITIES[row["modality"]],
        legal_basis=tuple(row.get("legal_basis") or ()),
        legal_basis_source=_BASIS_SOURCES[row["legal_basis_source"]],
        opt_outs=row.get("opt_outs"),
        evidence=evidence_of(row),
        rule=row["rule"],
        marks=tuple(Mark(role=role, start=start, end=end) for role, start, end in marks),
    )


def host_of(row: Row) -> Host:
    """The host of a relationship's properties; ``serves`` is absent where the text does not say whom it serves."""
    serves = row.get("serves")
    return Host(
        host=party_of("host", row["host"], row),
        serves=None if serves is None else party_of("serves", serves, row),
        evidence=evidence_of(row),
    )


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
