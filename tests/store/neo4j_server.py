"""A real Neo4j for the tests: started in a fresh folder on a free port, stopped, killed, started again."""

import os
import secrets
import socket
import subprocess
import time
from dataclasses import dataclass, field
from pathlib import Path

import neo4j
import pytest
from pydantic import SecretStr

from flowgraph.store import Settings

# Where it lists "neo4j", a Neo4j that is not to be had fails the tests that need it, instead of skipping them.
REQUIRE = "FLOWGRAPH_REQUIRE"
TOOL = Path(__file__).resolve().parents[3] / "shared" / "tools" / "neo4j" / "neo4j"


def no_server() -> None:
    """Skip the test, or fail it where Neo4j is required."""
    sentence = "no Neo4j to test against: set NEO4J_URI and NEO4J_PASSWORD to a server whose graph may be emptied"
    if "neo4j" in os.environ.get(REQUIRE, "").split(","):
        pytest.fail(sentence)
    pytest.skip(sentence)


@dataclass
class Neo4jServer:
    """A server with authentication on."""

    url: str
    password: str
    tool: Path | None = None
    home: Path | None = None
    started: bool = False
    process: "subprocess.Popen[bytes] | None" = field(default=None, repr=False)

    @classmethod
    def at(cls, url: str, password: str) -> "Neo4jServer":
        """A server that runs already."""
        return cls(url, password)

    @classmethod
    def own(cls, tool: Path, home: Path) -> "Neo4jServer":
        """A server of the tests' own; not started yet."""
        with socket.socket() as listener:
            listener.bind(("127.0.0.1", 0))
            port = listener.getsockname()[1]
        return cls(f"neo4j://127.0.0.1:{port}", secrets.token_hex(12), tool, home)

    @property
    def settings(self) -> Settings:
        """The settings with the server's password."""
        username = os.environ.get("NEO4J_USERNAME") or "neo4j"
        return Settings(password=SecretStr(self.password), username=username)

    @property
    def bolt(self) -> str:
        """The same server without routing."""
        return self.url.replace("neo4j", "bolt", 1)

    @property
    def environment(self) -> dict[str, str]:
        """What a program of its own needs to log in."""
        return {**os.environ, "NEO4J_USERNAME": self.settings.username, "NEO4J_PASSWORD": self.password}

    def start(self) -> None:
        """Start the server, and wait until it says that it is ready (the port is open before the password is set)."""
        assert self.tool is not None
        assert self.home is not None
        port = self.url.rpartition(":")[2]
        with (self.home.parent / f"{self.home.name}.log").open("ab") as log:
            self.process = subprocess.Popen(
                [str(self.tool), str(self.home), port, self.password],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
            )
        assert self.process.stdout is not None
        said = self.process.stdout.readline() if not self.started else b""
        if not self.started and not said.startswith(b"ready"):
            raise RuntimeError(f"Neo4j did not start: see {log.name}")
        while self.started and not self._lets_in():
            time.sleep(0.5)
        self.started = True

    def _lets_in(self) -> bool:
        """Started again it never says that it is ready, for it cannot set a password to what it is."""
        assert self.process is not None
        assert self.process.poll() is None, "Neo4j ended"
        try:
            with neo4j.GraphDatabase.driver(self.bolt, auth=("neo4j", self.password)) as driver:
                driver.execute_query("RETURN 1")
        except neo4j.exceptions.DriverError:
            return False
        return True

    def stop(self) -> None:
        """Stop it cleanly."""
        if self.process is not None and self.process.stdin is not None:
            self.process.stdin.close()
            try:
                self.process.wait(20)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait(60)
            self._let_go()

    def kill(self) -> None:
        """Kill it, as a power cut would."""
        assert self.process is not None
        self.process.kill()
        self.process.wait(60)
        self._let_go()

    def _let_go(self) -> None:
        for pipe in (self.process.stdin, self.process.stdout) if self.process else ():
            if pipe is not None:
                pipe.close()
