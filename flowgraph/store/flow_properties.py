"""What every flow carries in a store: all that was read of it, evidence and offsets included."""

from flowgraph.store.schema import Kind, Property

P = Property


def party_properties(end: str) -> tuple[Property, ...]:
    """A party as the agreement gives it, under names that begin with ``end`` (``source``, ``host``, …)."""
    return (
        P(name=f"{end}_name", kind=Kind.TEXT, meaning=f"the {end}'s name in this agreement"),
        P(name=f"{end}_kind", kind=Kind.TEXT, meaning=f"kind of the {end}"),
        P(name=f"{end}_code", kind=Kind.TEXT, meaning=f"ODS code of the {end}"),
        P(name=f"{end}_role_of", kind=Kind.TEXT, meaning=f"the agreement of the {end}, where it is an unnamed role"),
    )


FLOW_PROPERTIES = (
    P(name="key", kind=Kind.TEXT, meaning="the flow's id, as `flowgraph parse` gives it"),
    P(name="agreement", kind=Kind.TEXT, meaning="key of the agreement version; consecutive hops share it"),
    P(name="reference", kind=Kind.TEXT, meaning="the agreement's reference without version"),
    P(name="version", kind=Kind.TEXT, meaning="the agreement's version"),
    P(name="position", kind=Kind.NUMBER, meaning="place among the agreement's flows, in the order of the text"),
    P(name="purpose", kind=Kind.TEXT, meaning="the heading it stands under; absent where unstated"),
    P(name="lane", kind=Kind.TEXT, meaning="the purpose folded; hops share it, or one of them states none"),
    *party_properties("source"),
    *party_properties("target"),
    P(name="step", kind=Kind.TEXT, meaning="the numbered step"),
    P(name="datasets", kind=Kind.TEXTS, meaning="the data sets it names"),
    P(name="identifiability", kind=Kind.TEXT, meaning="identifiable, pseudonymised, anonymised, aggregated, unstated"),
    P(name="identifiability_source", kind=Kind.TEXT, meaning="how that is known: stated, carried from the sender, …"),
    P(name="kind", kind=Kind.TEXT, meaning="transfer, access, or re-identification"),
    P(name="modality", kind=Kind.TEXT, meaning="does, or may"),
    P(name="legal_basis", kind=Kind.TEXTS, meaning="short codes"),
    P(name="legal_basis_source", kind=Kind.TEXT, meaning="stated, data set row, inferred, or unstated"),
    P(name="opt_outs", kind=Kind.TEXT, meaning="the text's own words on patient opt-outs"),
    P(name="starts", kind=Kind.DATE, meaning="first day of the agreement version"),
    P(name="ends", kind=Kind.DATE, meaning="last day of the agreement version"),
    P(name="section", kind=Kind.TEXT, meaning="section of the evidence"),
    P(name="char_start", kind=Kind.NUMBER, meaning="where the evidence begins in its section, in characters"),
    P(name="char_end", kind=Kind.NUMBER, meaning="where it ends"),
    P(name="evidence", kind=Kind.TEXT, meaning="the sentence it was read from"),
    P(name="rule", kind=Kind.TEXT, meaning="the rule that read it"),
    P(name="mark_roles", kind=Kind.TEXTS, meaning="what the marked words of the sentence decided"),
    P(name="mark_starts", kind=Kind.NUMBERS, meaning="where each begins in the sentence"),
    P(name="mark_ends", kind=Kind.NUMBERS, meaning="where each ends"),
    P(
        name="needs",
        kind=Kind.NUMBER,
        meaning="least rank in which data must reach the sender (identifiable 3 … aggregated 0)",
    ),
    P(name="gives", kind=Kind.NUMBER, meaning="rank of the data after it; -1 where it does not say"),
    P(name="begins", kind=Kind.TEXTS, meaning="`lane|data set`: paths of that data begin with it"),
    P(
        name="unfitted",
        kind=Kind.TEXTS,
        meaning="`lane|data set`: nothing that fits reaches its sender, so a jump is shown",
    ),
    P(name="unexplained", kind=Kind.TEXTS, meaning="`lane|data set`: a jump that no re-identification explains"),
)
