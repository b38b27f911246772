"""The graph in a store: an embedded one in a folder, or Neo4j, behind one interface."""

from flowgraph.store.errors import (
    LoadFailed,
    MissingEngine,
    QueryFailed,
    QueryRefused,
    StoreError,
    StoreNotFound,
    StoreTooNew,
    StoreUnavailable,
    TimeLimit,
)
from flowgraph.store.settings import Settings
from flowgraph.store.store import Store, open_store
from flowgraph.store.view import StoreView
from flowgraph.store.writer import Loaded, Writer

__all__ = [
    "LoadFailed",
    "Loaded",
    "MissingEngine",
    "QueryFailed",
    "QueryRefused",
    "Settings",
    "Store",
    "StoreError",
    "StoreNotFound",
    "StoreTooNew",
    "StoreUnavailable",
    "StoreView",
    "TimeLimit",
    "Writer",
    "open_store",
]
