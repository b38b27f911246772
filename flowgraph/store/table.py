"""The schema as a table in Markdown, for the README."""

from collections.abc import Iterable

from flowgraph.store.declaration import SCHEMA
from flowgraph.store.schema import Property


def schema_table() -> str:
    """Every label and relationship type with its ends, what it is, its key and its properties, as Markdown tables."""
    nodes = [
        f"| `{one.label}` | {one.meaning} | `{one.key}` | {_names(one.properties, one.key)} |" for one in SCHEMA.nodes
    ]
    relationships = [
        f"| `(:{one.source})-[:{one.name}]->(:{one.target})` | {one.meaning} | {_names(one.properties)} |"
        for one in SCHEMA.relationships
    ]
    return "\n".join(
        [
            "| node | what it is | key | other properties |",
            "|---|---|---|---|",
            *nodes,
            "",
            "| relationship | what it says | properties |",
            "|---|---|---|",
            *relationships,
            "",
        ]
    )


def property_table(properties: Iterable[Property]) -> str:
    """Properties with what they hold and mean, as a Markdown table."""
    rows = [f"| `{one.name}` | {one.kind} | {one.meaning.replace('|', chr(92) + '|')} |" for one in properties]
    return "\n".join(["| property | holds | what it says |", "|---|---|---|", *rows, ""])


def _names(properties: Iterable[Property], key: str = "") -> str:
    return ", ".join(f"`{one.name}`" for one in properties if one.name != key) or "–"
