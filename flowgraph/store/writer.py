"""Writing what was read into a store: whole agreements, many a transaction, each replaced as one."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from flowgraph.domain import Reading
from flowgraph.domain.base import Frozen
from flowgraph.graph import Lexicon
from flowgraph.graph.words import house_lexicon
from flowgraph.store.declaration import SCHEMA, STORE_LABEL
from flowgraph.store.engine import Engine
from flowgraph.store.errors import LoadFailed, StoreTooNew
from flowgraph.store.rows import AgreementRows, batches, rows_of
from flowgraph.store.settings import Settings
from flowgraph.store.settling import settle
from flowgraph.store.statements import (
    Statement,
    between_organisations,
    constraints,
    remove_agreement_nodes,
    remove_all,
    write_nodes,
    write_relationships,
)

BETWEEN_ORGANISATIONS = tuple(one for one in SCHEMA.relationships if between_organisations(one))
OF_AGREEMENTS = tuple(one for one in SCHEMA.relationships if one.of_agreement)


class Loaded(Frozen):
    """What a load did: agreement versions written and left as they were, flows written, leftovers removed."""

    written: int = 0
    unchanged: int = 0
    flows: int = 0
    removed: int = 0


class Writer:
    """The writing side of a store. It never reads for the user; what it reads is what it needs to write."""

    def __init__(self, engine: Engine, settings: Settings, lexicon: Lexicon | None = None) -> None:
        """Write through an open engine."""
        self._engine = engine
        self._settings = settings
        self._lexicon = lexicon or house_lexicon()

    def prepare(self) -> None:
        """Make the constraints and note the schema's version. Raises StoreTooNew for a store of a later one."""
        check_version(self._engine)
        for text in constraints():
            self._engine.declare(text)
        self._engine.write([_stamp()])

    def load(self, readings: Iterable[Reading], on_agreement: Callable[[int], None] | None = None) -> Loaded:
        """Write agreement versions, each in place of what the store had of it; an unchanged one is left alone.

        ``readings`` is gone through once, a batch at a time. ``on_agreement`` is told how many more are done.
        Whatever ends the program, the store holds whole agreements, and the same load again completes it.
        Raises LoadFailed that names the agreement a store would not take.
        """
        self.prepare()
        tell = on_agreement or (lambda count: None)
        known = self._fingerprints()
        done: Counter[str] = Counter()

        def changed() -> Iterator[AgreementRows]:
            for reading in readings:
                rows = _rows(reading, self._lexicon)
                if known.get(rows.key) == rows.fingerprint:
                    done["unchanged"] += 1
                    tell(1)
                else:
                    yield rows

        for batch in batches(changed(), self._settings.batch_rows):
            self._write(batch)
            known.update({one.key: one.fingerprint for one in batch})
            done["written"] += len(batch)
            done["flows"] += sum(len(one.relationships["FLOWS_TO"]) for one in batch)
            tell(len(batch))
        removed = settle(self._engine, self._lexicon)
        return Loaded(written=done["written"], unchanged=done["unchanged"], flows=done["flows"], removed=removed)

    def clear(self) -> None:
        """Empty the graph: whole agreements first, then the other nodes of our labels; other labels stay."""
        self.prepare()
        keys = sorted(self._fingerprints())
        for start in range(0, len(keys), 50):
            self._engine.write(self._removals(keys[start : start + 50]))
        for node in SCHEMA.nodes:
            while sum(self._engine.write([remove_all(node.label, self._settings.batch_rows)])):
                pass

    def _fingerprints(self) -> dict[str, str]:
        found = self._engine.reader.read("MATCH (n:Agreement) RETURN n.key AS key, n.fingerprint AS fingerprint")
        return {row["key"]: row["fingerprint"] for row in found}

    def _write(self, batch: Sequence[AgreementRows]) -> None:
        """Write a batch; where the store refuses it, each agreement by itself, to say which one is at fault."""
        try:
            self._engine.write(self._statements(batch))
        except LoadFailed as error:
            if len(batch) == 1:
                raise LoadFailed(f"agreement {batch[0].key} was not loaded: {error}") from error
            for one in batch:
                self._write([one])

    def _statements(self, batch: Sequence[AgreementRows]) -> list[Statement]:
        made = self._removals([one.key for one in batch])
        for node in SCHEMA.nodes:
            nodes = {key: props for one in batch for key, props in one.nodes.get(node.label, {}).items()}
            if nodes:
                made.append(write_nodes(node, [{"key": key, "props": props} for key, props in nodes.items()]))
        for relationship in OF_AGREEMENTS:
            rows = [row for one in batch for row in one.relationships.get(relationship.name, ())]
            if rows:
                made.append(write_relationships(relationship, rows))
        return made

    def _removals(self, keys: Sequence[str]) -> list[Statement]:
        """What an agreement had before, out: first what its node does not reach, then the node with the rest."""
        between = [self._engine.removal(one.name, keys) for one in BETWEEN_ORGANISATIONS]
        return [*between, remove_agreement_nodes(keys)]


def check_version(engine: Engine) -> None:
    """Raise StoreTooNew where a later version of this program wrote the store."""
    found = engine.reader.read(f"MATCH (n:{STORE_LABEL}) RETURN n.version AS version")
    version = max((int(row["version"]) for row in found), default=0)
    if version > SCHEMA.version:
        raise StoreTooNew(
            f"the store was written by a newer flowgraph (its schema is {version}, this one knows {SCHEMA.version}); "
            "update flowgraph, or load into another store"
        )


def _stamp() -> Statement:
    return Statement(
        text=f"MERGE (n:{STORE_LABEL} {{key: 'store'}}) SET n.version = $version RETURN count(*) AS n",
        parameters={"version": SCHEMA.version},
        rows=1,
    )


def _rows(reading: Reading, lexicon: Lexicon) -> AgreementRows:
    try:
        return rows_of(reading, lexicon)
    except ValueError as error:
        raise LoadFailed(f"agreement {reading.agreement.reference} was not loaded: {error}") from error
