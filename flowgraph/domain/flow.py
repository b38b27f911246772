"""Parties, flows between them, and the words that say so."""

from flowgraph.domain.base import Frozen
from flowgraph.domain.words import (
    BasisSource,
    FlowKind,
    Identifiability,
    Modality,
    PartyKind,
    SectionName,
    StateSource,
)


class Party(Frozen):
    """Anything that holds or receives data.

    ``key`` is the identity across documents: two parties are one exactly when their keys are equal. A role
    that the text leaves unnamed ("GPs") belongs to its agreement and has that agreement in its key; an
    organisation has its ODS code or its folded name. ``name`` is the fullest name the agreement gives.
    """

    key: str
    name: str
    kind: PartyKind
    code: str | None = None
    role_of: str | None = None


class Evidence(Frozen):
    """The words a flow was read from: ``section.text[start:end] == quote``, in characters."""

    section: SectionName
    start: int
    end: int
    quote: str


class Mark(Frozen):
    """A stretch inside a quote that decided something; ``start`` and ``end`` count from the quote's beginning.

    ``role`` says what it decided: source, target, verb, data sets, identifiability, modality, legal basis.
    """

    role: str
    start: int
    end: int


class Flow(Frozen):
    """Data sets that move, or are opened, from one party to another under one agreement.

    ``legal_basis`` holds short codes (see :class:`flowgraph.domain.agreement.LegalBasis`) and
    ``legal_basis_source`` says how they are known, ``identifiability_source`` how the state is. ``opt_outs`` are the
    text's own words on patient opt-outs, or None. ``rule`` names the rule that read the flow.
    """

    id: str
    agreement: str
    version: str | None
    purpose: str | None
    step: str | None
    source: Party
    target: Party
    datasets: tuple[str, ...]
    identifiability: Identifiability
    kind: FlowKind
    modality: Modality
    legal_basis: tuple[str, ...]
    legal_basis_source: BasisSource
    opt_outs: str | None
    evidence: Evidence
    rule: str
    marks: tuple[Mark, ...] = ()
    identifiability_source: StateSource = StateSource.UNSTATED


class Host(Frozen):
    """A supplier of cloud, building or database support, tied to the party it serves; it receives no data."""

    host: Party
    serves: Party | None
    evidence: Evidence
