"""One agreement version read in several places is one; versions stay apart and stand in order."""

from collections.abc import Hashable, Iterable, Sequence
from typing import Any, NamedTuple, TypeVar

from flowgraph.agreements.references import reference_key, version_key
from flowgraph.domain import Agreement, Answer, Issue, Period, Section, Severity

T = TypeVar("T", bound=Hashable)

# Fields that must agree wherever the agreement stands; of those that do not, the first place counts.
_SINGLE = (
    "title",
    "organisation_type",
    "controller_basis",
    "period",
    "release_period",
    "types_of_data",
    "opt_outs",
    "purposes",
    "sensitivity",
    "access_method",
    "sublicensing",
    "commercial",
)
_GATHERED = ("organisations", "controllers", "legal_bases", "datasets", "releases", "provenance")
_EMPTY = (None, "", Period(), Answer.UNSTATED)


class Merged(NamedTuple):
    """Agreements in order, and what their places disagree about."""

    agreements: tuple[Agreement, ...]
    issues: tuple[Issue, ...]


def merge_agreements(agreements: Iterable[Agreement]) -> Merged:
    """One agreement for each reference and version, ordered by reference, then by version.

    What several places list (organisations, controllers, data sets, …) is gathered; where single fields or sections
    differ, the first place in the order given counts, and an issue says so.
    """
    groups: dict[tuple[str, tuple[int, ...], bool], list[Agreement]] = {}
    for agreement in agreements:
        key = (reference_key(agreement.reference), version_key(agreement.version), agreement.version is None)
        groups.setdefault(key, []).append(agreement)
    issues: list[Issue] = []
    merged = [group[0] if len(group) == 1 else _merge(group, issues) for group in groups.values()]
    merged.sort(key=lambda agreement: (agreement.reference, version_key(agreement.version)))
    return Merged(tuple(merged), tuple(issues))


def _merge(group: Sequence[Agreement], issues: list[Issue]) -> Agreement:
    first = group[0]
    values: dict[str, Any] = {"reference": max((one.reference for one in group), key=len)}
    for name in _GATHERED:
        values[name] = _gathered(value for one in group for value in getattr(one, name))
    for name in _SINGLE:
        given = list(dict.fromkeys(value for one in group if (value := getattr(one, name)) not in _EMPTY))
        if given:
            values[name] = given[0]
        if len(given) > 1:
            label = name.replace("_", " ")
            issues.append(_difference(f"the {label} differs between the places where the agreement stands", group))
    values["sections"] = _sections(group, issues)
    return first.model_copy(update=values)


def _gathered(values: Iterable[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(values))


def _sections(group: Sequence[Agreement], issues: list[Issue]) -> tuple[Section, ...]:
    sections: dict[str, Section] = {}
    for one in group:
        for section in one.sections:
            kept = sections.setdefault(section.name, section)
            if kept.text.split() != section.text.split():
                message = f"the section {section.name} differs between the places where the agreement stands"
                issues.append(_difference(message, group))
    return tuple(sections.values())


def _difference(message: str, group: Sequence[Agreement]) -> Issue:
    first, second = group[0].provenance[0], group[1].provenance[0]
    reference = group[0].reference
    return Issue(
        code="places-differ",
        message=message,
        file=second.file,
        line=second.line,
        place=second.place,
        agreement=f"{reference}-v{group[0].version}" if group[0].version else reference,
        kept=f"what {first.file} says",
        severity=Severity.WARNING,
    )
