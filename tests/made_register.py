"""Made-up readings in a few lines of text, for the tests of the graph and of what is asked of it.

One line is one flow: ``sender > receiver | data sets | state | purpose | kind | legal basis``; what stands behind
the last bar, or is empty, is unstated. ``@GPs`` is a role that its agreement leaves unnamed.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from flowgraph.domain import (
    Agreement,
    BasisSource,
    Evidence,
    Flow,
    FlowKind,
    Identifiability,
    Modality,
    Party,
    PartyKind,
    Period,
    Reading,
    SectionName,
)
from flowgraph.graph import FlowGraph, KnownBody
from flowgraph.questions import Paths


class MadeLexicon:
    """A lexicon for tests: what contains what, other names, and succession, given as plain dictionaries."""

    def __init__(
        self,
        contains: dict[str, tuple[str, ...]] | None = None,
        aliases: dict[str, str] | None = None,
        bodies: dict[str, tuple[str, ...]] | None = None,
        successors: dict[str, tuple[tuple[str, date], ...]] | None = None,
    ) -> None:
        self._contains = contains or {}
        self._aliases = aliases or {}
        self._bodies = bodies or {}
        self._successors = successors or {}

    def fold(self, name: str) -> str:
        return " ".join(name.casefold().replace("(", " ").replace(")", " ").split())

    def dataset(self, name: str) -> str | None:
        inner = {part for parts in self._contains.values() for part in parts}
        known = {self.fold(one): one for one in (*self._contains, *inner)}
        known |= {self.fold(alias): one for alias, one in self._aliases.items()}
        return known.get(self.fold(name))

    def contains(self, outer: str, inner: str) -> bool:
        return outer == inner or any(self.contains(part, inner) for part in self._contains.get(outer, ()))

    def bodies(self, name: str, on: date | None) -> Sequence[KnownBody]:
        return [
            KnownBody(key, names)
            for key, names in self._bodies.items()
            if self.fold(name) in {self.fold(one) for one in names}
        ]

    def body(self, party: Party) -> KnownBody | None:
        found = self.bodies(party.name, None)
        return found[0] if len(found) == 1 else None

    def successors(self, key: str) -> Sequence[tuple[KnownBody, date]]:
        return [(KnownBody(heir, self._bodies[heir]), on) for heir, on in self._successors.get(key, ())]


HES = MadeLexicon({"HES": ("HES APC", "HES OP"), "Local Provider Flows": ("Acute", "Community")})


def party(name: str, agreement: str = "") -> Party:
    """An organisation, or for a name with ``@`` before it a role of the agreement."""
    if name.startswith("@"):
        return Party(key=f"role:{agreement}:{name[1:]}", name=name[1:], kind=PartyKind.OTHER, role_of=agreement)
    return Party(key=f"name:{name.casefold()}", name=name, kind=PartyKind.OTHER)


def flow(line: str, place: int = 0, agreement: str = "DARS-NIC-990001-A1B2C", version: str | None = None) -> Flow:
    """The flow that a line says; ``place`` is where in the text it stands."""
    ends, *rest = (part.strip() for part in line.split("|"))
    datasets, state, purpose, kind, basis = (*rest, *[""] * (5 - len(rest)))
    source, target = (end.strip() for end in ends.split(">"))
    codes = tuple(code.strip() for code in basis.split(",") if code.strip())
    return Flow(
        id=f"{agreement}/{version or '-'}/{place:03}",
        agreement=agreement,
        version=version,
        purpose=purpose or None,
        step=str(place + 1),
        source=party(source, agreement),
        target=party(target, agreement),
        datasets=tuple(name.strip() for name in datasets.split(",") if name.strip()),
        identifiability=Identifiability(state or "unstated"),
        kind=FlowKind(kind or "transfer"),
        modality=Modality.DOES,
        legal_basis=codes,
        legal_basis_source=BasisSource.STATED if codes else BasisSource.UNSTATED,
        opt_outs=None,
        evidence=Evidence(
            section=SectionName.PROCESSING, start=place * 100, end=place * 100 + len(line), quote=line.strip()
        ),
        rule="made",
    )


def reading(
    lines: str,
    agreement: str = "DARS-NIC-990001-A1B2C",
    version: str | None = None,
    start: date | None = None,
    end: date | None = None,
) -> Reading:
    """One agreement version with a flow for each line."""
    said = [line for line in lines.strip().splitlines() if line.strip()]
    flows = tuple(flow(line, place, agreement, version) for place, line in enumerate(said))
    return Reading(
        agreement=Agreement(reference=agreement, version=version, period=Period(start=start, end=end)),
        parties=tuple(dict.fromkeys(end for one in flows for end in (one.source, one.target))),
        flows=flows,
        movement_sentences=len(flows),
    )


def graph(*readings: Reading | str, lexicon: MadeLexicon = HES) -> FlowGraph:
    """The graph of readings; lines of text are the reading of one agreement."""
    made: Iterable[Reading] = (reading(one) if isinstance(one, str) else one for one in readings)
    return FlowGraph.from_readings(made, lexicon)


def ways(paths: Paths) -> list[str]:
    """Each path as the names of its parties."""
    return [" > ".join(one.name for one in path.organisations) for path in paths]
