"""The Java machine of the embedded engine: started once a process, quiet, and shut off from files and network."""

import importlib
import importlib.util
import json
import os
import platform
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from types import ModuleType
from typing import Any

from flowgraph.store.errors import MissingEngine

INSTALL = "pip install 'flowgraph[store]'"

ARGUMENTS = (
    # Without these a query that only reads can read any file of the machine, or any address of the network.
    "-Darcadedb.opencypher.loadCsv.allowFileUrls=false",
    "-Darcadedb.opencypher.loadCsv.allowRemoteUrls=false",
    # Its own default is to log into a folder where the user works.
    f"-Djava.util.logging.config.file={os.devnull}",
    # A crash report would otherwise make a folder where the user works.
    f"-XX:ErrorFile={os.devnull}",
)


class _NoError(Exception):
    """Stands for the engine's error where the engine is not installed; it is never raised."""


def _engine_error() -> type[Exception]:
    if importlib.util.find_spec("arcadedb_embedded") is None:
        return _NoError
    error: type[Exception] = importlib.import_module("arcadedb_embedded.exceptions").ArcadeDBError
    return error


@cache
def arcadedb() -> ModuleType:
    """The engine's Python package. Raises MissingEngine with what to do where it is not there."""
    try:
        return importlib.import_module("arcadedb_embedded")
    except ImportError as error:
        raise MissingEngine(missing_engine()) from error


def missing_engine() -> str:
    """What to do where the embedded engine is not there: install it, or use Neo4j where it cannot be had."""
    machine = f"{platform.system()} {platform.machine()}"
    if engine_exists_for(platform.system(), platform.machine()):
        return f"the embedded store needs an engine that is not installed: {INSTALL}; or give --store neo4j://host:7687"
    return f"the embedded store's engine is not made for {machine}; give --store neo4j://host:7687 instead"


def engine_exists_for(system: str, machine: str) -> bool:
    """Whether the embedded engine is published for a platform (as the extra's markers say)."""
    return (system, machine.casefold()) in {
        ("Linux", "x86_64"),
        ("Linux", "aarch64"),
        ("Darwin", "arm64"),
        ("Windows", "amd64"),
    }


@cache
def start_java(heap: str) -> None:
    """Start the Java machine with at most ``heap`` of memory; a second call with the same does nothing.

    Raises MissingEngine where the engine, or what it needs of the system, is not there.
    """
    package = arcadedb()
    try:
        with _quiet_start():
            package.jvm.start_jvm(heap_size=heap, jvm_args=ARGUMENTS)
    except package.ArcadeDBError as error:
        if "different settings" not in str(error):
            raise MissingEngine(
                "the embedded store's engine does not start on this machine (it needs glibc 2.34 or later); "
                "give --store neo4j://host:7687 instead"
            ) from error
    _silence()


def limit_commands(seconds: float | None) -> None:
    """Let the engine stop what runs longer; None lifts the limit. It holds for the whole process."""
    setting = _java("com.arcadedb.GlobalConfiguration").COMMAND_TIMEOUT
    setting.setValue(0 if seconds is None else max(1, int(seconds * 1000)))


def java_map(values: Mapping[str, Any]) -> Any:
    """The values as a Java map, handed over as one text: value by value it takes three times as long."""
    return _java("com.arcadedb.serializer.json.JSONObject")(json.dumps(values)).toMap()


@contextmanager
def _quiet_start() -> Iterator[None]:
    """Java warns of a module on the standard error as it starts, past every setting; that is held back."""
    kept = os.dup(2)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, 2)
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(nowhere)


def _silence() -> None:
    """The engine logs to the standard error; what matters of it comes as exceptions too."""
    level = _java("java.util.logging.Level")
    manager = _java("java.util.logging.LogManager").getLogManager()
    # The first line logged makes the engine set its handlers; only then can they be taken away.
    _java("com.arcadedb.log.LogManager").instance().log(manager, level.FINE, "silenced")
    manager.reset()
    manager.getLogger("").setLevel(level.OFF)


@cache
def _java(name: str) -> Any:
    return importlib.import_module("jpype").JClass(name)


ArcadeDBError = _engine_error()
