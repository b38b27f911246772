"""The statements that write a graph, made from its declaration. Values only ever travel as parameters."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import Field

from flowgraph.domain.base import Frozen
from flowgraph.store.declaration import SCHEMA, STORE_LABEL
from flowgraph.store.schema import NodeType, RelationshipType

Row = Mapping[str, Any]


class Statement(Frozen):
    """A statement with its parameters; ``rows`` is how many rows it must have written, None where any number will do.

    Where an engine has a faster language for a look-up by a relationship's property, ``language`` names it.
    """

    text: str
    parameters: Mapping[str, Any] = Field(default_factory=dict)
    rows: int | None = None
    language: str = "cypher"


def constraints() -> tuple[str, ...]:
    """The constraints and indexes that a store has before anything is loaded; each may be run again at any time."""
    made = [
        f"CREATE CONSTRAINT {_snake(node.label)}_{node.key} IF NOT EXISTS FOR (n:{node.label}) "
        f"REQUIRE n.{node.key} IS UNIQUE"
        for node in SCHEMA.nodes
    ]
    made.append(f"CREATE CONSTRAINT flowgraph_store_key IF NOT EXISTS FOR (n:{STORE_LABEL}) REQUIRE n.key IS UNIQUE")
    for one in SCHEMA.relationships:
        if one.key is not None:
            made.append(
                f"CREATE CONSTRAINT {one.name.lower()}_{one.key} IF NOT EXISTS FOR ()-[r:{one.name}]-() "
                f"REQUIRE r.{one.key} IS UNIQUE"
            )
    for one in SCHEMA.relationships:
        if between_organisations(one):
            made.append(
                f"CREATE INDEX {one.name.lower()}_agreement IF NOT EXISTS FOR ()-[r:{one.name}]-() ON (r.agreement)"
            )
    return tuple(made)


def between_organisations(one: RelationshipType) -> bool:
    """Whether a relationship of an agreement does not end at the agreement's node, and is found by its property."""
    return one.of_agreement and "Agreement" not in (one.source, one.target)


def write_nodes(node: NodeType, rows: Sequence[Row]) -> Statement:
    """Makes the nodes that are not there yet; a row has the key and, under ``props``, the other properties."""
    return Statement(
        text=(
            f"UNWIND $rows AS row MERGE (n:{node.label} {{{node.key}: row.key}}) "
            "ON CREATE SET n += row.props RETURN count(*) AS n"
        ),
        parameters={"rows": list(rows)},
        rows=len(rows),
    )


def change_nodes(node: NodeType, rows: Sequence[Row]) -> Statement:
    """Sets properties of nodes that are there."""
    return Statement(
        text=(
            f"UNWIND $rows AS row MATCH (n:{node.label} {{{node.key}: row.key}}) "
            "SET n += row.props RETURN count(*) AS n"
        ),
        parameters={"rows": list(rows)},
        rows=len(rows),
    )


def write_relationships(one: RelationshipType, rows: Sequence[Row]) -> Statement:
    """Makes relationships; a row has the keys of both ends (``source``, ``target``) and ``props``.

    They are created, not merged: what the agreement had before was removed in the same transaction, and a merge
    would look through every relationship of a hub once for each row. The properties are named one by one: that is
    several times as fast as setting them from a map behind the creation.
    """
    source, target = SCHEMA.node(one.source), SCHEMA.node(one.target)
    properties = ", ".join(f"{prop.name}: row.props.{prop.name}" for prop in one.properties)
    return Statement(
        text=(
            f"UNWIND $rows AS row MATCH (a:{source.label} {{{source.key}: row.source}}) "
            f"MATCH (b:{target.label} {{{target.key}: row.target}}) "
            f"CREATE (a)-[r:{one.name} {{{properties}}}]->(b) RETURN count(*) AS n"
        ),
        parameters={"rows": list(rows)},
        rows=len(rows),
    )


def remove_relationships(one: RelationshipType, rows: Sequence[Row]) -> Statement:
    """Removes the relationships between given pairs of ends."""
    source, target = SCHEMA.node(one.source), SCHEMA.node(one.target)
    return Statement(
        text=(
            f"UNWIND $rows AS row MATCH (a:{source.label} {{{source.key}: row.source}})"
            f"-[r:{one.name}]->(b:{target.label} {{{target.key}: row.target}}) DELETE r"
        ),
        parameters={"rows": list(rows)},
    )


def remove_agreement_nodes(keys: Sequence[str]) -> Statement:
    """Removes agreement nodes with every relationship that ends at them."""
    return Statement(
        text="UNWIND $keys AS key MATCH (n:Agreement {key: key}) DETACH DELETE n", parameters={"keys": list(keys)}
    )


def remove_orphans(node: NodeType, limit: int) -> Statement:
    """Removes nodes of a label that nothing is tied to any more, at most ``limit`` of them."""
    return Statement(
        text=f"MATCH (n:{node.label}) WHERE NOT (n)--() WITH n LIMIT {int(limit)} DELETE n RETURN count(*) AS n"
    )


def remove_all(label: str, limit: int) -> Statement:
    """Removes nodes of a label with what is tied to them, at most ``limit`` of them."""
    return Statement(text=f"MATCH (n:{label}) WITH n LIMIT {int(limit)} DETACH DELETE n RETURN count(*) AS n")


def _snake(label: str) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", "_", label).lower()
