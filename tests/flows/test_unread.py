"""What the reader missed is visible: a sentence of movement without a flow is counted, and listed as missed."""

from hostile_texts import agreement

from flowgraph.flows import read_flows

# Each tells of a movement of data between two named parties.
TOLD = [
    "SUS data flows from Farland Registry to Seaside University.",
    "From Farland Registry and from Moorland Registry, data flows into Seaside University.",
    "Seaside University uses the online tool of Farland Registry to read HES APC.",
    "HES APC reaches Seaside University from Farland Registry, which sends it.",
]


def test_movement_without_a_flow_is_counted() -> None:
    for text in TOLD:
        reading = read_flows(agreement(text))
        assert reading.flows or reading.unread, text


def test_a_movement_that_no_rule_reads_is_missed() -> None:
    reading = read_flows(agreement("Seaside University access to HES records is looked after by Farland Registry."))
    assert [missed.evidence.quote for missed in reading.missed] == [reading.agreement.sections[0].text]


def test_what_tells_of_no_movement_is_not_counted() -> None:
    reading = read_flows(agreement("The rooms are locked at night. Whoever comes in is written down in a book."))
    assert (reading.movement_sentences, reading.unread, reading.flows) == (0, (), ())
