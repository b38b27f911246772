"""Register pages for tests, composed of parts in the manner of the register; all bodies and words are invented."""

REFERENCE = "DARS-NIC-990001-A1B2C"

FIELDS = (
    "Type of data: information not disclosed for TRE projects",
    "Opt outs honoured: Anonymised - ICO Code Compliant (Does not include the flow of confidential data)",
    "Legal basis: Health and Social Care Act 2012 – s261(2)(a)",
    "Purposes: No (Academic)",
    "Sensitive: Sensitive",
    "When:DSA runs 2021-01-02 — 2022-01-01 2021.02 — 2021.11.",
    "Access method: One-Off",
    "Data-controller type: UNIVERSITY OF FARLAND",
    "Sublicensing allowed: No",
)


def made_page(
    *,
    heading: str | None = f"Lighthouse study — {REFERENCE}",
    fields: tuple[str, ...] = FIELDS,
    datasets: tuple[str, ...] = ("  1. Far Data Set", "  2. Near Data Set"),
    sections: str = "Objectives:\n\nTo count lighthouses.\n\nProcessing:\n\nFar sends Near the counts.",
    above: str = "NHS Digital Data Release Register - reformatted\n\nUniversity Of Farland projects\n\n",
) -> str:
    """A page of one project in the current layout; any part can be replaced."""
    parts = [*([heading] if heading else []), *fields]
    if datasets:
        parts += ["Datasets:", "\n".join(datasets)]
    return above + "\n\n".join([*parts, sections]).rstrip() + "\n"
