"""Extraction: what moves from whom to whom, read from the Processing text of an agreement."""

from flowgraph.flows.reader import read_flows

__all__ = ["read_flows"]
