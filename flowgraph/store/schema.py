"""The types in which the graph's schema is declared."""

from enum import StrEnum

from pydantic import model_validator

from flowgraph.domain.base import Frozen


class Kind(StrEnum):
    """What a property holds. All of these are stored alike by both engines; dates are ISO 8601 texts."""

    TEXT = "text"
    TEXTS = "list of texts"
    NUMBER = "whole number"
    NUMBERS = "list of whole numbers"
    TRUTH = "true or false"
    DATE = "date as text"


class Property(Frozen):
    """A property of a node or relationship; one that is absent is not known."""

    name: str
    kind: Kind
    meaning: str


class NodeType(Frozen):
    """A label, the property that identifies its nodes, and the others."""

    label: str
    meaning: str
    key: str
    properties: tuple[Property, ...]

    @model_validator(mode="after")
    def _key_is_declared(self) -> "NodeType":
        if self.key not in {one.name for one in self.properties}:
            raise ValueError(f"{self.label}: the key {self.key} is none of its properties")
        return self


class RelationshipType(Frozen):
    """A relationship type with the labels of its two ends, its properties, and its key where it has one.

    ``of_agreement`` says that each belongs to one agreement version, by its property ``agreement``, and is
    replaced with it.
    """

    name: str
    meaning: str
    source: str
    target: str
    of_agreement: bool
    key: str | None = None
    properties: tuple[Property, ...] = ()

    @model_validator(mode="after")
    def _keys_are_declared(self) -> "RelationshipType":
        names = {one.name for one in self.properties}
        needed = {name for name in (self.key, "agreement" if self.of_agreement else None) if name is not None}
        if not needed <= names:
            raise ValueError(f"{self.name}: {', '.join(sorted(needed - names))} is none of its properties")
        return self


class Schema(Frozen):
    """The whole graph; ``version`` grows when a store of an earlier version can no longer be read as it is."""

    version: int
    nodes: tuple[NodeType, ...]
    relationships: tuple[RelationshipType, ...]

    @model_validator(mode="after")
    def _names_are_distinct(self) -> "Schema":
        names = [one.label for one in self.nodes] + [one.name for one in self.relationships]
        if len(set(names)) != len(names):
            raise ValueError("two labels or relationship types share a name")
        labels = {one.label for one in self.nodes}
        for one in self.relationships:
            if not {one.source, one.target} <= labels:
                raise ValueError(f"{one.name}: an end is no declared label")
        return self

    def node(self, label: str) -> NodeType:
        """The node type of a label; KeyError where there is none."""
        return {one.label: one for one in self.nodes}[label]

    def relationship(self, name: str) -> RelationshipType:
        """The relationship type of a name; KeyError where there is none."""
        return {one.name: one for one in self.relationships}[name]
