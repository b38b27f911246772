"""How the picture tells things apart: the colours, dashes and shapes, with the words that explain them.

The hues of the states are those of Okabe and Ito ("Color Universal Design", 2008), darkened or lightened until each
has a contrast of at least 3:1 against its ground (WCAG 2.2, criterion 1.4.11). No meaning hangs on colour alone: every
state has a dash pattern of its own and every kind of party a shape and a word.
"""

from dataclasses import dataclass

from flowgraph.domain import BasisSource, FlowKind, Identifiability, Modality, PartyKind


@dataclass(frozen=True)
class StateStyle:
    """How the edges of one state of identifiability are drawn; dashes are lengths in pixels, empty for solid."""

    light: str
    dark: str
    dash: tuple[float, ...]
    meaning: str


@dataclass(frozen=True)
class KindStyle:
    """How the parties of one kind are drawn; ``mark`` is an SVG path in a box of 20 by 20 pixels."""

    light: str
    dark: str
    mark: str
    word: str
    plural: str
    meaning: str


STATES: dict[Identifiability, StateStyle] = {
    Identifiability.IDENTIFIABLE: StateStyle(
        "#c24e00", "#ff9a4d", (), "shows who the person is: name, NHS number, address or date of birth"
    ),
    Identifiability.PSEUDONYMISED: StateStyle(
        "#0067a8", "#62bdf2", (11, 5), "names are replaced by a code; one row is still one person"
    ),
    Identifiability.ANONYMISED: StateStyle(
        "#007a59", "#34d1a3", (11, 4, 2, 4), "nobody can reasonably be found in it any more"
    ),
    Identifiability.AGGREGATED: StateStyle(
        "#98397a", "#eaa0cc", (2.5, 4), "counts and totals; no row is a single person"
    ),
    Identifiability.UNSTATED: StateStyle(
        "#5c5c5c", "#b4b4b4", (4, 8), "the agreement does not say, and nothing is guessed"
    ),
}

_SOURCE = ("#7a5c00", "#e3c04d")
_REGION = ("#6a3fa0", "#c4a5f2")
_WORKER = ("#0f5f73", "#6fcfe6")
_BUYER = ("#1f4e9c", "#9cc0ff")
_READER = ("#2d6b22", "#96d788")

KINDS: dict[PartyKind, KindStyle] = {
    PartyKind.NATIONAL: KindStyle(
        *_SOURCE,
        "M5 1H15L20 10L15 19H5L0 10Z",
        "national body",
        "national bodies",
        "such as NHS England or NHS Digital",
    ),
    PartyKind.REPOSITORY: KindStyle(
        *_SOURCE,
        "M2 4C2 0 18 0 18 4V16C18 20 2 20 2 16ZM2 4C2 8 18 8 18 4",
        "repository",
        "repositories",
        "a national store of records, such as the SUS Repository",
    ),
    PartyKind.PROVIDER: KindStyle(
        *_SOURCE, "M10 0L20 8V20H0V8Z", "provider", "providers", "hospitals and others who treat patients"
    ),
    PartyKind.DSCRO: KindStyle(
        *_REGION,
        "M10 0L20 10L10 20L0 10Z",
        "regional data office",
        "regional data offices",
        "a DSCRO: NHS Digital's office for a region; it receives identifiable data and pseudonymises it",
    ),
    PartyKind.CSU: KindStyle(
        *_WORKER,
        "M1 1H19V19H1Z",
        "support unit",
        "support units",
        "a CSU, Commissioning Support Unit: works on the data for commissioners",
    ),
    PartyKind.COMPANY: KindStyle(
        *_WORKER, "M6 0H14L20 6V14L14 20H6L0 14V6Z", "company", "companies", "a firm that works on the data"
    ),
    PartyKind.COMMISSIONER: KindStyle(
        *_BUYER,
        "M10 0A10 10 0 0 1 10 20A10 10 0 0 1 10 0Z",
        "commissioner",
        "commissioners",
        "a CCG, or since July 2022 an ICB: buys care for its area",
    ),
    PartyKind.LOCAL_AUTHORITY: KindStyle(
        *_BUYER, "M4 1H16L20 19H0Z", "local authority", "local authorities", "a council"
    ),
    PartyKind.GP: KindStyle(*_READER, "M10 1L20 19H0Z", "GP practice", "GP practices", "family doctors"),
    PartyKind.CLINICIAN: KindStyle(
        *_READER,
        "M7 0H13V7H20V13H13V20H7V13H0V7H7Z",
        "clinician",
        "clinicians",
        "doctors and nurses who treat the patient",
    ),
    PartyKind.UNIVERSITY: KindStyle(*_READER, "M0 1H20L10 19Z", "university", "universities", "a place of research"),
    PartyKind.CHARITY: KindStyle(
        *_READER,
        "M10 18L1 9C-2 3 6 -2 10 4C14 -2 22 3 19 9Z",
        "charity",
        "charities",
        "a charity or similar body",
    ),
    PartyKind.OTHER: KindStyle(
        *_READER,
        "M10 2A8 8 0 0 1 10 18A8 8 0 0 1 10 2ZM10 6A4 4 0 0 0 10 14A4 4 0 0 0 10 6Z",
        "other",
        "others",
        "a body or role of no listed kind",
    ),
}

FLOW_KINDS: dict[FlowKind, str] = {
    FlowKind.TRANSFER: "handed over (solid arrowhead)",
    FlowKind.ACCESS: "opened to a reader, who looks at it where it lies (round head)",
    FlowKind.RE_IDENTIFICATION: "turned back into persons (double arrowhead)",
}

MODALITIES: dict[Modality, str] = {
    Modality.DOES: "the text says that this happens",
    Modality.MAY: "the text only allows it (hollow head)",
}

BASIS_SOURCES: dict[BasisSource, str] = {
    BasisSource.STATED: "stated in the sentence itself",
    BasisSource.DATASET_ROW: "read from the register's row of the data set",
    BasisSource.INFERRED: "inferred from the agreement's whole list",
    BasisSource.UNSTATED: "nothing says under which power",
}


def style() -> dict[str, object]:
    """The whole of the above as plain values, in the form in which the page reads it."""
    return {
        "states": {
            state.value: {"light": look.light, "dark": look.dark, "dash": list(look.dash), "meaning": look.meaning}
            for state, look in STATES.items()
        },
        "kinds": {
            kind.value: {
                "light": look.light,
                "dark": look.dark,
                "mark": look.mark,
                "word": look.word,
                "plural": look.plural,
                "meaning": look.meaning,
            }
            for kind, look in KINDS.items()
        },
        "flowKinds": {kind.value: text for kind, text in FLOW_KINDS.items()},
        "modalities": {modality.value: text for modality, text in MODALITIES.items()},
        "basisSources": {source.value: text for source, text in BASIS_SOURCES.items()},
    }
