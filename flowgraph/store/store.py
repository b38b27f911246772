"""Opening a store: the one way in, whichever engine keeps the graph."""

import importlib.util
from pathlib import Path
from types import TracebackType

from flowgraph.graph import Lexicon
from flowgraph.store.address import Folder, Server, read_address
from flowgraph.store.engine import Engine
from flowgraph.store.errors import MissingEngine
from flowgraph.store.settings import Settings
from flowgraph.store.view import StoreView
from flowgraph.store.writer import Writer, check_version


class Store:
    """An open store. ``view`` reads and cannot write; ``writer`` writes and answers nothing."""

    def __init__(
        self, address: Folder | Server, engine: Engine, settings: Settings, lexicon: Lexicon | None = None
    ) -> None:
        """Use :func:`open_store`."""
        self.address = address
        self._engine = engine
        self._settings = settings
        self._lexicon = lexicon

    def view(self) -> StoreView:
        """The reading side, as of now."""
        return StoreView(self._engine.reader, self._settings, self._lexicon)

    def writer(self) -> Writer:
        """The writing side."""
        return Writer(self._engine, self._settings, self._lexicon)

    def close(self) -> None:
        """Let the store go; closing twice is no error."""
        self._engine.close()

    def __enter__(self) -> "Store":
        """The store itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        """Close the store."""
        self.close()

    def __repr__(self) -> str:
        """The address, which holds no secret."""
        return f"<Store {self.address}>"


def open_store(
    url: str | None = None,
    settings: Settings | None = None,
    *,
    create: bool = False,
    lexicon: Lexicon | None = None,
) -> Store:
    """Open the store at a URL (``neo4j://…``, ``bolt://…``) or in a folder; without either the settings' store.

    ``create`` makes an embedded store where there is none; the lexicon is the package's own unless another is given.
    Raises StoreError (one of its kinds): an address that
    cannot be read, an engine that is missing, a store that is not there, in use, unreachable, refuses the login,
    or was written by a newer version.
    """
    settings = settings or Settings.from_environment()
    address = read_address(url, settings)
    engine = _engine(address, settings, create)
    try:
        check_version(engine)
    except BaseException:
        engine.close()
        raise
    return Store(address, engine, settings, lexicon)


def _engine(address: Folder | Server, settings: Settings, create: bool) -> Engine:
    # The engines are large; each is imported when it is used.
    if isinstance(address, Server):
        from flowgraph.store.server import ServerEngine

        return ServerEngine(address, settings)
    if importlib.util.find_spec("arcadedb_embedded") is None:
        from flowgraph.store.java import missing_engine

        raise MissingEngine(missing_engine())
    from flowgraph.store.embedded import EmbeddedEngine

    return EmbeddedEngine(Path(address.path), settings, create=create)
