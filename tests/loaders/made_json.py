"""Agreement JSON for tests; all bodies and words are invented."""

from typing import Any


def made_agreement(reference: str = "DARS-NIC-990101-A1B2C-v1.2", **changes: Any) -> dict[str, Any]:
    """An agreement with every field that the format has; ``changes`` replace or add fields."""
    row = {
        "name": "Far Data Set",
        "type_of_data": "Identifiable",
        "legal_basis": "Health and Social Care Act 2012 – s261(7); National Health Service Act 2006 - s251 - 'X'.",
        "confidentiality": "Section 251 NHS Act 2006",
        "frequency": "Ongoing",
        "sensitivity": "Sensitive",
    }
    agreement: dict[str, Any] = {
        "base_reference": reference.rpartition("-v")[0] or reference,
        "reference": reference,
        "title": "Lighthouse study",
        "organisation": "UNIVERSITY OF FARLAND",
        "organisation_type": "Academic",
        "controllers": ["UNIVERSITY OF FARLAND", "NHS SEASIDE, MOOR AND VALE ICB - 9X9"],
        "controller_basis": "Joint Data Controller",
        "start_date": "2021-04-01",
        "end_date": "2024-03-31",
        "sublicensing": "No",
        "commercial": "Yes",
        "datasets": [row, {**row, "name": "Near Data Set", "type_of_data": "Anonymised - ICO Code Compliant"}],
        "objective": "To count lighthouses.",
        "activities": "  1.\tFar sends Near\u00a0“counts”.\r\n\n2. Near keeps them. ",
    }
    return {**agreement, **changes}
