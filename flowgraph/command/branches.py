"""Paths gathered into branches: what paths have in common stands once, so that a tree can be drawn of them."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace

from flowgraph.domain import Party
from flowgraph.questions import Hop, Path


@dataclass
class Branch:
    """A hop, with the hops that follow it on some path.

    ``hops`` are several where flows tell the same of one receiver (in several steps) or of several receivers, and
    all goes on alike; they are one hop to the reader. ``goes_on`` and ``returns`` are as in
    :class:`flowgraph.questions.Path`.
    """

    hops: list[Hop]
    onward: dict[tuple[str, tuple[str, ...]], "Branch"] = field(default_factory=dict)
    returns: dict[str, Hop] = field(default_factory=dict)
    goes_on: bool = False

    @property
    def hop(self) -> Hop:
        """The first of the hops, which tells what all of them tell."""
        return self.hops[0]

    @property
    def receivers(self) -> list[Party]:
        """Who receives, each party once."""
        return list({hop.flow.target.key: hop.flow.target for hop in self.hops}.values())

    @property
    def steps(self) -> list[str]:
        """The steps of the text that tell of the hop, each once."""
        return list(dict.fromkeys(hop.flow.step for hop in self.hops if hop.flow.step))

    def following(self) -> list["Branch"]:
        """The branches behind this one, alike ones made one."""
        return merged(self.onward.values())


@dataclass
class Root:
    """Where paths begin: the party, the data sets that travel, and whether it had the data from somebody itself."""

    party: Party
    entry: bool
    datasets: dict[str, None] = field(default_factory=dict)
    onward: dict[tuple[str, tuple[str, ...]], Branch] = field(default_factory=dict)

    def following(self) -> list[Branch]:
        """The branches that begin here, alike ones made one."""
        return merged(self.onward.values())


def gather(paths: Iterable[Path]) -> Iterator[tuple[str, list[Root]]]:
    """The roots of each agreement, in the order of the paths."""
    agreements: dict[str, dict[tuple[str, bool], Root]] = {}
    for path in paths:
        roots = agreements.setdefault(path.agreement, {})
        first = path.organisations[0]
        root = roots.setdefault((first.key, path.entry), Root(first, path.entry))
        root.datasets.update(dict.fromkeys(path.datasets))
        _add(path, root)
    return ((agreement, list(roots.values())) for agreement, roots in agreements.items())


def _add(path: Path, root: Root) -> None:
    onward = root.onward
    branch = None
    for hop in path.hops:
        branch = onward.setdefault((hop.flow.id, hop.marks), Branch([hop]))
        onward = branch.onward
        back = [one for one in path.returns if one.flow.source.key == hop.flow.target.key]
        branch.returns.update({one.flow.id: one for one in back})
    if branch is not None:
        branch.goes_on |= path.goes_on


def merged(branches: Iterable[Branch]) -> list[Branch]:
    """The branches, alike ones as one: first those of one receiver, whatever the step; then those of one step.

    What follows a hop must be the same to the last holder for two to be alike.
    """
    one_receiver = _joined(branches, lambda branch: (branch.hop.flow.target.key, _said(branch)))
    return _joined(one_receiver, lambda branch: (tuple(branch.steps), _said(branch)))


def _joined(branches: Iterable[Branch], alike: Callable[[Branch], object]) -> list[Branch]:
    found: dict[object, Branch] = {}
    for branch in branches:
        key = alike(branch)
        if key in found:
            found[key] = replace(found[key], hops=[*found[key].hops, *branch.hops])
        else:
            found[key] = branch
    return list(found.values())


def _said(branch: Branch) -> object:
    """What is said of a hop and of all that follow it; only its own receiver and step are left out."""
    flow = branch.hop.flow
    return (
        flow.identifiability,
        flow.kind,
        flow.modality,
        flow.purpose,
        flow.legal_basis,
        flow.legal_basis_source,
        branch.hop.marks,
        branch.hop.carries,
        frozenset((back.flow.target.key, back.flow.step) for back in branch.returns.values()),
        branch.goes_on,
        tuple((one.hop.flow.target.key, one.hop.flow.step, _said(one)) for one in branch.onward.values()),
    )
