"""Loading: whole agreements, each in place of what was there, and nothing left behind."""

from typing import Any

import pytest
from made_register import reading
from random_register import full_reading, random_register

from flowgraph.domain import Reading
from flowgraph.store import Loaded, LoadFailed, Settings, Store
from flowgraph.store.declaration import SCHEMA

EVERYTHING = (
    "MATCH (n) WHERE NOT n:FlowgraphStore OPTIONAL MATCH (n)-[r]->(m) "
    "RETURN labels(n)[0] AS label, coalesce(n.key, n.name, n.code, n.file) AS key, properties(n) AS node, "
    "type(r) AS type, properties(r) AS props, coalesce(m.key, m.name, m.code, m.file) AS target"
)


def everything(store: Store) -> list[str]:
    rows = store.view().cypher(EVERYTHING, most=100_000).rows
    return sorted(repr([sorted(one.items()) if isinstance(one, dict) else one for one in row]) for row in rows)


def count(store: Store, text: str, **parameters: Any) -> int:
    number: int = store.view().cypher(text, parameters).rows[0][0]
    return number


def test_loading_twice_changes_nothing(store: Store):
    readings = [full_reading(), *random_register(3, 30)]
    first = store.writer().load(readings)
    before = everything(store)
    assert first.written == len(readings)
    assert first.flows == sum(len(one.flows) for one in readings)
    assert store.writer().load(readings) == Loaded(unchanged=len(readings))
    assert everything(store) == before


def test_the_order_of_loading_does_not_matter(store: Store):
    readings = [full_reading(), *random_register(4, 30)]
    store.writer().load(readings)
    before = everything(store)
    store.writer().clear()
    for one in reversed(readings):
        store.writer().load([one])
    assert everything(store) == before


def test_a_corrected_reading_replaces_its_agreement_alone(store: Store):
    other = reading("A > B | HES", "DARS-NIC-990002-A1B2C")
    old = reading("A > B | HES\nB > Misread Ltd | Misread Set | | Misread Purpose | | misread")
    new = reading("A > B | HES\nB > C | HES | pseudonymised")
    store.writer().load([other, old])
    loaded = store.writer().load([other, new])
    assert (loaded.written, loaded.unchanged) == (1, 1)
    after = everything(store)
    assert not [row for row in after if "isread" in row]
    store.writer().clear()
    store.writer().load([other, new])
    assert everything(store) == after


def test_versions_of_an_agreement_are_apart_and_the_newest_is_known(store: Store):
    store.writer().load([reading("A > B | HES", version="2.10"), reading("A > C | HES", version="2.9")])
    rows = store.view().cypher("MATCH (n:Agreement) RETURN n.version, n.newest, n.age ORDER BY n.age").rows
    assert rows == (("2.9", False, 0), ("2.10", True, 1))


def test_replacing_empties_our_own_labels_only(store: Store):
    store.writer().load([full_reading()])
    engine = store._engine
    from flowgraph.store.statements import Statement

    engine.write([Statement(text="CREATE (:SomebodyElses {name: 'kept'})")])
    store.writer().clear()
    assert count(store, "MATCH (n:SomebodyElses) RETURN count(n)") == 1
    for node in SCHEMA.nodes:
        assert count(store, f"MATCH (n:{node.label}) RETURN count(n)") == 0
    engine.write([Statement(text="MATCH (n:SomebodyElses) DELETE n")])


def test_a_batch_that_fails_says_which_agreement_and_keeps_the_others(store: Store):
    good = random_register(5, 6)
    clash = reading("A > B | HES", "DARS-NIC-999999-Z9Z9Z")
    taken = next(one.flows[0].id for one in good if one.flows)
    bad = clash.model_copy(update={"flows": (clash.flows[0].model_copy(update={"id": taken}),)})
    with pytest.raises(LoadFailed, match="DARS-NIC-999999-Z9Z9Z") as raised:
        store.writer().load([*good, bad])
    assert "\n" not in str(raised.value)
    assert count(store, "MATCH (n:Agreement) RETURN count(n)") == len(good)


def test_an_agreement_without_a_key_is_refused(store: Store):
    one = reading("A > B | HES")
    nameless = one.flows[0].source.model_copy(update={"key": ""})
    bad = one.model_copy(update={"flows": (one.flows[0].model_copy(update={"source": nameless}),)})
    with pytest.raises(LoadFailed, match=one.agreement.reference):
        store.writer().load([bad])


def test_an_agreement_larger_than_a_batch_is_loaded_whole(store: Store):
    large = reading("\n".join(f"P{n} > Q{n} | HES" for n in range(1200)))
    told: list[int] = []
    store.writer().load([large, *random_register(6, 3)], told.append)
    assert (
        count(store, "MATCH ()-[f:FLOWS_TO {agreement: $a}]->() RETURN count(f)", a=large.agreement.reference) == 1200
    )
    assert sum(told) >= 4


def test_constraints_hold(store: Store):
    store.writer().load([reading("A > B | HES")])
    from flowgraph.store.statements import Statement

    for node in SCHEMA.nodes:
        twice = f"CREATE (:{node.label} {{{node.key}: 'twice'}})"
        with pytest.raises(LoadFailed):
            store._engine.write([Statement(text=twice), Statement(text=twice)])
    flow = "MATCH (a:Organisation {key: 'name:a'}) CREATE (a)-[:FLOWS_TO {key: 'twice', agreement: 'x'}]->(a)"
    with pytest.raises(LoadFailed):
        store._engine.write([Statement(text=flow), Statement(text=flow)])
    assert count(store, "MATCH (n) WHERE n.key = 'twice' RETURN count(n)") == 0


def test_evidence_and_offsets_are_on_every_flow(store: Store):
    made: list[Reading] = random_register(8, 10)
    store.writer().load(made)
    rows = (
        store.view()
        .cypher(
            "MATCH ()-[f:FLOWS_TO]->() RETURN f.key, f.section, f.char_start, f.char_end, f.evidence ORDER BY f.key"
        )
        .rows
    )
    said = [(one.id, one.evidence) for reading in made for one in reading.flows]
    assert list(rows) == [(key, str(e.section), e.start, e.end, e.quote) for key, e in sorted(said)]


def test_small_batches_give_the_same_graph(store: Store):
    readings = random_register(9, 12)
    store.writer().load(readings)
    before = everything(store)
    store.writer().clear()
    store._settings = Settings(batch_rows=1)
    store.writer().load(readings)
    assert everything(store) == before
