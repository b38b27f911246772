"""A made-up national register of flows: two thousand organisations, agreements in several versions, the usual shapes.

The same seed gives the same register. Names of bodies and agreements are invented; data sets are the lexicon's, and
as unlike in frequency as in the register: a few stand in most agreements, half of them in a handful.
"""

import random
from collections.abc import Iterator
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
from flowgraph.lexicon import datasets

COUNTS = {
    PartyKind.DSCRO: 9,
    PartyKind.CSU: 20,
    PartyKind.COMMISSIONER: 210,
    PartyKind.LOCAL_AUTHORITY: 150,
    PartyKind.PROVIDER: 260,
    PartyKind.UNIVERSITY: 110,
    PartyKind.CHARITY: 140,
    PartyKind.COMPANY: 1100,
}
# In how many agreement versions of the register a data set stands, for the 42 that it renamed, by rank.
FREQUENCIES = (
    *(1505, 1059, 1040, 866, 788, 649, 606, 592, 583, 539, 539, 436, 421, 405, 382, 275, 208, 90, 90, 83, 58),
    *(42, 34, 18, 10, 7, 6, 6, 6, 6, 5, 5, 5, 4, 4, 4, 4, 3, 2, 1, 1, 1),
)
VERSIONS = (1, 1, 2, 2, 3, 4, 5)
PURPOSES = ("Invoice Validation", "Risk Stratification", "Commissioning", "Commissioning - Local Flows", None)
IDENTIFIABLE, PSEUDONYMISED, AGGREGATED, UNSTATED = (
    Identifiability.IDENTIFIABLE,
    Identifiability.PSEUDONYMISED,
    Identifiability.AGGREGATED,
    Identifiability.UNSTATED,
)


def bodies() -> dict[PartyKind, list[Party]]:
    """The organisations by kind, with the two that hold the national data sets."""
    made = {
        kind: [Party(key=f"{kind}-{n:04}", name=f"Made {kind} {n:04}", kind=kind) for n in range(count)]
        for kind, count in COUNTS.items()
    }
    made[PartyKind.REPOSITORY] = [Party(key="repository", name="Made Repository", kind=PartyKind.REPOSITORY)]
    made[PartyKind.NATIONAL] = [Party(key="national", name="Made National Body", kind=PartyKind.NATIONAL)]
    return made


class Agreements:
    """Draws agreements: commissioners' with one block a purpose and processor, others' with a few flows."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.bodies = bodies()
        self.names = [dataset.name for dataset in datasets.load().all()]
        self.random.shuffle(self.names)
        step = len(FREQUENCIES) / len(self.names)
        self.weights = [FREQUENCIES[int(rank * step)] for rank in range(len(self.names))]

    def draw(self, number: int) -> Iterator[Reading]:
        """The versions of the agreement of that number, one a year; each tells most of the same flows."""
        reference = f"DARS-NIC-99{number:05}-A{number % 10}B{number % 7}C"
        steps = list(self._commissioner(reference) if self.random.random() < 0.6 else self._research())
        for version in range(self.random.choice(VERSIONS)):
            told = [step for place, step in enumerate(steps) if place == 0 or self.random.random() < 0.95]
            flows = tuple(self._flow(reference, f"{version}.0", place, step) for place, step in enumerate(told))
            period = Period(start=date(2018 + version, 1, 1), end=date(2018 + version, 12, 31))
            yield Reading.model_construct(
                agreement=Agreement(reference=reference, version=f"{version}.0", period=period),
                parties=(),
                controllers=(),
                processors=(),
                flows=flows,
                hosts=(),
                unread=(),
                movement_sentences=len(flows),
                issues=(),
            )

    def _pick(self, kind: PartyKind) -> Party:
        return self.random.choice(self.bodies[kind])

    def _datasets(self, most: int) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self.random.choices(self.names, self.weights, k=self.random.randint(1, most))))

    def _several(self, kind: PartyKind, count: int) -> Iterator[Party]:
        """Different bodies of a kind: data does not run in circles, so that a plain search need not know of loops."""
        return iter(self.random.sample(self.bodies[kind], count))

    def _commissioner(self, reference: str) -> Iterator[tuple[object, ...]]:
        office, group = self._pick(PartyKind.DSCRO), self._pick(PartyKind.COMMISSIONER)
        practices = self._role(reference, "GPs", PartyKind.GP)
        providers = self._role(reference, "Providers", PartyKind.PROVIDER)
        companies = self._several(PartyKind.COMPANY, 20)
        processors = [next(companies), next(companies), self._pick(PartyKind.CSU)]
        self.random.shuffle(processors)
        for purpose in self.random.sample(PURPOSES, self.random.randint(1, 4)):
            held = self._datasets(5)
            strict = purpose in PURPOSES[:2]
            state = IDENTIFIABLE if strict else PSEUDONYMISED
            yield self.bodies[PartyKind.REPOSITORY][0], office, held, IDENTIFIABLE, purpose
            yield providers, office, held[:1], self.random.choice((IDENTIFIABLE, UNSTATED)), purpose
            for processor in processors[: self.random.randint(1, 3)]:
                yield office, processor, held, state, purpose
                yield processor, group, held, self.random.choice((PSEUDONYMISED, PSEUDONYMISED, UNSTATED)), purpose
                if strict:
                    yield processor, practices, held, IDENTIFIABLE, purpose
                if self.random.random() < 0.4:
                    yield processor, next(companies), held[:2], PSEUDONYMISED, purpose
            if self.random.random() < 0.5:
                yield group, self._pick(PartyKind.LOCAL_AUTHORITY), held[:1], PSEUDONYMISED, purpose
            if self.random.random() < 0.1:
                yield group, self._pick(PartyKind.PROVIDER), held[:1], IDENTIFIABLE, purpose
            if self.random.random() < 0.5:
                yield group, self._pick(PartyKind.CHARITY), (), AGGREGATED, purpose

    def _research(self) -> Iterator[tuple[object, ...]]:
        home = self._pick(self.random.choice((PartyKind.LOCAL_AUTHORITY, PartyKind.PROVIDER)))
        companies = self._several(PartyKind.COMPANY, 20)
        partners = [*self._several(PartyKind.UNIVERSITY, 5), next(companies), next(companies), next(companies)]
        self.random.shuffle(partners)
        held = self._datasets(4)
        state = self.random.choice((IDENTIFIABLE, PSEUDONYMISED, PSEUDONYMISED))
        yield self.bodies[PartyKind.NATIONAL][0], home, held, state, None
        for partner in partners[: self.random.randint(2, 8)]:
            yield home, partner, held[: self.random.randint(1, len(held))], PSEUDONYMISED, None
            if self.random.random() < 0.3:
                yield partner, next(companies), (), AGGREGATED, None
        yield home, self._pick(PartyKind.CHARITY), (), AGGREGATED, None

    def _role(self, reference: str, name: str, kind: PartyKind) -> Party:
        return Party(key=f"role:{reference}:{name}", name=name, kind=kind, role_of=reference)

    def _flow(self, reference: str, version: str, place: int, step: tuple[object, ...]) -> Flow:
        source, target, held, state, purpose = step
        quote = f"A made sentence, number {place}."
        return Flow.model_construct(
            id=f"{reference}/{version}/{place:03}",
            agreement=reference,
            version=version,
            purpose=purpose,
            step=str(place + 1),
            source=source,
            target=target,
            datasets=held,
            identifiability=state,
            kind=FlowKind.TRANSFER,
            modality=Modality.DOES,
            legal_basis=("s251",) if state is IDENTIFIABLE else ("s261(1)",),
            legal_basis_source=BasisSource.INFERRED,
            opt_outs=None,
            evidence=Evidence(section=SectionName.PROCESSING, start=place * 80, end=place * 80 + 30, quote=quote),
            rule="made",
            marks=(),
        )


def synthetic_readings(flows: int, seed: int = 1) -> list[Reading]:
    """Agreements, with all their versions, until they hold at least so many flows."""
    agreements = Agreements(seed)
    readings: list[Reading] = []
    count = number = 0
    while count < flows:
        versions = list(agreements.draw(number))
        readings.extend(versions)
        count += sum(len(version.flows) for version in versions)
        number += 1
    return readings
