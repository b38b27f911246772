"""What one agreement defines means nothing in another, whatever was read before in the same process."""

from itertools import permutations

from golden_cases import cases
from hostile_texts import agreement

from flowgraph.flows import read_flows

SENTENCE = "NHS Digital sends pseudonymised HES APC to FILM."
DEFINITIONS = {
    "The Farland Institute of Lighthouse Medicine (FILM) helps. ": "Farland Institute of Lighthouse Medicine",
    "The Foundation for Islands, Lakes and Moors (FILM) helps. ": "Foundation for Islands, Lakes and Moors",
    "": None,
}


def _targets(definition: str) -> list[str]:
    return [flow.target.name for flow in read_flows(agreement(definition + SENTENCE)).flows]


def test_a_short_form_is_the_agreement_s_own_in_every_order() -> None:
    for order in permutations(DEFINITIONS):
        for definition in order:
            meant = DEFINITIONS[definition]
            assert _targets(definition) == [meant] if meant else not set(_targets("")) & set(DEFINITIONS.values())


def test_a_pointing_word_is_the_agreement_s_own() -> None:
    text = "Commissioning\n1. The DSCRO sends pseudonymised SUS to the CCG."
    farland = agreement(text)
    (controller, *others) = farland.controllers
    moorland = farland.model_copy(
        update={"controllers": (controller.model_copy(update={"name": "NHS Moorland CCG"}), *others)}
    )
    for _ in range(2):
        names = [read_flows(one).flows[0].target.name.casefold() for one in (farland, moorland)]
        assert names == ["nhs farland ccg", "nhs moorland ccg"]


def test_a_case_reads_the_same_after_all_the_others() -> None:
    first = [read_flows(case.agreement) for case in cases()]
    again = [read_flows(case.agreement) for case in cases()]
    assert again == first
