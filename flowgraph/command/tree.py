"""Paths as trees: from the source on the left to the last holders, each hop with what must be known of it."""

from collections.abc import Iterable

from rich.console import Console, Group
from rich.padding import Padding
from rich.text import Text
from rich.tree import Tree

from flowgraph.command.branches import Branch, Root, gather
from flowgraph.command.safe_text import one_line
from flowgraph.command.terminal import output
from flowgraph.command.words import STATE_STYLES, doing, joined, place, power, state
from flowgraph.domain import Identifiability
from flowgraph.questions import Carries, Hop, Path

_ORDER = list(Identifiability)


def print_trees(paths: Iterable[Path], console: Console | None = None) -> None:
    """Print a tree for each agreement and each party where its paths begin."""
    console = console or output()
    for agreement, roots in gather(paths):
        console.print(Text(one_line(agreement), style="bold"))
        for root in roots:
            tree = Tree(_root(root), guide_style="dim")
            for branch in root.following():
                _grow(tree, branch, root)
            console.print(tree)
        console.print()


def _grow(tree: Tree, branch: Branch, root: Root) -> None:
    node = tree.add(_label(branch, root))
    for back in branch.returns.values():
        node.add(Text(f"↺ back to {one_line(back.flow.target.name)} ({place(back.flow)})", style="dim"))
    for following in branch.following():
        _grow(node, following, root)
    if branch.goes_on:
        node.add(Text("… and on from here, beyond what was asked for", style="dim"))


def _root(root: Root) -> Text:
    said = ", ".join(map(one_line, root.datasets)) or "data sets unstated"
    before = "" if root.entry else "had it from others"
    return joined(Text(one_line(root.party.name), style="bold"), f"sends {said}", before)


def _label(branch: Branch, root: Root) -> Group:
    hop = branch.hop
    names = "; ".join(one_line(party.name) for party in branch.receivers)
    said = joined(state(hop.flow), power(hop.flow), _places(branch), doing(hop.flow), _carries(branch, root))
    details = [Padding(line, (0, 0, 0, 2), expand=False) for line in (said, *_marks(hop))]
    return Group(Text(f"→ {names}", style="bold"), *details)


def _places(branch: Branch) -> str:
    """The purpose and every step that tells of this hop."""
    steps = list(map(one_line, branch.steps))
    if len(steps) < 2:
        return place(branch.hop.flow)
    purpose = branch.hop.flow.purpose
    return f"{one_line(purpose) if purpose else 'purpose unstated'}, steps {', '.join(steps)}"


def _carries(branch: Branch, root: Root) -> str:
    """What the hop says it carries where that is not the very data set asked for."""
    carries = branch.hop.carries
    if carries is Carries.SAME:
        return ""
    if carries is Carries.UNSTATED:
        return "data sets unstated: what came is taken to go on"
    names = dict.fromkeys(name for hop in branch.hops for name in hop.flow.datasets)
    near = [one_line(name) for name in names if name in root.datasets] or list(map(one_line, names))
    if near == list(map(one_line, root.datasets)):
        return ""  # the root says it
    more = f" and {len(near) - 2} more" if len(near) > 3 else ""
    return f"{'in' if carries is Carries.WIDER else 'as'} {', '.join(near[: 2 if more else 3])}{more}"


def _marks(hop: Hop) -> list[Text]:
    said = []
    if hop.becomes is not None and hop.before is not None:
        sign = "▲" if _ORDER.index(hop.becomes) < _ORDER.index(hop.before) else "▼"
        said.append(Text(f"{sign} becomes {hop.becomes}, was {hop.before}", style=STATE_STYLES[hop.becomes]))
    if hop.unexplained:
        said.append(Text("‼ unexplained: nothing so identifying reached the sender", style="bold red reverse"))
    if hop.crosses_agreement:
        said.append(Text(f"✗ crosses into agreement {one_line(hop.flow.agreement)}", style="magenta"))
    if hop.crosses_purpose:
        said.append(Text("✗ crosses into another purpose", style="magenta"))
    if hop.after_succession:
        said.append(Text(f"✗ {one_line(hop.flow.source.name)} carried on from the receiver", style="magenta"))
    return said
