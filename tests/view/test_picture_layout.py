"""The layout: from left to right, nothing on top of anything else, the same for the same input."""

import itertools
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from view_samples import commissioner, commissioners, graph, many

from flowgraph.view.cards import HOST_GAP, HOST_HEIGHT, label_width
from flowgraph.view.layout import CARD_WIDTH, Box, Link, layout
from flowgraph.view.picture import picture
from flowgraph.view.scene import scene
from flowgraph.view.selection import Selection, select
from flowgraph.view.stacking import settle
from flowgraph.view.whole_page import page


def drawn(readings, **options):
    made = scene(select(graph(readings), Selection()))
    return made, picture(made, **options)


def rectangles(made, shown):
    hosts = {}
    for host in made.hosts:
        hosts[host.serves.key] = hosts.get(host.serves.key, 0) + 1
    for node in shown.nodes:
        top = node.place.y - node.place.height / 2
        below = hosts.get(node.key, 0) * (HOST_HEIGHT + HOST_GAP)
        left, bottom = node.place.x - CARD_WIDTH / 2, top + node.place.height + below
        yield node.key, left, left + CARD_WIDTH, top, bottom
    for edge in shown.edges:
        (x, y), half = edge.route.label, label_width(edge.label) / 2
        yield (edge.source, edge.target, edge.state), x - half, x + half, y - 10, y + 10


def overlapping(boxes):
    for (one, left, right, top, bottom), (other, left2, right2, top2, bottom2) in itertools.combinations(boxes, 2):
        if left < right2 and left2 < right and top < bottom2 and top2 < bottom:
            yield one, other


@pytest.mark.parametrize("number", [1, 2, 3, 7, 10])
@pytest.mark.parametrize("ribbons", [False, True])
def test_no_card_label_or_host_lies_on_another(number, ribbons):
    assert list(overlapping(list(rectangles(*drawn(commissioners(number), ribbons=ribbons))))) == []


@settings(max_examples=25, deadline=None)
@given(st.integers(2, 60), st.integers(1, 120), st.integers(0, 10_000))
def test_nothing_overlaps_in_graphs_of_any_form(parties, flows, seed):
    assert list(overlapping(list(rectangles(*drawn(many(parties, flows, seed=seed)))))) == []


def test_data_flows_from_left_to_right_through_the_tiers():
    _, shown = drawn(commissioners(3))
    x = {node.key: node.place.x for node in shown.nodes}
    gps = next(key for key in x if key.endswith("/GPs"))
    way = ["sus repository", "north west dscro", "0AR", "9DO", gps]
    assert [x[key] for key in way] == sorted(x[key] for key in way)
    assert len({x[key] for key in way}) == len(way)


def test_the_order_of_the_input_changes_nothing():
    readings = commissioners(6)
    shuffled = readings[:]
    random.Random(3).shuffle(shuffled)
    assert page(graph(readings)) == page(graph(shuffled))


def test_edges_between_the_same_two_parties_are_kept_apart_by_state():
    _, shown = drawn([commissioner("DARS-NIC-990001-A1B2C", "Doncaster")])
    keys = [node.key for node in shown.nodes]
    between = [edge for edge in shown.edges if (keys[edge.source], keys[edge.target]) == ("0AR", "9DO")]
    pairs = {(edge.source, edge.target, edge.state) for edge in shown.edges}
    assert len(pairs) == len(shown.edges)
    routes = [edge.route.points for edge in shown.edges]
    assert len(set(routes)) == len(routes)
    assert [len(edge.flows) for edge in between] == [2]


@given(st.lists(st.tuples(st.floats(-500, 500), st.floats(1, 60), st.floats(0, 20)), min_size=1, max_size=12))
def test_settled_things_do_not_overlap_and_stay_where_they_wish_if_there_is_room(things):
    wanted, heights, gaps = ([thing[part] for thing in things] for part in range(3))
    middles = settle(wanted, heights, gaps)
    for index in range(1, len(things)):
        room = (heights[index - 1] + heights[index]) / 2 + gaps[index - 1]
        assert middles[index] - middles[index - 1] >= room - 1e-6
    far = [1000.0 * index for index in range(len(things))]
    assert settle(far, heights, gaps) == pytest.approx(far)


def test_settling_moves_things_as_little_as_can_be():
    assert settle([0, 0], [10, 10], [0, 0]) == pytest.approx([-5, 5])


def test_a_long_edge_goes_round_the_cards_between():
    boxes = [Box(0, 50), Box(1, 50), Box(2, 50)]
    places, routes = layout(boxes, [Link(0, 1, 2, 20), Link(1, 2, 2, 20), Link(0, 2, 2, 20)])
    at_middle = [y for x, y in routes[2].points if abs(x - places[1].x) <= CARD_WIDTH / 2 + 1]
    assert len(at_middle) == 2
    assert all(abs(y - places[1].y) > places[1].height / 2 for y in at_middle)
