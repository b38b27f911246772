"""Random registers: many small agreements at once, so that one load serves many examples."""

import random
from datetime import date

from made_register import reading

from flowgraph.domain import (
    Agreement,
    BasisSource,
    Controller,
    DatasetRow,
    Host,
    Issue,
    LegalBasis,
    Mark,
    Modality,
    Provenance,
    Reading,
    Release,
    StateSource,
    Unread,
)

DATASETS = ("HES", "HES APC", "HES OP", "HES APC, HES OP", "MHSDS", "HES, MHSDS", "")
STATES = ("identifiable", "pseudonymised", "anonymised", "aggregated", "unstated")
PURPOSES = ("", "Commissioning", "Audit")
KINDS = ("transfer", "transfer", "access", "re-identification")
BASES = ("", "s251", "s261(1), s261(7)")
PARTIES = ("A", "B", "C", "D", "E", "@GPs")


def random_register(seed: int, agreements: int, *, loops: bool = True) -> list[Reading]:
    """Agreements of up to nine flows; a fifth have an older version too. Without loops data only goes onward."""
    chance = random.Random(seed)
    found = []
    for number in range(agreements):
        reference = f"DARS-NIC-99{number:04}-A1B2C"
        found.append(_version(chance, reference, chance.choice((None, "1.0", "2.1")), loops))
        if chance.random() < 0.2:
            found.append(_version(chance, reference, "0.5", loops))
    return found


def _version(chance: random.Random, reference: str, version: str | None, loops: bool) -> Reading:
    lines = []
    for _ in range(chance.randrange(10)):
        source, target = (chance.choices if loops else chance.sample)(PARTIES, k=2)
        if not loops and PARTIES.index(source) > PARTIES.index(target):
            source, target = target, source
        words = (chance.choice(words) for words in (DATASETS, STATES, PURPOSES, KINDS, BASES))
        lines.append(f"{source} > {target} | " + " | ".join(words))
    starts = chance.choice((None, date(2019, 1, 1), date(2020, 6, 1)))
    ends = chance.choice((None, date(2020, 12, 31), date(2022, 1, 1)))
    return reading("\n".join(lines), reference, version, starts, ends)


# What no made-up line says of a flow.
ODD = {
    "opt_outs": "Yes, in full",
    "identifiability_source": StateSource.CARRIED,
    "legal_basis_source": BasisSource.INFERRED,
    "modality": Modality.MAY,
    "step": "2 b",
}
REFERENCE = "DARS-NIC-998888-B2C3D"


def full_reading() -> Reading:
    """An agreement that has everything a reading can have."""
    made = reading("A > B | HES | identifiable | Audit | access | s251\nB > @GPs | | | | re-identification", REFERENCE)
    first, second = made.flows
    flows = (
        first.model_copy(update={"marks": (Mark(role="verb", start=0, end=2), Mark(role="source", start=3, end=4))}),
    )
    bases = (LegalBasis(text="National Health Service Act 2006", codes=("s251", "reg3")), LegalBasis(text="Other (odd"))
    return made.model_copy(
        update={
            "agreement": Agreement(
                reference=made.agreement.reference,
                version="1.2",
                title="A made-up agreement; with “odd” words",
                organisations=("A", "B"),
                controllers=(Controller(name="A, B AND C ICB", code="X1Y"), Controller(name="B")),
                period=made.agreement.period.model_copy(
                    update={"start": date(2020, 2, 1), "text": "2020/02 — unknown"}
                ),
                types_of_data="Identifiable",
                legal_bases=bases,
                datasets=(
                    DatasetRow(name="HES", type_of_data="Identifiable", legal_bases=bases, confidentiality="Consent"),
                    DatasetRow(name="HES", type_of_data="Anonymised"),
                ),
                releases=(Release(dataset="HES", files=3, first_month="2020-02"), Release(dataset="SUS")),
                provenance=(
                    Provenance(file="page.txt", format="page", line=4),
                    Provenance(file="book.xlsx", format="workbook", place="Agreements!2"),
                ),
            ),
            "controllers": (first.source,),
            "processors": (first.target,),
            "flows": (*flows, second.model_copy(update=ODD)),
            "hosts": (
                Host(host=second.target, serves=first.target, evidence=first.evidence),
                Host(host=first.source, serves=None, evidence=second.evidence),
            ),
            "unread": (
                Unread(evidence=first.evidence, reason="negated"),
                Unread(evidence=second.evidence, reason=None),
            ),
            "movement_sentences": 4,
            "issues": (Issue(code="odd-bracket", message="a bracket never closes", line=3, kept="the words"),),
        }
    )
