"""Raw records into typed agreements: field values, merging of places, order of versions."""

from flowgraph.agreements.answers import OptOuts, read_answer, read_opt_outs
from flowgraph.agreements.build import Begun, Built, begin_agreement, build_agreement, finish_agreement
from flowgraph.agreements.controllers import split_controllers
from flowgraph.agreements.dates import read_date
from flowgraph.agreements.legal_bases import read_legal_bases
from flowgraph.agreements.merge import Merged, merge_agreements
from flowgraph.agreements.periods import split_when
from flowgraph.agreements.references import split_reference, version_key

__all__ = [
    "Begun",
    "Built",
    "Merged",
    "OptOuts",
    "begin_agreement",
    "build_agreement",
    "finish_agreement",
    "merge_agreements",
    "read_answer",
    "read_date",
    "read_legal_bases",
    "read_opt_outs",
    "split_controllers",
    "split_reference",
    "split_when",
    "version_key",
]
