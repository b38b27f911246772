"""Making the answer: the ways of all worlds put together, and paths built of them."""

from dataclasses import replace

from flowgraph.domain import Issue
from flowgraph.graph.strand import Strand
from flowgraph.graph.view import View
from flowgraph.questions.build import Builder
from flowgraph.questions.finds import Finds
from flowgraph.questions.path import Path, Paths
from flowgraph.questions.question import Question
from flowgraph.questions.strands import chosen, strands_of, worlds
from flowgraph.questions.walk import Walk

# How many hops may be tried for each path that may be listed before a search is given up.
STEPS_A_PATH = 100


def answer(view: View, question: Question) -> Paths:
    """Every path that answers the question, by agreement and then in the order of the text, up to the limit."""
    found: list[Path] = []
    for strand in strands_of(view, question):
        finds = _ways(strand, question, question.limit - len(found))
        if finds.ways:
            build = Builder(strand, question.scope).build
            found.extend(build(way, finds.ways[way]) for way in sorted(finds.ways))
        if finds.full:
            where = None if question.cross_agreements else strand.agreement
            return Paths(tuple(found), _cut(len(found), where))
    return Paths(tuple(found))


def _ways(strand: Strand, question: Question, room: int) -> Finds:
    """The ways in one strand.

    A depth shows the first hops of each way; so ways are found whole first, unless they have no natural end or
    are too many.
    """
    if question.depth is not None and not question.cross_agreements and question.targets is None:
        finds = _search(strand, replace(question, depth=None), room)
        if not finds.full:
            return finds.shorten(question.depth)
    return _search(strand, question, room)


def _search(strand: Strand, question: Question, room: int) -> Finds:
    walk = Walk(chosen(strand, question), question.sources, question.targets, question.depth)
    together: Finds | None = None
    several = max(len(question.sources or ()), len(question.targets or ())) > 1
    for world in worlds(strand, question):
        # One way more than there is room for tells that there are more.
        finds = Finds(max(room, 1), STEPS_A_PATH * question.limit)
        walk.all_ways(world, finds)
        if together is None:
            together = finds
        else:
            together.add_all(finds)
            several = True
    if together is None:
        return Finds(room, 0)
    if several or not all(found.entry for found in together.ways.values()):
        together.drop_pieces()
    if len(together.ways) > room:
        together.ways.clear()
        together.full = True
    return together


def _cut(listed: int, agreement: str | None) -> Issue:
    where = "" if agreement is None else f", the first of those left out in agreement {agreement}"
    return Issue(
        code="paths-cut",
        message=f"there are more paths than the {listed} listed{where}; narrow the question, or raise the limit",
        agreement=agreement,
        kept=f"the first {listed} paths",
    )
