"""Texts that no agreement would hold: what a reader of untrusted documents must bear."""

from functools import cache

from golden_cases import REFERENCE, cases
from hypothesis import strategies as st

from flowgraph.domain import Agreement, Controller, DatasetRow, LegalBasis, Section, SectionName

# Words that the reader acts upon, so that random texts reach its every corner.
WORDS = (
    "The DSCRO|the CCG|NHS Digital|Farland Analytics Ltd|the University of Farland|GPs|providers|third parties|the CEfF"
    "|sends|is sent|passes|receives|is obtained|flows|has access to|access|uses the tool of|makes|available"
    "|from|to|by|into|with|within|of|and|or|, |which|then|if|unless|not|no|never|may|can|only|neither|nor"
    "|SUS|HES APC|Mental Health data|(MHSDS, MHMDS)|Local Provider Flows|Acute|the data|this data|it|identifiers|key"
    "|pseudonymised|identifiable|aggregate|non-identifiable|section 251|supply cloud services for|staff"
    "|re-identifies|type 2 objections|hereafter referred to as|(FAL)|Processors:|follows:"
).split("|")
HEADINGS = (
    "Commissioning|INVOICE VALIDATION|Risk Stratification:|Data Processor 1 – Farland Analytics Ltd|Data Processor 2"
    "|Processors:|SEGREGATION|The Re-identification process for direct care is as follows|1. |a) |• |iv. "
).split("|")
CONTROLS = ("\x00", "\x1b[31m", "\u202e", "\u2066", "\u200b", "\ufeff", "\u2028", "\x85", "\xa0", "\uf0b7")
LETTERS = ("é́", "ﬁ", "İ", "ß", "٣", "𝒜", "’s", "s'", "<script>")
ODD = st.sampled_from((*CONTROLS, *LETTERS, *"()[]“'.;:–•/\\{", "..", " - "))
BREAKS = st.sampled_from([" ", " ", " ", ". ", "\n", "\r\n", "\n\n", "; ", ": "])

register_like = st.lists(
    st.one_of(
        st.sampled_from(WORDS), st.sampled_from(WORDS), st.sampled_from(HEADINGS), ODD, st.text(max_size=8), BREAKS
    ),
    max_size=60,
).map(" ".join)
punctuation = st.text(alphabet=" .,;:!?()[]{}“”\"'’-–—•/\\|&\n\t", max_size=200)
nested = st.tuples(st.integers(0, 300), st.sampled_from(["(", "[", "(see ", "“"]), st.integers(0, 300)).map(
    lambda made: f"The DSCRO sends SUS {made[1] * made[0]} to {')' * made[2]} the CCG{made[1] * made[0]}."
)


@cache
def _texts() -> list[str]:
    return [case.agreement.sections[0].text for case in cases()]


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """A golden text with pieces taken out, doubled, exchanged, put in capitals or strewn with odd characters."""
    text: str = draw(st.sampled_from(_texts()))
    for _ in range(draw(st.integers(1, 5))):
        begin = draw(st.integers(0, len(text)))
        end = min(len(text), begin + draw(st.integers(0, 80)))
        piece = text[begin:end]
        change = draw(st.sampled_from(["cut", "double", "upper", "odd", "other", "back", "join"]))
        changed = {
            "cut": "",
            "double": piece * 2,
            "upper": piece.upper(),
            "back": piece[::-1],
            "join": " ".join(piece.split()),
        }.get(change)
        if changed is None:
            changed = draw(ODD) if change == "odd" else draw(st.sampled_from(WORDS))
        text = text[:begin] + changed + text[end:]
    return text


hostile = st.one_of(st.text(max_size=300), register_like, punctuation, nested, mutated())


def agreement(text: str) -> Agreement:
    """An agreement of a commissioner, a council and a university, with rows of both types of data."""
    names = ("NHS FARLAND CCG", "FARLAND COUNTY COUNCIL", "UNIVERSITY OF FARLAND")
    basis = (LegalBasis(text="s261(1)", codes=("s261(1)",)),)
    rows = (
        DatasetRow(name="SUS for Commissioners", type_of_data="Identifiable", legal_bases=basis),
        DatasetRow(name="HES APC", type_of_data="Anonymised - ICO Code Compliant", legal_bases=basis),
    )
    return Agreement(
        reference=REFERENCE,
        version="1.2",
        controllers=tuple(Controller(name=name) for name in names),
        datasets=rows,
        sections=(Section(name=SectionName.PROCESSING, text=text),),
    )
