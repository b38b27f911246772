"""Every setting of the stores, in one place: environment variables, limits, sizes."""

import os
from collections.abc import Mapping
from pathlib import Path

from pydantic import SecretStr

from flowgraph.domain.base import Frozen

STORE_VARIABLE = "FLOWGRAPH_STORE"
USERNAME_VARIABLE = "NEO4J_USERNAME"
PASSWORD_VARIABLE = "NEO4J_PASSWORD"
DATABASE_VARIABLE = "NEO4J_DATABASE"
HEAP_VARIABLE = "FLOWGRAPH_STORE_HEAP"


class Settings(Frozen):
    """What decides how stores behave. ``from_environment`` reads it; the defaults are those of the README.

    ``store`` is where the graph is kept when no address is given. Times are in seconds; ``heap`` is the most
    memory the embedded engine may take, in the notation of Java (``512m``).
    """

    store: str = "flowgraph-store"
    username: str = "neo4j"
    password: SecretStr | None = None
    database: str = "neo4j"
    heap: str = "512m"
    batch_rows: int = 1000
    time_limit: float = 30.0
    row_limit: int = 10_000
    connect_timeout: float = 10.0
    retry_time: float = 60.0

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> "Settings":
        """The settings with what the environment variables say; empty variables count as unset."""
        names = {
            "store": STORE_VARIABLE,
            "username": USERNAME_VARIABLE,
            "password": PASSWORD_VARIABLE,
            "database": DATABASE_VARIABLE,
            "heap": HEAP_VARIABLE,
        }
        return cls(**{field: environment[name] for field, name in names.items() if environment.get(name)})  # type: ignore[arg-type]

    @property
    def folder(self) -> Path:
        """The folder of the embedded store when no address is given."""
        return Path(self.store)
