"""Readings to draw: made by hand in the manner of commissioners' agreements, and generated in any number."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, field

from flowgraph.domain import (
    Agreement,
    BasisSource,
    Controller,
    Evidence,
    Flow,
    FlowKind,
    Host,
    Identifiability,
    Mark,
    Modality,
    Party,
    PartyKind,
    Period,
    Reading,
    SectionName,
)
from flowgraph.graph import FlowGraph

IDENTIFIABLE, PSEUDONYMISED, ANONYMISED, AGGREGATED, UNSTATED = Identifiability


def party(name, kind, *, code=None, role_of=None):
    key = f"{role_of}/{name}" if role_of else code or name.casefold()
    return Party(key=key, name=name, kind=kind, code=code, role_of=role_of)


@dataclass
class Draft:
    """An agreement in the making."""

    reference: str
    flows: list[Flow] = field(default_factory=list)
    hosts: list[Host] = field(default_factory=list)
    at: int = 0

    def flow(self, source, target, datasets, state, purpose=None, quote=None, **more):
        names = (datasets,) if isinstance(datasets, str) else tuple(datasets)
        verb = "can be seen by" if more.get("kind") is FlowKind.ACCESS else "are passed on to"
        quote = quote or f"{', '.join(names) or 'The data'} held by {source.name} {verb} {target.name} ({state.value})."
        target_at = quote.find(target.name)
        marks = (Mark(role="target", start=target_at, end=target_at + len(target.name)),) if target_at >= 0 else ()
        evidence = Evidence(section=SectionName.PROCESSING, start=self.at, end=self.at + len(quote), quote=quote)
        self.at += len(quote) + 1
        basis = more.pop(
            "basis", ("s251",) if state is IDENTIFIABLE else ("s261(1)",) if state is PSEUDONYMISED else ()
        )
        known = more.pop("known", BasisSource.DATASET_ROW if basis else BasisSource.UNSTATED)
        self.flows.append(
            Flow(
                id=f"{self.reference}#{len(self.flows) + 1}",
                agreement=self.reference,
                version="1.0",
                purpose=purpose,
                step=more.pop("step", str(len(self.flows) + 1)),
                source=source,
                target=target,
                datasets=names,
                identifiability=state,
                kind=more.pop("kind", FlowKind.TRANSFER),
                modality=more.pop("modality", Modality.DOES),
                legal_basis=basis,
                legal_basis_source=known,
                opt_outs=more.pop("opt_outs", None),
                evidence=evidence,
                rule="sample",
                marks=marks,
            )
        )

    def host(self, name, serves):
        evidence = Evidence(section=SectionName.PROCESSING, start=0, end=10, quote=f"{name} hosts.")
        self.hosts.append(Host(host=party(name, PartyKind.COMPANY), serves=serves, evidence=evidence))

    def reading(self, controllers=(), processors=()):
        parties = {one.key: one for flow in self.flows for one in (flow.source, flow.target)}
        return Reading(
            agreement=Agreement(
                reference=self.reference,
                version="1.0",
                period=Period(),
                controllers=tuple(Controller(name=one.name, code=one.code) for one in controllers),
            ),
            parties=tuple(parties.values()),
            controllers=tuple(controllers),
            processors=tuple(processors),
            flows=tuple(self.flows),
            hosts=tuple(self.hosts),
        )


SUS_REPOSITORY = party("SUS Repository", PartyKind.REPOSITORY)
NHS_DIGITAL = party("NHS Digital", PartyKind.NATIONAL)
YORKSHIRE = party("Yorkshire Data Services for Commissioners Regional Office (DSCRO)", PartyKind.DSCRO)
NORTH_WEST = party("North West DSCRO", PartyKind.DSCRO)
NECS = party("NHS North of England Commissioning Support Unit", PartyKind.CSU, code="0AR")
ARDEN = party("NHS Arden and Greater East Midlands Commissioning Support Unit", PartyKind.CSU, code="0DE")
COMPANY = party("PI Health and Care Ltd", PartyKind.COMPANY)
COUNCIL = party("Doncaster Metropolitan Borough Council", PartyKind.LOCAL_AUTHORITY)

AREAS = ("Doncaster", "Barnsley", "Rotherham", "Wakefield", "Calderdale", "Kirklees", "Leeds", "Hull", "York", "Selby")


def commissioner(reference: str, area: str, dscro: Party = YORKSHIRE, csu: Party = NECS) -> Reading:
    """One commissioner's agreement with the three usual purposes."""
    made = Draft(reference)
    ccg = party(f"NHS {area} CCG", PartyKind.COMMISSIONER, code=f"9{area[:2].upper()}")
    gps = party("GPs", PartyKind.GP, role_of=reference)
    providers = party("Providers", PartyKind.PROVIDER, role_of=reference)
    iv, rs, co = "Invoice Validation", "Risk Stratification", "Commissioning"
    made.flow(SUS_REPOSITORY, dscro, "SUS", UNSTATED, iv)
    made.flow(dscro, ccg, "SUS", IDENTIFIABLE, iv, basis=("s251", "s261(7)"))
    made.flow(
        providers, ccg, (), UNSTATED, iv, quote="Backing information is then sent by Providers to the finance team."
    )
    made.flow(SUS_REPOSITORY, dscro, "SUS", IDENTIFIABLE, rs)
    made.flow(
        dscro, csu, "SUS", IDENTIFIABLE, rs, basis=("s251", "s261(7)"), opt_outs="patients who objected are left out"
    )
    made.flow(csu, gps, "SUS", IDENTIFIABLE, rs, kind=FlowKind.ACCESS)
    made.flow(csu, ccg, "SUS", PSEUDONYMISED, rs, kind=FlowKind.ACCESS, known=BasisSource.INFERRED)
    made.flow(csu, gps, "SUS", IDENTIFIABLE, rs, kind=FlowKind.RE_IDENTIFICATION, basis=(), modality=Modality.MAY)
    made.flow(SUS_REPOSITORY, dscro, "SUS", IDENTIFIABLE, co)
    made.flow(providers, dscro, ("Acute", "Community"), IDENTIFIABLE, co)
    made.flow(NHS_DIGITAL, dscro, ("MHSDS", "IAPT"), IDENTIFIABLE, co)
    made.flow(dscro, csu, ("SUS", "Local Provider Flows", "MHSDS", "IAPT"), PSEUDONYMISED, co)
    made.flow(csu, ccg, ("SUS", "Local Provider Flows", "MHSDS", "IAPT"), PSEUDONYMISED, co)
    made.flow(ccg, COUNCIL, "Local Provider Flows", AGGREGATED, co, modality=Modality.MAY)
    if area in ("Doncaster", "Leeds"):
        made.flow(COUNCIL, csu, "Adult Social Care", PSEUDONYMISED, co, basis=())
        made.flow(csu, COMPANY, "SUS", PSEUDONYMISED, co, known=BasisSource.INFERRED)
        made.flow(COMPANY, ccg, "SUS", ANONYMISED, co)
        made.host("Microsoft UK", COMPANY)
    made.host("Redcentric plc", csu)
    return made.reading((ccg,), (csu,))


def commissioners(number: int = 3) -> list[Reading]:
    """Several commissioners that share a regional office and support units."""
    return [
        commissioner(
            f"DARS-NIC-99{index:04}-A1B2C", area, YORKSHIRE if index % 3 else NORTH_WEST, NECS if index % 2 else ARDEN
        )
        for index, area in enumerate(AREAS[:number], start=1)
    ]


HOSTILE = (
    '</script><script>window.broken = 1</script><img src=x onerror="window.broken = 2">',
    "\"'`${window.broken = 3}` <!-- ]]> &lt;b&gt; {{ 7 * 7 }} {% raw %}",
    "safe\u202eelif\u2066\u0007\u200f name",
    '=HYPERLINK("x")',
    "long " + "w" * 100_000,
)


def hostile() -> list[Reading]:
    """An agreement whose every word tries something."""
    made = Draft("DARS-NIC-999999-<b>X</b>")
    bodies = [party(name, kind) for name, kind in zip(HOSTILE, PartyKind, strict=False)]
    for one, other in zip(bodies, [*bodies[1:], bodies[0]], strict=True):
        made.flow(
            one,
            other,
            (HOSTILE[0], HOSTILE[2]),
            IDENTIFIABLE,
            HOSTILE[1],
            quote=HOSTILE[0] + HOSTILE[2] + other.name,
            opt_outs=HOSTILE[1],
        )
    made.host(HOSTILE[0], bodies[0])
    return [made.reading((bodies[0],))]


def graph(readings: Sequence[Reading]) -> FlowGraph:
    return FlowGraph.from_readings(readings)


def many(parties: int, flows: int, *, seed: int = 7) -> list[Reading]:
    """A graph of any size, layered as the real one is: agreements of some forty flows over shared organisations."""
    lot = random.Random(seed)
    shares = {
        PartyKind.REPOSITORY: 0.002,
        PartyKind.NATIONAL: 0.004,
        PartyKind.PROVIDER: 0.25,
        PartyKind.DSCRO: 0.01,
        PartyKind.CSU: 0.03,
        PartyKind.COMPANY: 0.1,
        PartyKind.COMMISSIONER: 0.2,
        PartyKind.LOCAL_AUTHORITY: 0.1,
        PartyKind.UNIVERSITY: 0.1,
        PartyKind.GP: 0.2,
    }
    bodies = {
        kind: [
            party(f"{kind.value.replace('_', ' ').title()} {n}", kind) for n in range(max(1, round(parties * share)))
        ]
        for kind, share in shares.items()
    }
    steps = [
        (PartyKind.REPOSITORY, PartyKind.DSCRO, IDENTIFIABLE),
        (PartyKind.NATIONAL, PartyKind.DSCRO, UNSTATED),
        (PartyKind.PROVIDER, PartyKind.DSCRO, IDENTIFIABLE),
        (PartyKind.DSCRO, PartyKind.CSU, PSEUDONYMISED),
        (PartyKind.DSCRO, PartyKind.COMMISSIONER, IDENTIFIABLE),
        (PartyKind.CSU, PartyKind.COMMISSIONER, PSEUDONYMISED),
        (PartyKind.CSU, PartyKind.COMPANY, PSEUDONYMISED),
        (PartyKind.COMPANY, PartyKind.COMMISSIONER, ANONYMISED),
        (PartyKind.CSU, PartyKind.GP, IDENTIFIABLE),
        (PartyKind.COMMISSIONER, PartyKind.LOCAL_AUTHORITY, AGGREGATED),
        (PartyKind.NATIONAL, PartyKind.UNIVERSITY, PSEUDONYMISED),
    ]
    names = ("SUS", "HES", "HES APC", "MHSDS", "IAPT", "Acute", "Community", "Local Provider Flows")
    made = []
    for start in range(0, flows, 40):
        draft = Draft(f"DARS-NIC-99{start // 40:04}-B2C3D")
        for _ in range(min(40, flows - start)):
            source, target, state = lot.choice(steps)
            purpose = lot.choice(("Commissioning", "Risk Stratification", None))
            draft.flow(
                lot.choice(bodies[source]),
                lot.choice(bodies[target]),
                lot.sample(names, lot.randint(1, 3)),
                state,
                purpose,
            )
        made.append(draft.reading())
    return made


def random_agreement(reference: str, seed: int) -> Reading:
    """A small agreement of any form: loops, unnamed data sets, unstated purposes and states, re-identification."""
    lot = random.Random(seed)
    made = Draft(reference)
    bodies = [party(f"Body {n}", PartyKind.COMPANY) for n in range(5)] + [party("GPs", PartyKind.GP, role_of=reference)]
    for _ in range(lot.randint(3, 9)):
        source, target = lot.sample(bodies, 2)
        state = lot.choice((IDENTIFIABLE, IDENTIFIABLE, PSEUDONYMISED, PSEUDONYMISED, ANONYMISED, AGGREGATED, UNSTATED))
        kind = FlowKind.RE_IDENTIFICATION if lot.random() < 0.12 else FlowKind.TRANSFER
        names = lot.choice(
            ((), ("HES",), ("HES APC",), ("HES Outpatients",), ("HES", "SUS"), ("SUS",), ("HES APC", "SUS"))
        )
        made.flow(source, target, names, state, lot.choice((None, "Audit", "Audit", "Planning")), kind=kind)
    return made.reading()
