"""The index that lets a question touch only the agreements that matter to it."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping

from flowgraph.domain import Flow
from flowgraph.graph.strand import Strand
from flowgraph.graph.versions import AgreementVersion, in_force
from flowgraph.graph.view import Wanted


class FlowIndex:
    """The versions of every agreement, found by data set name, by sender and by receiver."""

    def __init__(self, versions: Mapping[str, tuple[AgreementVersion, ...]]) -> None:
        """Index every version; ``versions`` has each agreement's from the oldest to the newest."""
        self._versions = versions
        self._strands = {
            id(version): Strand(version.reference, version.version, version.flows)
            for all_versions in versions.values()
            for version in all_versions
        }
        self._order = {reference: place for place, reference in enumerate(versions)}
        self._by_name = self._invert(lambda flow: flow.datasets)
        self._by_sender = self._invert(lambda flow: (flow.source.key,))
        self._by_receiver = self._invert(lambda flow: (flow.target.key,))

    def strands(self, wanted: Wanted) -> Iterator[Strand]:
        """The wanted strands in the order of their references, each with all flows of its version."""
        for reference in self._references(wanted):
            version = in_force(self._versions[reference], wanted.on)
            if version is not None:
                strand = self._strands[id(version)]
                if _bears(strand, wanted):
                    yield strand

    def _references(self, wanted: Wanted) -> Iterable[str]:
        """The agreements that can matter, in order: the smallest of the indexed sets is gone through."""
        narrowed: list[set[str]] = []
        if wanted.agreements is not None:
            narrowed.append(set(wanted.agreements) & self._versions.keys())
        for names, index in (
            (wanted.senders, self._by_sender),
            (wanted.receivers, self._by_receiver),
            (wanted.datasets, self._by_name),
        ):
            if names is not None:
                sets = [index[name] for name in names if name in index]
                narrowed.append(sets[0] if len(sets) == 1 else set().union(*sets))
        if not narrowed:
            return self._versions
        narrowed.sort(key=len)
        return sorted(set.intersection(*narrowed), key=self._order.__getitem__)

    def _invert(self, names_of: Callable[[Flow], Iterable[str]]) -> dict[str, set[str]]:
        index: dict[str, set[str]] = defaultdict(set)
        for reference, all_versions in self._versions.items():
            for version in all_versions:
                for flow in version.flows:
                    for name in names_of(flow):
                        index[name].add(reference)
        return dict(index)


def _bears(strand: Strand, wanted: Wanted) -> bool:
    """Whether the strand bears on the question, as far as its data sets, states and legal bases say."""
    by_name = strand.by_name
    if wanted.datasets is not None and by_name.keys().isdisjoint(wanted.datasets):
        return False
    if wanted.states is None and wanted.bases is None:
        return True
    places = {
        place
        for name, found in by_name.items()
        if name is None or wanted.datasets is None or name in wanted.datasets
        for place in found
    }
    return any(_fits(strand.flows[place], wanted) for place in places)


def _fits(flow: Flow, wanted: Wanted) -> bool:
    if wanted.states is not None and flow.identifiability not in wanted.states:
        return False
    return wanted.bases is None or not wanted.bases.isdisjoint(flow.legal_basis or ("unstated",))
