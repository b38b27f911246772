"""A flow, and a sentence that gave none, as the records that ``flowgraph parse`` writes."""

from typing import Any

from flowgraph.domain import Flow, Issue, Reading, Unread

FLOW_KEYS = (
    "id",
    "agreement",
    "version",
    "purpose",
    "step",
    "source",
    "source_kind",
    "target",
    "target_kind",
    "datasets",
    "identifiability",
    "kind",
    "modality",
    "legal_basis",
    "legal_basis_source",
    "opt_outs",
    "evidence",
    "section",
    "char_start",
    "char_end",
    "rule",
)
UNREAD_KEYS = ("agreement", "version", "reason", "evidence", "section", "char_start", "char_end")
ISSUE_KEYS = ("severity", "code", "message", "kept", "file", "line", "place", "agreement")


def flow_record(flow: Flow) -> dict[str, Any]:
    """A flow with the keys of :data:`FLOW_KEYS`; ``char_start`` and ``char_end`` count in the section's text."""
    return {
        "id": flow.id,
        "agreement": flow.agreement,
        "version": flow.version,
        "purpose": flow.purpose,
        "step": flow.step,
        "source": flow.source.name,
        "source_kind": str(flow.source.kind),
        "target": flow.target.name,
        "target_kind": str(flow.target.kind),
        "datasets": list(flow.datasets),
        "identifiability": str(flow.identifiability),
        "kind": str(flow.kind),
        "modality": str(flow.modality),
        "legal_basis": list(flow.legal_basis),
        "legal_basis_source": str(flow.legal_basis_source),
        "opt_outs": flow.opt_outs,
        "evidence": flow.evidence.quote,
        "section": str(flow.evidence.section),
        "char_start": flow.evidence.start,
        "char_end": flow.evidence.end,
        "rule": flow.rule,
    }


def unread_record(reading: Reading, unread: Unread) -> dict[str, Any]:
    """A sentence of movement that gave no flow; ``reason`` is null where the reader missed it."""
    return {
        "agreement": reading.agreement.reference,
        "version": reading.agreement.version,
        "reason": unread.reason,
        "evidence": unread.evidence.quote,
        "section": str(unread.evidence.section),
        "char_start": unread.evidence.start,
        "char_end": unread.evidence.end,
    }


def issue_record(issue: Issue) -> dict[str, Any]:
    """An issue with the keys of :data:`ISSUE_KEYS`."""
    values = issue.model_dump(mode="json")
    return {key: values[key] for key in ISSUE_KEYS}
