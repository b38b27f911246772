"""Values as both engines give them, made the same: texts, numbers, truth values, None, lists, maps."""

import importlib
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

PLAIN = (str, int, float, bool, type(None))


def plain_java(value: Any) -> Any:
    """A value of the embedded engine; nodes and relationships become their properties, dates ISO texts."""
    if isinstance(value, PLAIN):
        return value
    if isinstance(value, Mapping):
        return {str(name): plain_java(one) for name, one in value.items() if not str(name).startswith("@")}
    if isinstance(value, list | tuple | set):
        return [plain_java(one) for one in value]
    if isinstance(value, date | datetime | time):
        return value.isoformat()
    if isinstance(value, timedelta):
        return str(value)
    properties = getattr(value, "propertiesAsMap", None)
    if properties is not None:
        convert = importlib.import_module("arcadedb_embedded").convert_java_to_python
        return {str(name): plain_java(convert(one)) for name, one in dict(properties()).items()}
    return str(value)


def plain_server(value: Any) -> Any:
    """A value of Neo4j's driver; nodes and relationships become their properties, paths lists of both."""
    if isinstance(value, PLAIN):
        return value
    if isinstance(value, list | tuple):
        return [plain_server(one) for one in value]
    if hasattr(value, "nodes") and hasattr(value, "relationships"):
        nodes, between = list(value.nodes), list(value.relationships)
        steps = [one for pair in zip(nodes, between, strict=False) for one in pair] + nodes[-1:]
        return [plain_server(one) for one in steps]
    if hasattr(value, "items"):
        return {str(name): plain_server(one) for name, one in value.items()}
    if hasattr(value, "iso_format"):
        return value.iso_format()
    return str(value)
