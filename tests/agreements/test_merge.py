"""One agreement in several places is one; versions stay apart, in order."""

from itertools import permutations
from typing import Any

import pytest

from flowgraph.agreements import merge_agreements
from flowgraph.domain import Agreement, Controller, DatasetRow, Provenance, Section, SectionName


def made(version: str | None = None, file: str = "a.txt", **changes: Any) -> Agreement:
    values = {"reference": "DARS-NIC-990701-A1B2C", "title": "Lighthouse study", **changes}
    return Agreement(version=version, provenance=(Provenance(file=file, format="page text"),), **values)


def test_one_agreement_on_two_pages_gathers_what_both_list() -> None:
    one = made(organisations=("A",), controllers=(Controller(name="A"),), datasets=(DatasetRow(name="x"),))
    two = made(file="b.txt", organisations=("B",), controllers=(Controller(name="A"), Controller(name="B")))
    merged = merge_agreements([one, two])
    (agreement,) = merged.agreements
    assert agreement.organisations == ("A", "B")
    assert [controller.name for controller in agreement.controllers] == ["A", "B"]
    assert agreement.datasets == one.datasets
    assert [place.file for place in agreement.provenance] == ["a.txt", "b.txt"]
    assert merged.issues == ()


@pytest.mark.parametrize("order", list(permutations(["0.9", "0.10", "2.1", "10.0", None])))
def test_versions_are_kept_apart_and_ordered(order: tuple[str | None, ...]) -> None:
    merged = merge_agreements(made(version) for version in order)
    assert [agreement.version for agreement in merged.agreements] == [None, "0.9", "0.10", "2.1", "10.0"]


def test_references_are_ordered_and_spelled_in_full() -> None:
    other = made(reference="DARS-NIC-110701-A1B2C")
    merged = merge_agreements([made(reference="NIC-990701-A1B2C"), other, made(file="b.txt")])
    assert [one.reference for one in merged.agreements] == ["DARS-NIC-110701-A1B2C", "DARS-NIC-990701-A1B2C"]


def test_differing_places_are_issues_and_the_first_counts() -> None:
    section = Section(name=SectionName.PROCESSING, text="Far sends Near counts.", offset=5)
    same = section.model_copy(update={"text": "Far sends\n  Near counts.", "offset": 9})
    other = section.model_copy(update={"text": "Near sends Far counts."})
    merged = merge_agreements(
        [
            made(sections=(section,)),
            made(file="b.txt", sections=(same,)),
            made(file="c.txt", title="X", sections=(other,)),
        ]
    )
    (agreement,) = merged.agreements
    assert (agreement.title, agreement.sections) == ("Lighthouse study", (section,))
    assert [issue.message.split(" differs")[0] for issue in merged.issues] == ["the title", "the section Processing"]
    assert {issue.kept for issue in merged.issues} == {"what a.txt says"}


def test_fields_of_the_second_place_fill_gaps_of_the_first() -> None:
    text = Section(name=SectionName.PROCESSING, text="Far sends Near counts.")
    merged = merge_agreements([made(title=None), made(file="b.txt", sections=(text,), opt_outs="N")])
    (agreement,) = merged.agreements
    assert (agreement.title, agreement.opt_outs, agreement.sections) == ("Lighthouse study", "N", (text,))
    assert merged.issues == ()
