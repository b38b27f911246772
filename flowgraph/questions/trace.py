"""Where a data set goes: every path from where it enters to its last holders."""

from collections.abc import Iterable
from typing import Unpack

from flowgraph.graph.view import View
from flowgraph.questions.answer import answer
from flowgraph.questions.path import Paths
from flowgraph.questions.question import Filters, ask


def trace(
    view: View,
    dataset: str,
    *,
    sources: str | Iterable[str] | None = None,
    targets: str | Iterable[str] | None = None,
    **filters: Unpack[Filters],
) -> Paths:
    """Every path that ``dataset`` travels, from the party that received it from nobody to the last that holds it.

    A path is a claim that the data can travel it (the rules of sense):

    - Its hops belong to one agreement and one version of it: the newest, or the one in force ``as_of`` a day.
    - They belong to one purpose. A hop whose purpose is unstated joins any of its agreement's, but two hops of
      unlike purposes are never on one path, even with such a hop between them.
    - Each carries the data set asked for, a part of it, or a data set that it is a part of, and it is the *same*
      part all along: HES admitted patient care that comes in does not go out as HES outpatients.
      A hop that names no data set goes on with what its sender received under that purpose, and is marked; it never
      begins a path, for nothing says that it carries the data set.
    - A hop more identifiable than what came along the path joins the incoming flow whose state fits it. Only where no
      other way brings a fitting one, and unless re-identification is stated, is the jump shown and marked unexplained.
      A state that is not stated fits any, and what is known before such a hop is still known behind it.
    - A role that the text leaves unnamed is one only within its agreement; a host holds nothing and is on no path.
    - No party is twice on a path: loops are cut, and what would return stands in ``returns``. Where only a loop leads
      to a flow, a path begins with it and is marked as no entry.

    With ``sources`` (one or several names) the paths begin at these parties instead, wherever these had the data from;
    with ``targets`` they end at these, whoever these pass it on to. The other filters are those of
    :class:`flowgraph.questions.question.Filters`. A path that is a piece of another one is left out.

    The order is that of the agreements' references and of the text. Where there are more paths than ``limit``, the
    answer's ``cut`` says so. A name that fits nothing raises UnknownName, one that fits two parties AmbiguousName.
    """
    return answer(view, ask(view, dataset, sources=sources, targets=targets, **filters))


def paths(
    view: View,
    source: str | Iterable[str],
    target: str | Iterable[str],
    *,
    dataset: str | None = None,
    **filters: Unpack[Filters],
) -> Paths:
    """Every path on which data can travel from ``source`` to ``target``: one data set, or any where none is given.

    The rules are those of :func:`trace`. Where no data set is asked for, each path carries one all along; hops that
    name no data set make a path among themselves too, whose ``datasets`` are empty.
    """
    return answer(view, ask(view, dataset, sources=source, targets=target, **filters))
