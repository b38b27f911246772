"""Reading a store: every question is answered over it as over the graph in memory, and Cypher runs on it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property
from typing import Any

from flowgraph.domain import Party, PartyKind, Reading
from flowgraph.graph import AgreementVersion, Lexicon, Strand, Tie, Wanted
from flowgraph.graph.versions import age_order, in_force, text_order
from flowgraph.graph.words import house_lexicon
from flowgraph.store.engine import Reader, Rows
from flowgraph.store.readings import stored_readings
from flowgraph.store.settings import Settings
from flowgraph.store.stored import flow_of, period_of

# How many agreement versions' flows are fetched at a time.
CHUNK = 200


class StoreView:
    """The reading side of a store: a :class:`flowgraph.graph.View`. Nothing of it can write.

    What is small and asked again and again (versions, names) is read once and kept: make a new view to see what
    was loaded since.
    """

    def __init__(self, reader: Reader, settings: Settings, lexicon: Lexicon | None = None) -> None:
        """Read through an open engine's reading half."""
        self._reader = reader
        self._settings = settings
        self._lexicon = lexicon or house_lexicon()

    @property
    def lexicon(self) -> Lexicon:
        """The names of data sets and bodies by which the user's words are understood."""
        return self._lexicon

    def parties(self) -> Sequence[Party]:
        """Every party, once a key, under the fullest of its names; in the order of the keys."""
        return list(self._parties.values())

    def called(self, name: str) -> Sequence[Party]:
        """The parties whose key or ODS code is ``name``, or one of whose names folds to what ``name`` folds to."""
        words = (name, name.upper(), self._lexicon.fold(name))
        found = set().union(*(self._words.get(word, set()) for word in words))
        return [self._parties[key] for key in sorted(found)]

    def datasets(self) -> tuple[str, ...]:
        """Every name of a data set that a flow carries, as the flows write it, in order."""
        return self._datasets

    def agreements(self) -> Sequence[str]:
        """Every agreement's reference, without version, in order."""
        return list(self._versions)

    @cached_property
    def _purposes(self) -> tuple[str, ...]:
        found = self._reader.read("MATCH (p:Purpose)<-[:FOR_PURPOSE]-() RETURN DISTINCT p.name AS name")
        return tuple(sorted(row["name"] for row in found))

    def purposes(self) -> Sequence[str]:
        """Every purpose that a flow of any version states, in order."""
        return self._purposes

    def bases(self) -> Sequence[str]:
        """Every legal basis code that a flow of any version has, in order."""
        return self._bases

    def ties(self) -> tuple[Tie, ...]:
        """The succession among the parties, as it was known when the store was last loaded."""
        return self._ties

    def strands(self, wanted: Wanted) -> Iterator[Strand]:
        """The flows that bear on a question, one strand an agreement; see :class:`flowgraph.graph.view.Wanted`.

        The store prunes: only flows of versions in force that can matter are fetched.
        """
        keys = self._candidates(wanted)
        versions = []
        for reference in self._versions if keys is None else sorted({self._reference[key] for key in keys}):
            if wanted.agreements is None or reference in wanted.agreements:
                version = in_force(self._versions[reference], wanted.on)
                if version is not None and (keys is None or self._key(version) in keys):
                    versions.append(version)
        for start in range(0, len(versions), CHUNK):
            for version in self._with_flows(versions[start : start + CHUNK]):
                yield Strand(version.reference, version.version, version.flows)

    def readings(self) -> Iterator[Reading]:
        """Every agreement version as it was read, without the full text of its sections, which no store keeps."""
        return stored_readings(self._reader)

    def cypher(
        self,
        text: str,
        parameters: Mapping[str, Any] | None = None,
        *,
        seconds: float | None = None,
        most: int | None = None,
    ) -> Rows:
        """The rows of a Cypher query, which may only read, and only the graph.

        ``seconds`` and ``most`` are the limits of time and rows; the settings' where None. Raises QueryRefused,
        QueryFailed and TimeLimit.
        """
        return self._reader.ask(
            text,
            parameters or {},
            seconds=self._settings.time_limit if seconds is None else seconds,
            most=self._settings.row_limit if most is None else most,
        )

    def _candidates(self, wanted: Wanted) -> set[str] | None:
        """The keys of the agreement versions that can matter; None for all. The store narrows by what is rarest."""
        if wanted.agreements is not None:
            wanted_versions = (version for one in wanted.agreements for version in self._versions.get(one, ()))
            return {self._key(version) for version in wanted_versions}
        names = None if wanted.datasets is None else sorted(wanted.datasets)
        narrowed = [
            self._agreements_of(way, tuple(sorted(parties)), names)
            for way, parties in (("sends", wanted.senders), ("receives", wanted.receivers))
            if parties is not None
        ]
        if narrowed:
            return set.intersection(*narrowed)
        if names is None:
            return None
        found = self._reader.read(
            "UNWIND $names AS name MATCH (:Dataset {name: name})<-[:CARRIES]-(n:Agreement) "
            "RETURN DISTINCT n.key AS key",
            {"names": names},
        )
        return {row["key"] for row in found}

    def _agreements_of(self, way: str, parties: Sequence[str], names: Sequence[str] | None) -> set[str]:
        """The agreement versions in which one of the parties sends (or receives), and a data set is carried."""
        carried = "" if names is None else " AND any(d IN n.flow_datasets WHERE d IN $names)"
        found = self._reader.read(
            f"UNWIND $parties AS party MATCH (:Organisation {{key: party}})-[p:PARTY_TO]->(n:Agreement) "
            f"WHERE p.{way}{carried} RETURN DISTINCT n.key AS key",
            {"parties": list(parties)} | ({} if names is None else {"names": list(names)}),
        )
        return {row["key"] for row in found}

    def _with_flows(self, versions: Sequence[AgreementVersion]) -> Iterator[AgreementVersion]:
        flows = defaultdict(list)
        for row in self._reader.flows([self._key(version) for version in versions]):
            flows[row["agreement"]].append(flow_of(row))
        for version in versions:
            yield replace(version, flows=tuple(sorted(flows[self._key(version)], key=text_order)))

    def _key(self, version: AgreementVersion) -> str:
        return self._keys[version.reference, version.version]

    @cached_property
    def _versions(self) -> dict[str, tuple[AgreementVersion, ...]]:
        gathered: dict[str, list[AgreementVersion]] = defaultdict(list)
        for row in self._agreement_rows:
            period = period_of(row["starts"], row["ends"], row["period"] or "")
            gathered[row["reference"]].append(AgreementVersion(row["reference"], row["version"], period))
        return {reference: tuple(sorted(gathered[reference], key=age_order)) for reference in sorted(gathered)}

    @cached_property
    def _keys(self) -> dict[tuple[str, str | None], str]:
        return {(row["reference"], row["version"]): row["key"] for row in self._agreement_rows}

    @cached_property
    def _reference(self) -> dict[str, str]:
        return {row["key"]: row["reference"] for row in self._agreement_rows}

    @cached_property
    def _agreement_rows(self) -> list[dict[str, Any]]:
        return self._reader.read(
            "MATCH (n:Agreement) RETURN n.key AS key, n.reference AS reference, n.version AS version, "
            "n.starts AS starts, n.ends AS ends, n.period AS period"
        )

    @cached_property
    def _datasets(self) -> tuple[str, ...]:
        found = self._reader.read("MATCH (n:Agreement) UNWIND n.flow_datasets AS name RETURN DISTINCT name")
        return tuple(sorted(row["name"] for row in found))

    @cached_property
    def _bases(self) -> tuple[str, ...]:
        found = self._reader.read("MATCH (n:Agreement) UNWIND n.flow_bases AS code RETURN DISTINCT code")
        return tuple(sorted(row["code"] for row in found))

    @cached_property
    def _ties(self) -> tuple[Tie, ...]:
        found = self._reader.read(
            "MATCH (a:Organisation)-[r:SUCCEEDED_BY]->(b:Organisation) "
            "RETURN a.key AS predecessor, b.key AS successor, r.since AS since"
        )
        ties = (Tie(row["predecessor"], row["successor"], date.fromisoformat(row["since"])) for row in found)
        return tuple(sorted(ties))

    @cached_property
    def _organisation_rows(self) -> list[dict[str, Any]]:
        return self._reader.read(
            "MATCH (o:Organisation) RETURN o.key AS key, o.name AS name, o.kind AS kind, o.code AS code, "
            "o.role_of AS role_of, o.names AS names, o.codes AS codes ORDER BY key"
        )

    @cached_property
    def _parties(self) -> dict[str, Party]:
        return {
            row["key"]: Party(
                key=row["key"],
                name=row["name"],
                kind=PartyKind(row["kind"]),
                code=row["code"],
                role_of=row["role_of"],
            )
            for row in self._organisation_rows
        }

    @cached_property
    def _words(self) -> dict[str, set[str]]:
        """Key, codes and folded names → keys of parties."""
        words: dict[str, set[str]] = defaultdict(set)
        for row in self._organisation_rows:
            names: Iterable[str] = row["names"] or (row["name"],)
            for word in (row["key"], *(row["codes"] or ()), *map(self._lexicon.fold, names)):
                if word:
                    words[word].add(row["key"])
        return dict(words)
