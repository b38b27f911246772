"""Whole readings out of a store, as they were loaded; only the full text of the sections is not kept."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from flowgraph.domain import (
    Agreement,
    Answer,
    Controller,
    DatasetRow,
    Evidence,
    Issue,
    LegalBasis,
    Provenance,
    Reading,
    Release,
    SectionName,
    Unread,
)
from flowgraph.store.engine import Reader
from flowgraph.store.rows import AS_THEY_ARE
from flowgraph.store.stored import flow_of, host_of, party_of, period_of

Row = Mapping[str, Any]

# Relationships at an agreement's node: the label and key of the other end.
TO_AGREEMENT = ("PARTY_TO", "CONTROLLER_OF", "PROCESSOR_OF", "HOSTS_WITHIN")
FROM_AGREEMENT = {
    "COVERS": "Dataset {name",
    "RELEASED": "Dataset {name",
    "UNDER": "LegalBasis {code",
    "READ_FROM": "Document {file",
}


def stored_readings(reader: Reader) -> Iterator[Reading]:
    """Every agreement version in a store, in the order of reference and version."""
    nodes = reader.read("MATCH (n:Agreement) RETURN properties(n) AS agreement ORDER BY n.reference, n.key")
    tied = {name: _tied(reader, name) for name in (*TO_AGREEMENT, *FROM_AGREEMENT, "HOSTS")}
    keys = [row["agreement"]["key"] for row in nodes]
    for start in range(0, len(nodes), 200):
        flows: dict[str, list[Row]] = defaultdict(list)
        for row in reader.flows(keys[start : start + 200]):
            flows[row["agreement"]].append(row)
        for node in nodes[start : start + 200]:
            agreement = node["agreement"]
            of_it = {name: rows.get(agreement["key"], []) for name, rows in tied.items()}
            yield _reading(agreement, of_it, sorted(flows[agreement["key"]], key=lambda row: row["position"]))


def _tied(reader: Reader, name: str) -> dict[str, list[Row]]:
    """The relationships of a type by agreement, in their order, with the key of the other end."""
    if name == "HOSTS":
        text = (
            "MATCH (a:Organisation)-[r:HOSTS]->(b:Organisation) "
            "RETURN properties(r) AS props, a.key AS host, b.key AS serves"
        )
    elif name in TO_AGREEMENT:
        other = "host" if name == "HOSTS_WITHIN" else "other"
        text = f"MATCH (a:Organisation)-[r:{name}]->(:Agreement) RETURN properties(r) AS props, a.key AS {other}"
    else:
        label, _, key = FROM_AGREEMENT[name].partition(" {")
        text = f"MATCH (:Agreement)-[r:{name}]->(b:{label}) RETURN properties(r) AS props, b.{key} AS other"
    found: dict[str, list[Row]] = defaultdict(list)
    for row in reader.read(text):
        found[row["props"]["agreement"]].append({**row["props"], **{k: v for k, v in row.items() if k != "props"}})
    for rows in found.values():
        rows.sort(key=lambda row: row["position"])
    return found


def _reading(node: Row, tied: Mapping[str, Sequence[Row]], flows: Sequence[Row]) -> Reading:
    parties = {name: [party_of("party", row["other"], row) for row in tied[name]] for name in TO_AGREEMENT[:3]}
    hosts = sorted((*tied["HOSTS"], *tied["HOSTS_WITHIN"]), key=lambda row: row["position"])
    listed = [party for party, row in zip(parties["PARTY_TO"], tied["PARTY_TO"], strict=True) if row["position"] >= 0]
    return Reading(
        agreement=_agreement(node, tied),
        parties=tuple(listed),
        controllers=tuple(parties["CONTROLLER_OF"]),
        processors=tuple(parties["PROCESSOR_OF"]),
        flows=tuple(map(flow_of, flows)),
        hosts=tuple(map(host_of, hosts)),
        unread=tuple(_unread(node)),
        movement_sentences=node["movement_sentences"],
        issues=tuple(Issue.model_validate_json(text) for text in node.get("issues") or ()),
    )


def _unread(node: Row) -> Iterator[Unread]:
    names = ("unread_sections", "unread_starts", "unread_ends", "unread_quotes", "unread_reasons")
    for section, start, end, quote, reason in zip(*(node.get(name) or () for name in names), strict=True):
        evidence = Evidence(section=SectionName(section), start=start, end=end, quote=quote)
        yield Unread(evidence=evidence, reason=reason or None)


def _agreement(node: Row, tied: Mapping[str, Sequence[Row]]) -> Agreement:
    as_they_are: dict[str, Any] = {name: node[name] for name in AS_THEY_ARE if node.get(name) is not None}
    return Agreement(
        **as_they_are,
        organisations=tuple(node.get("organisations") or ()),
        controllers=tuple(
            Controller(name=name, code=code or None)
            for name, code in zip(node.get("controller_names") or (), node.get("controller_codes") or (), strict=True)
        ),
        period=period_of(node.get("starts"), node.get("ends"), node.get("period", "")),
        release_period=period_of(node.get("release_starts"), node.get("release_ends"), node.get("release_period", "")),
        legal_bases=tuple(_legal_bases(tied["UNDER"])),
        sublicensing=Answer(node["sublicensing"]),
        commercial=Answer(node["commercial"]),
        datasets=tuple(map(_dataset_row, tied["COVERS"])),
        releases=tuple(
            Release(
                dataset=row["other"],
                files=row.get("files"),
                first_month=row.get("first_month"),
                last_month=row.get("last_month"),
                opt_outs_applied=row.get("opt_outs_applied", ""),
            )
            for row in tied["RELEASED"]
        ),
        provenance=tuple(
            Provenance(file=row["other"], format=row["format"], line=row.get("line"), place=row.get("place"))
            for row in tied["READ_FROM"]
        ),
    )


def _legal_bases(rows: Sequence[Row]) -> Iterator[LegalBasis]:
    codes: dict[tuple[int, str], list[str]] = {}
    for row in rows:
        codes.setdefault((row["place"], row["wording"]), []).extend([row["other"]] if row["known"] else [])
    for (_, wording), several in codes.items():
        yield LegalBasis(text=wording, codes=tuple(several))


def _dataset_row(row: Row) -> DatasetRow:
    bases = zip(row.get("legal_basis_texts") or (), row.get("legal_basis_codes") or (), strict=True)
    return DatasetRow(
        name=row["other"],
        **{name: row.get(name, "") for name in ("type_of_data", "sensitivity", "frequency", "confidentiality")},
        legal_bases=tuple(
            LegalBasis(text=text, codes=tuple(codes.split("\n")) if codes else ()) for text, codes in bases
        ),
    )
