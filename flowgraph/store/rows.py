"""From a reading to the rows that a store keeps of it."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from flowgraph.domain import Agreement, Evidence, Flow, Host, Party, Reading
from flowgraph.graph import Lexicon
from flowgraph.store.declaration import SCHEMA
from flowgraph.store.marks import WorldMarks, world_marks

Props = dict[str, Any]

# The fields of an agreement that are kept as they are.
AS_THEY_ARE = (
    *("reference", "version", "title", "organisation_type", "controller_basis"),
    *("types_of_data", "opt_outs", "purposes", "sensitivity", "access_method"),
)


@dataclass(slots=True)
class AgreementRows:
    """All that is written of one agreement version: nodes by label, relationships by type, each as rows.

    ``fingerprint`` is the digest of all of it. ``size`` counts the rows, by which batches are made.
    """

    key: str
    nodes: dict[str, dict[str, Props]] = field(default_factory=lambda: defaultdict(dict))
    relationships: dict[str, list[Props]] = field(default_factory=lambda: defaultdict(list))
    fingerprint: str = ""

    @property
    def size(self) -> int:
        """The number of relationships."""
        return sum(map(len, self.relationships.values()))

    def node(self, label: str, key: str, props: Props | None = None) -> str:
        """Add a node, unless the agreement has it already; gives its key."""
        self.nodes[label].setdefault(key, present(props or {}))
        return key

    def tie(self, name: str, source: str, target: str, **props: Any) -> None:
        """Add a relationship between two nodes, by their keys."""
        props["agreement"] = self.key
        self.relationships[name].append({"source": source, "target": target, "props": present(props)})


def agreement_key(reference: str, version: str | None) -> str:
    """The key of an agreement version: two versions never share one."""
    return reference if version is None else f"{reference}-v{version}"


def present(props: Mapping[str, Any]) -> Props:
    """The properties that are known; what is not known is absent in a store."""
    return {name: value for name, value in props.items() if value is not None}


def rows_of(reading: Reading, lexicon: Lexicon | None = None) -> AgreementRows:
    """The rows of one agreement version. Raises ValueError where a key is empty, which no store may hold."""
    agreement = reading.agreement
    rows = AgreementRows(agreement_key(agreement.reference, agreement.version))
    marks = world_marks(reading.flows, lexicon)
    rows.node("Agreement", rows.key, _agreement(reading, marks))
    _parties(rows, reading)
    for position, flow in enumerate(reading.flows):
        rows.tie("FLOWS_TO", flow.source.key, flow.target.key, **_flow(position, flow, agreement, marks))
    for position, host in enumerate(reading.hosts):
        _host(rows, position, host)
    for position, name in enumerate(flow_datasets(reading)):
        rows.tie("CARRIES", rows.key, rows.node("Dataset", name), position=position)
    for position, purpose in enumerate(dict.fromkeys(flow.purpose for flow in reading.flows if flow.purpose)):
        rows.tie("FOR_PURPOSE", rows.key, rows.node("Purpose", purpose), position=position)
    _register_fields(rows, agreement)
    _check_keys(rows)
    rows.fingerprint = _fingerprint(rows)
    rows.nodes["Agreement"][rows.key]["fingerprint"] = rows.fingerprint
    return rows


def flow_datasets(reading: Reading) -> list[str]:
    """The data sets that the flows name, in order."""
    return sorted({name for flow in reading.flows for name in flow.datasets})


def mentions(reading: Reading) -> Iterator[Party]:
    """Every party that the reading mentions, each form once: first those of its list, in their order."""
    flows = (party for flow in reading.flows for party in (flow.source, flow.target))
    hosts = (party for host in reading.hosts for party in (host.host, host.serves) if party is not None)
    yield from dict.fromkeys((*reading.parties, *reading.controllers, *reading.processors, *flows, *hosts))


def _parties(rows: AgreementRows, reading: Reading) -> None:
    places = {party: place for place, party in enumerate(reading.parties)}
    senders = {flow.source.key for flow in reading.flows}
    receivers = {flow.target.key for flow in reading.flows}
    for party in mentions(reading):
        key = rows.node("Organisation", party.key, organisation(party))
        ways = {"sends": key in senders, "receives": key in receivers}
        rows.tie("PARTY_TO", key, rows.key, position=places.get(party, -1), **_party("party", party), **ways)
    for name, parties in (("CONTROLLER_OF", reading.controllers), ("PROCESSOR_OF", reading.processors)):
        for position, party in enumerate(parties):
            rows.tie(name, party.key, rows.key, position=position, **_party("party", party))


def organisation(party: Party) -> Props:
    """The properties of a party's node."""
    return present({"name": party.name, "kind": str(party.kind), "code": party.code, "role_of": party.role_of})


def _party(end: str, party: Party) -> Props:
    return {f"{end}_{name}": value for name, value in organisation(party).items()}


def _flow(position: int, flow: Flow, agreement: Agreement, marks: WorldMarks) -> Props:
    return {
        "key": flow.id,
        "reference": flow.agreement,
        "version": flow.version,
        "position": position,
        "purpose": flow.purpose,
        "step": flow.step,
        **_party("source", flow.source),
        **_party("target", flow.target),
        "datasets": list(flow.datasets),
        "identifiability": str(flow.identifiability),
        "identifiability_source": str(flow.identifiability_source),
        "kind": str(flow.kind),
        "modality": str(flow.modality),
        "legal_basis": list(flow.legal_basis),
        "legal_basis_source": str(flow.legal_basis_source),
        "opt_outs": flow.opt_outs,
        "starts": _day(agreement.period.start),
        "ends": _day(agreement.period.end),
        **_evidence(flow.evidence),
        "rule": flow.rule,
        "mark_roles": [mark.role for mark in flow.marks],
        "mark_starts": [mark.start for mark in flow.marks],
        "mark_ends": [mark.end for mark in flow.marks],
        **marks.of_flow(flow),
    }


def _evidence(evidence: Evidence) -> Props:
    return {
        "section": str(evidence.section),
        "char_start": evidence.start,
        "char_end": evidence.end,
        "evidence": evidence.quote,
    }


def _host(rows: AgreementRows, position: int, host: Host) -> None:
    props = {"position": position, **_party("host", host.host), **_evidence(host.evidence)}
    if host.serves is None:
        rows.tie("HOSTS_WITHIN", host.host.key, rows.key, **props)
    else:
        rows.tie("HOSTS", host.host.key, host.serves.key, **props, **_party("serves", host.serves))


def _agreement(reading: Reading, marks: WorldMarks) -> Props:
    agreement = reading.agreement
    return {
        **{name: getattr(agreement, name) for name in AS_THEY_ARE},
        "organisations": list(agreement.organisations),
        "controller_names": [one.name for one in agreement.controllers],
        "controller_codes": [one.code or "" for one in agreement.controllers],
        "starts": _day(agreement.period.start),
        "ends": _day(agreement.period.end),
        "period": agreement.period.text,
        "release_starts": _day(agreement.release_period.start),
        "release_ends": _day(agreement.release_period.end),
        "release_period": agreement.release_period.text,
        "sublicensing": str(agreement.sublicensing),
        "commercial": str(agreement.commercial),
        "lanes": list(marks.lanes),
        "flow_datasets": flow_datasets(reading),
        "smallest_datasets": sorted(marks.smallest),
        "flow_bases": sorted({code for flow in reading.flows for code in flow.legal_basis}),
        "movement_sentences": reading.movement_sentences,
        "unread_sections": [str(one.evidence.section) for one in reading.unread],
        "unread_starts": [one.evidence.start for one in reading.unread],
        "unread_ends": [one.evidence.end for one in reading.unread],
        "unread_quotes": [one.evidence.quote for one in reading.unread],
        "unread_reasons": [one.reason or "" for one in reading.unread],
        "issues": [issue.model_dump_json() for issue in reading.issues],
    }


def _register_fields(rows: AgreementRows, agreement: Agreement) -> None:
    for position, row in enumerate(agreement.datasets):
        rows.tie(
            "COVERS",
            rows.key,
            rows.node("Dataset", row.name),
            position=position,
            type_of_data=row.type_of_data,
            sensitivity=row.sensitivity,
            frequency=row.frequency,
            legal_basis_texts=[basis.text for basis in row.legal_bases],
            legal_basis_codes=["\n".join(basis.codes) for basis in row.legal_bases],
            confidentiality=row.confidentiality,
        )
    for position, release in enumerate(agreement.releases):
        rows.tie("RELEASED", rows.key, rows.node("Dataset", release.dataset), position=position, **_release(release))
    for place, basis in enumerate(agreement.legal_bases):
        for code in basis.codes or (basis.text,):
            position, known = len(rows.relationships["UNDER"]), bool(basis.codes)
            rows.tie(
                "UNDER",
                rows.key,
                rows.node("LegalBasis", code),
                position=position,
                place=place,
                wording=basis.text,
                known=known,
            )
    for position, one in enumerate(agreement.provenance):
        file = rows.node("Document", one.file, {"format": one.format})
        rows.tie("READ_FROM", rows.key, file, position=position, format=one.format, line=one.line, place=one.place)


def _release(release: Any) -> Props:
    names = ("files", "first_month", "last_month", "opt_outs_applied")
    return {name: getattr(release, name) for name in names}


def _day(day: Any) -> str | None:
    return None if day is None else day.isoformat()


def _check_keys(rows: AgreementRows) -> None:
    for label, nodes in rows.nodes.items():
        if not all(nodes):
            raise ValueError(f"a node {label} without {SCHEMA.node(label).key}")
    if not all(row["props"]["key"] for row in rows.relationships["FLOWS_TO"]):
        raise ValueError("a flow without id")


def _fingerprint(rows: AgreementRows) -> str:
    whole = [SCHEMA.version, sorted(rows.nodes.items()), sorted(rows.relationships.items())]
    return hashlib.sha256(json.dumps(whole, sort_keys=True, ensure_ascii=True).encode()).hexdigest()


def batches(agreements: Iterable[AgreementRows], most: int) -> Iterator[Sequence[AgreementRows]]:
    """Whole agreements together, about ``most`` rows a batch; one that is larger is a batch of its own."""
    batch: list[AgreementRows] = []
    size = 0
    for one in agreements:
        if batch and size + one.size > most:
            yield batch
            batch, size = [], 0
        batch.append(one)
        size += one.size
    if batch:
        yield batch
