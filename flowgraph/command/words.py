"""How a flow is said in words and colours, the same in every command."""

from rich.text import Text

from flowgraph.command.safe_text import one_line
from flowgraph.domain import BasisSource, Flow, FlowKind, Identifiability, Modality, StateSource

# Colours only add to the words: every state is also written out.
STATE_STYLES = {
    Identifiability.IDENTIFIABLE: "bold red",
    Identifiability.PSEUDONYMISED: "yellow",
    Identifiability.ANONYMISED: "green",
    Identifiability.AGGREGATED: "cyan",
    Identifiability.UNSTATED: "dim",
}

BASIS_SOURCES = {
    BasisSource.STATED: "said in the sentence",
    BasisSource.DATASET_ROW: "from the register's row of the data set and its type of data",
    BasisSource.INFERRED: "inferred from the agreement's list, which does not say which data it is for",
    BasisSource.UNSTATED: "nothing says",
}

STATE_SOURCES = {
    StateSource.STATED: "said beside the movement",
    StateSource.CARRIED: "as the data reached the sender",
    StateSource.DATASET_ROW: "from the type of data in the register's row",
    StateSource.UNSTATED: "nothing says",
}


def state(flow: Flow) -> Text:
    """The state of a flow, in its colour."""
    return Text(
        "state unstated" if flow.identifiability is Identifiability.UNSTATED else str(flow.identifiability),
        style=STATE_STYLES[flow.identifiability],
    )


def power(flow: Flow) -> Text:
    """Under which power a flow runs, and how that is known where the sentence does not say so."""
    if not flow.legal_basis:
        return Text("power unstated", style="dim")
    said = ", ".join(map(one_line, flow.legal_basis))
    known = flow.legal_basis_source
    return Text(said if known is BasisSource.STATED else f"{said} ({known})")


def doing(flow: Flow) -> str:
    """What happens where it is no plain transfer that takes place: access, re-identification, only permitted."""
    kind = "" if flow.kind is FlowKind.TRANSFER else str(flow.kind)
    return ", ".join(part for part in (kind, "permitted" if flow.modality is Modality.MAY else "") if part)


def data(flow: Flow) -> str:
    """The data sets of a flow."""
    return ", ".join(map(one_line, flow.datasets)) or "data sets unstated"


def place(flow: Flow) -> str:
    """The purpose and step under which the text tells of a flow."""
    purpose = one_line(flow.purpose) if flow.purpose else "purpose unstated"
    return f"{purpose}, step {one_line(flow.step)}" if flow.step else purpose


def joined(*parts: Text | str) -> Text:
    """The parts that are not empty, with dots between them."""
    return Text(" · ").join(part if isinstance(part, Text) else Text(part) for part in parts if part)
