"""The words of the field as frozen types. They import nothing else of this project."""

from flowgraph.domain.agreement import (
    Agreement,
    Controller,
    DatasetRow,
    LegalBasis,
    Period,
    Provenance,
    Release,
    Section,
)
from flowgraph.domain.flow import Evidence, Flow, Host, Mark, Party
from flowgraph.domain.issue import Issue, Severity
from flowgraph.domain.reading import Reading, Unread
from flowgraph.domain.words import (
    Answer,
    BasisSource,
    FlowKind,
    Identifiability,
    Modality,
    PartyKind,
    SectionName,
    StateSource,
)

__all__ = [
    "Agreement",
    "Answer",
    "BasisSource",
    "Controller",
    "DatasetRow",
    "Evidence",
    "Flow",
    "FlowKind",
    "Host",
    "Identifiability",
    "Issue",
    "LegalBasis",
    "Mark",
    "Modality",
    "Party",
    "PartyKind",
    "Period",
    "Provenance",
    "Reading",
    "Release",
    "Section",
    "SectionName",
    "Severity",
    "StateSource",
    "Unread",
]
