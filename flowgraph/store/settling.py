"""What holds of the graph as a whole, put right after a load: only what differs is written.

Fullest names, the newest versions, succession, parts and containment follow from everything in the store, not
from one agreement; and what a replaced agreement leaves behind belongs to nobody. Until this has run the store
holds whole agreements all the same, and running it again after a load that was cut off mends all of it.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from flowgraph.domain import Party, Period
from flowgraph.graph import AgreementVersion
from flowgraph.graph.succession import find_ties
from flowgraph.graph.versions import age_order
from flowgraph.graph.words import Lexicon, house_lexicon
from flowgraph.lexicon import datasets
from flowgraph.lexicon import organisations as bodies
from flowgraph.store.declaration import AGREEMENT_NODE, DATASET, ORGANISATION, SCHEMA
from flowgraph.store.engine import Engine, Reader
from flowgraph.store.rows import organisation
from flowgraph.store.schema import NodeType
from flowgraph.store.statements import (
    Row,
    Statement,
    change_nodes,
    remove_orphans,
    remove_relationships,
    write_nodes,
    write_relationships,
)
from flowgraph.store.stored import party_of, period_of

CHUNK = 1000

Ties = Mapping[tuple[str, str], Mapping[str, Any]]


def settle(engine: Engine, lexicon: Lexicon | None = None) -> int:
    """Put right what holds of the whole graph; gives the number of nodes removed because nothing was tied to them."""
    lexicon = lexicon or house_lexicon()
    called = _called(engine.reader)
    _change(engine, ORGANISATION, _organisations(called), ("name", "kind", "code", "role_of", "names", "codes"))
    _change(engine, AGREEMENT_NODE, _ages(engine.reader), ("age", "newest"))
    parties = [party for forms in called.values() for party in forms]
    ties = find_ties(parties, lexicon)
    _tie(engine, "SUCCEEDED_BY", {(one.predecessor, one.successor): {"since": one.since.isoformat()} for one in ties})
    _tie(engine, "PART_OF", _parts(parties, lexicon))
    removed = 0
    names = _datasets(engine, lexicon)
    _change(engine, DATASET, {name: {"known_as": lexicon.dataset(name) or name} for name in names}, ("known_as",))
    _tie(engine, "CONTAINS", _containment(names, lexicon))
    for node in SCHEMA.nodes:
        if node.label != "Agreement":
            while count := sum(engine.write([remove_orphans(node, CHUNK)])):
                removed += count
    return removed


def _called(reader: Reader) -> dict[str, list[Party]]:
    """Everything that agreements call each party, the fullest name first, as the graph in memory orders it."""
    found = reader.read(
        "MATCH (o:Organisation)-[p:PARTY_TO]->() RETURN DISTINCT o.key AS key, p.party_name AS party_name, "
        "p.party_kind AS party_kind, p.party_code AS party_code, p.party_role_of AS party_role_of"
    )
    called: dict[str, list[Party]] = defaultdict(list)
    for row in found:
        called[row["key"]].append(party_of("party", row["key"], row))
    for forms in called.values():
        forms.sort(key=lambda one: (-len(one.name), one.name, one.kind, one.code or ""))
    return called


def _organisations(called: Mapping[str, list[Party]]) -> dict[str, dict[str, Any]]:
    wanted = {}
    for key, forms in called.items():
        props: dict[str, Any] = {"code": None, "role_of": None, **organisation(forms[0])}
        props["names"] = list(dict.fromkeys(one.name for one in forms))
        props["codes"] = sorted({one.code for one in forms if one.code})
        wanted[key] = props
    return wanted


def _ages(reader: Reader) -> dict[str, dict[str, Any]]:
    found = reader.read(
        "MATCH (n:Agreement) RETURN n.key AS key, n.reference AS reference, n.version AS version, "
        "n.starts AS starts, n.ends AS ends"
    )
    versions: dict[str, list[tuple[AgreementVersion, str]]] = defaultdict(list)
    for row in found:
        period: Period = period_of(row["starts"], row["ends"])
        versions[row["reference"]].append((AgreementVersion(row["reference"], row["version"], period), row["key"]))
    wanted: dict[str, dict[str, Any]] = {}
    for several in versions.values():
        several.sort(key=lambda one: age_order(one[0]))
        for age, (_, key) in enumerate(several):
            wanted[key] = {"age": age, "newest": age == len(several) - 1}
    return wanted


def _datasets(engine: Engine, lexicon: Lexicon) -> list[str]:
    """The names that an agreement covers, carries or released, and the data sets that these are a part of.

    The latter become nodes too, so that who asks for HES finds HES APC where no agreement says HES.
    """
    found = engine.reader.read(
        "MATCH (d:Dataset)<-[:COVERS|CARRIES|RELEASED]-(:Agreement) RETURN DISTINCT d.name AS name"
    )
    written = {row["name"] for row in found}
    shown = {lexicon.dataset(name) or name for name in written}
    known = datasets.load()
    wholes = {one.name for name in shown for one in known.wholes(name) if lexicon.contains(one.name, name)}
    names = sorted(written | shown | wholes)
    there = {row["name"] for row in engine.reader.read("MATCH (d:Dataset) RETURN d.name AS name")}
    new: list[Row] = [{"key": name, "props": {}} for name in names if name not in there]
    _write(engine, [write_nodes(DATASET, new[at : at + CHUNK]) for at in range(0, len(new), CHUNK)])
    return names


def _containment(names: Iterable[str], lexicon: Lexicon) -> Ties:
    shown = {name: lexicon.dataset(name) or name for name in names}
    groups: dict[str, list[str]] = defaultdict(list)
    for name, known in shown.items():
        groups[known].append(name)
    ties: dict[tuple[str, str], Mapping[str, Any]] = {}
    for outer in groups:
        for inner in groups:
            if outer == inner or lexicon.contains(outer, inner):
                ties.update({(one, other): {} for one in groups[outer] for other in groups[inner] if one != other})
    return ties


def _parts(parties: Iterable[Party], lexicon: Lexicon) -> Ties:
    """The parties that are a part of another party of the graph, today."""
    known = bodies.load()
    of_body: dict[str, set[str]] = defaultdict(set)
    for party in parties:
        body = lexicon.body(party)
        if body is not None:
            of_body[body.key].add(party.key)
    ties: dict[tuple[str, str], Mapping[str, Any]] = {}
    for one in known:
        for whole in known.wholes(one) if one.key in of_body else ():
            for part in of_body[one.key]:
                ties.update({(part, other): {} for other in of_body.get(whole.key, ()) if other != part})
    return ties


def _change(engine: Engine, node: NodeType, wanted: Mapping[str, Mapping[str, Any]], names: tuple[str, ...]) -> None:
    columns = ", ".join(f"n.{name} AS {name}" for name in names)
    found = engine.reader.read(f"MATCH (n:{node.label}) RETURN n.{node.key} AS id, {columns}")
    rows = [
        {"key": row["id"], "props": dict(wanted[row["id"]])}
        for row in found
        if row["id"] in wanted and any(row[name] != wanted[row["id"]].get(name) for name in names)
    ]
    _write(engine, [change_nodes(node, rows[start : start + CHUNK]) for start in range(0, len(rows), CHUNK)])


def _tie(engine: Engine, name: str, wanted: Ties) -> None:
    one = SCHEMA.relationship(name)
    source, target = SCHEMA.node(one.source), SCHEMA.node(one.target)
    found = engine.reader.read(
        f"MATCH (a:{one.source})-[r:{name}]->(b:{one.target}) "
        f"RETURN a.{source.key} AS source, b.{target.key} AS target, properties(r) AS props"
    )
    known = {(row["source"], row["target"]): row["props"] or {} for row in found}
    gone = [pair for pair, props in known.items() if wanted.get(pair) != props]
    new = [pair for pair, props in wanted.items() if known.get(pair) != props]
    removals: list[Row] = [{"source": a, "target": b} for a, b in sorted(gone)]
    rows: list[Row] = [{"source": a, "target": b, "props": dict(wanted[a, b])} for a, b in sorted(new)]
    _write(engine, [remove_relationships(one, removals[at : at + CHUNK]) for at in range(0, len(removals), CHUNK)])
    _write(engine, [write_relationships(one, rows[at : at + CHUNK]) for at in range(0, len(rows), CHUNK)])


def _write(engine: Engine, statements: Iterable[Statement]) -> None:
    for one in statements:
        engine.write([one])
