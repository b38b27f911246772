"""Which version of an agreement counts: the newest, or the one in force on a day."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from flowgraph.domain import Flow, Host, Party, Period, Reading, SectionName

_SECTIONS = {name: place for place, name in enumerate(SectionName)}


@dataclass(frozen=True, slots=True)
class AgreementVersion:
    """What the graph knows of one version of one agreement; ``flows`` stand in the order of the text."""

    reference: str
    version: str | None
    period: Period
    flows: tuple[Flow, ...] = ()
    parties: tuple[Party, ...] = ()
    controllers: tuple[Party, ...] = ()
    processors: tuple[Party, ...] = ()
    hosts: tuple[Host, ...] = ()


def text_order(flow: Flow) -> tuple[int, int, int, str]:
    """The sort key that puts the flows of one agreement version in the order in which the text tells them."""
    return (_SECTIONS[flow.evidence.section], flow.evidence.start, flow.evidence.end, flow.id)


def age_order(version: AgreementVersion) -> tuple[tuple[int, ...], date, str]:
    """The sort key that puts the versions of one agreement from the oldest to the newest.

    The numbers of the version decide (2.10 is newer than 2.9, no number at all is oldest), then the start
    of its period.
    """
    numbers = tuple(int(number) for number in re.findall(r"\d+", version.version or ""))
    return (numbers, version.period.start or date.min, version.version or "")


def in_force(versions: Sequence[AgreementVersion], on: date | None) -> AgreementVersion | None:
    """The version that counts out of the versions of one agreement, given from the oldest to the newest.

    Without a day that is the newest. With one it is the newest whose period covers the day (a later version
    replaces an earlier one whose period has not run out); a version that states no period at all counts only
    where no other covers the day. None where none was in force.
    """
    if on is None:
        return versions[-1] if versions else None
    stated = [one for one in versions if one.period.start is not None or one.period.end is not None]
    covering = [one for one in stated if one.period.covers(on)]
    if not covering:
        covering = [one for one in versions if one.period.start is None and one.period.end is None]
    return covering[-1] if covering else None


def gather_versions(readings: Sequence[Reading]) -> dict[str, tuple[AgreementVersion, ...]]:
    """The versions of every agreement, references in order, each agreement's from the oldest to the newest.

    Readings of the same version are one: what stands in either stands in the result once.
    """
    parts: dict[tuple[str, str | None], list[Reading]] = {}
    for reading in readings:
        parts.setdefault((reading.agreement.reference, reading.agreement.version), []).append(reading)
    gathered: dict[str, list[AgreementVersion]] = {}
    for (reference, version), same in parts.items():
        periods = (one.agreement.period for one in same)
        gathered.setdefault(reference, []).append(
            AgreementVersion(
                reference,
                version,
                next((period for period in periods if period.start or period.end), Period()),
                tuple(sorted({flow.id: flow for one in same for flow in one.flows}.values(), key=text_order)),
                tuple(dict.fromkeys(party for one in same for party in one.parties)),
                tuple(dict.fromkeys(party for one in same for party in one.controllers)),
                tuple(dict.fromkeys(party for one in same for party in one.processors)),
                tuple(dict.fromkeys(host for one in same for host in one.hosts)),
            )
        )
    return {reference: tuple(sorted(gathered[reference], key=age_order)) for reference in sorted(gathered)}
