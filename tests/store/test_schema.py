"""The schema is declared once; constraints, statements and the README's table follow from it."""

import pytest
from random_register import full_reading

from flowgraph.domain import Flow
from flowgraph.store import Store
from flowgraph.store.declaration import SCHEMA
from flowgraph.store.library import cypher_folder
from flowgraph.store.rows import rows_of
from flowgraph.store.schema import Kind, NodeType, Property, Schema
from flowgraph.store.statements import constraints, write_relationships
from flowgraph.store.table import property_table, schema_table

TYPES = {
    Kind.TEXT: str,
    Kind.DATE: str,
    Kind.NUMBER: int,
    Kind.TRUTH: bool,
    Kind.TEXTS: list,
    Kind.NUMBERS: list,
}


def test_the_constraints_of_the_cypher_folder_are_the_declared_ones():
    text = (cypher_folder() / "schema" / "constraints.cypher").read_text(encoding="utf-8")
    assert [line for line in text.splitlines() if not line.startswith("//")] == [f"{one};" for one in constraints()]


def test_the_table_names_everything():
    table = schema_table()
    for node in SCHEMA.nodes:
        assert f"| `{node.label}` |" in table
    for one in SCHEMA.relationships:
        assert f"`(:{one.source})-[:{one.name}]->(:{one.target})`" in table
    assert all(
        line.count(" | ") == 2 for line in property_table(SCHEMA.relationship("FLOWS_TO").properties).splitlines()[2:]
    )


def test_what_is_written_is_what_is_declared():
    rows = rows_of(full_reading())
    for label, nodes in rows.nodes.items():
        declared = {one.name: one.kind for one in SCHEMA.node(label).properties}
        for props in nodes.values():
            assert {
                name: isinstance(value, TYPES[declared[name]]) for name, value in props.items()
            }.keys() <= declared.keys()
            assert all(isinstance(value, TYPES[declared[name]]) for name, value in props.items())
    for name, ties in rows.relationships.items():
        declared = {one.name: one.kind for one in SCHEMA.relationship(name).properties}
        for row in ties:
            assert all(isinstance(value, TYPES[declared[key]]) for key, value in row["props"].items())
    assert set(rows.relationships) == {one.name for one in SCHEMA.relationships if one.of_agreement}


def test_every_field_of_a_flow_is_kept():
    kept = {one.name for one in SCHEMA.relationship("FLOWS_TO").properties}
    called = {
        "id": "key",
        "agreement": "reference",
        "source": "source_name",
        "target": "target_name",
        "marks": "mark_roles",
    }
    assert {called.get(name, name) for name in Flow.model_fields} <= kept


def test_every_property_is_in_the_statement_that_writes_it():
    for one in SCHEMA.relationships:
        text = write_relationships(one, []).text
        assert all(f"{prop.name}: row.props.{prop.name}" in text for prop in one.properties)


def test_a_declaration_that_is_not_sound_is_refused():
    key = Property(name="key", kind=Kind.TEXT, meaning="key")
    with pytest.raises(ValueError, match="is none of its properties"):
        NodeType(label="Thing", meaning="a thing", key="id", properties=(key,))
    thing = NodeType(label="Thing", meaning="a thing", key="key", properties=(key,))
    with pytest.raises(ValueError, match="share a name"):
        Schema(version=1, nodes=(thing, thing), relationships=())


def test_the_declared_constraints_are_in_the_store(store: Store):
    store.writer().prepare()
    rows = store.view().cypher("SHOW CONSTRAINTS").records()
    unique = {
        (row["labelsOrTypes"][0], row["properties"][0])
        for row in rows
        if row["type"]
        in ("UNIQUENESS", "RELATIONSHIP_UNIQUENESS", "NODE_PROPERTY_UNIQUENESS", "RELATIONSHIP_PROPERTY_UNIQUENESS")
    }
    declared = {(node.label, node.key) for node in SCHEMA.nodes} | {("FLOWS_TO", "key")}
    assert declared <= unique
