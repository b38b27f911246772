"""Finding a flow by its id, or by as much of it as tells it from the others."""

from collections.abc import Iterable, Sequence

from flowgraph.command.endings import ExitCode
from flowgraph.domain import Flow
from flowgraph.domain.errors import UserError

NEAREST = 5


class UnknownFlow(UserError):
    """No flow has that id."""

    exit_code = ExitCode.NOTHING


class AmbiguousFlow(UserError):
    """Several flows have an id that begins or ends so."""

    exit_code = ExitCode.USER_ERROR


def find_flow(asked: str, flows: Iterable[Flow]) -> Flow:
    """The flow whose id is ``asked``, else the only one whose id begins with it, or whose number does.

    Raises UnknownFlow with the nearest ids, and AmbiguousFlow.
    """
    known = {flow.id: flow for flow in flows}
    if asked in known:
        return known[asked]
    wanted = asked.casefold()
    found = [one for one in known if _fits(one.casefold(), wanted)] if wanted else []
    if len(found) == 1:
        return known[found[0]]
    if found:
        raise AmbiguousFlow(f"{asked!r} fits {len(found)} flows; write more of the id, as in {found[0]}")
    near = _nearest(asked, list(known))
    hint = f"the nearest are: {', '.join(near)}" if near else "the documents tell of no flow"
    raise UnknownFlow(f"no flow has the id {asked[:80]!r}; {hint}")


def _fits(known: str, wanted: str) -> bool:
    return known.startswith(wanted) or known.rpartition(":")[2].startswith(wanted)


def _nearest(asked: str, known: Sequence[str]) -> list[str]:
    from rapidfuzz import process

    return [one for one, _, _ in process.extract(asked, known, limit=NEAREST)]
