"""What a text says of patient opt-outs stays with the flows it is about."""

from hostile_texts import agreement

from flowgraph.flows import read_flows


def _opt_outs(text: str) -> list[str | None]:
    return [flow.opt_outs for flow in read_flows(agreement(text)).flows]


def test_the_words_of_the_same_sentence() -> None:
    (words,) = _opt_outs("The DSCRO heeds type 2 objections and then sends identifiable SUS to Seaside CSU.")
    assert words is not None
    assert "type 2 objections" in words


def test_nothing_is_said_where_the_text_says_nothing() -> None:
    assert _opt_outs("The DSCRO sends identifiable SUS to Seaside CSU.") == [None]


def _by_purpose(condition: str) -> dict[str | None, str | None]:
    text = (
        f"PROCESSING CONDITIONS:\n{condition}\n"
        "Risk Stratification\n1. The DSCRO sends identifiable SUS to Seaside CSU.\n"
        "Commissioning\n1. The DSCRO sends pseudonymised SUS to Seaside CSU."
    )
    return {flow.purpose: flow.opt_outs for flow in read_flows(agreement(text)).flows}


def test_what_the_conditions_say_of_a_purpose_reaches_its_flows() -> None:
    condition = "The DSCRO heeds type 2 objections before identifiable records are sent for Risk Stratification."
    assert _by_purpose(condition) == {"Risk Stratification": condition, "Commissioning": None}


def test_the_condition_may_begin_with_its_purpose() -> None:
    condition = "Before identifiable records are sent for Risk Stratification, the DSCRO heeds type 2 objections."
    assert _by_purpose(condition) == {"Risk Stratification": condition, "Commissioning": None}


def test_re_identification_for_care_says_that_none_are_applied() -> None:
    text = (
        "The re-identification process for direct care runs as follows:\n"
        "1. The DSCRO re-identifies the people concerned and returns the identifiable fields to health professionals.\n"
        "2. National data opt-outs are not applied, since this is direct care."
    )
    (flow,) = read_flows(agreement(text)).flows
    assert flow.opt_outs == "National data opt-outs are not applied, since this is direct care."
