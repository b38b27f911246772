"""Where a store is: a folder for the embedded engine, or the URL of a Neo4j server. No secret is ever shown."""

from urllib.parse import SplitResult, unquote, urlsplit, urlunsplit

from pydantic import SecretStr

from flowgraph.domain.base import Frozen
from flowgraph.store.errors import StoreError, one_line
from flowgraph.store.settings import PASSWORD_VARIABLE, Settings

SERVER_SCHEMES = ("neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc")


class Folder(Frozen):
    """An embedded store in a folder of this machine."""

    path: str

    def __str__(self) -> str:
        """The folder as it was given."""
        return self.path


class Server(Frozen):
    """A Neo4j server: its URL without user information, who logs in, and the database."""

    url: str
    username: str
    password: SecretStr
    database: str

    def __str__(self) -> str:
        """The URL, without credentials."""
        return self.url


def read_address(text: str | None, settings: Settings) -> Folder | Server:
    """The address that the user's words mean; nothing means the store of the settings.

    ``neo4j://`` and ``bolt://`` (also with ``+s`` and ``+ssc``) mean a server, whose user, password and database
    come from the URL or from the settings (``neo4j://user:password@host:7687/database``); anything else is a
    folder. Raises StoreError for another scheme, for a URL that is none, and where there is no password.
    """
    text = text or settings.store
    scheme = text.partition("://")[0].casefold() if "://" in text else ""
    if not scheme:
        return Folder(path=text)
    if scheme not in SERVER_SCHEMES:
        raise StoreError(
            f"no store is known for {one_line(scheme, 20)}://; give a folder, or a URL that begins with "
            "neo4j://, neo4j+s:// or bolt://"
        )
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        raise StoreError("the store's URL cannot be read; write it as neo4j://host:7687") from None
    if not parts.hostname:
        raise StoreError("the store's URL names no host; write it as neo4j://host:7687")
    password = SecretStr(unquote(parts.password)) if parts.password else settings.password
    if password is None:
        raise StoreError(f"no password for {_plain(parts, port)}; set {PASSWORD_VARIABLE} in the environment")
    return Server(
        url=_plain(parts, port),
        username=unquote(parts.username) if parts.username else settings.username,
        password=password,
        database=unquote(parts.path.strip("/")) or settings.database,
    )


def _plain(parts: SplitResult, port: int | None) -> str:
    """The URL without user information, path, query and fragment (a query may hold a routing context: kept)."""
    host = f"[{parts.hostname}]" if ":" in (parts.hostname or "") else parts.hostname or ""
    return urlunsplit((parts.scheme, host if port is None else f"{host}:{port}", "", parts.query, ""))
