"""The order of things in each column, with few crossings.

fast-sugiyama (MIT, released March 2026, wheels for every platform) does it: grandalf stands still since January 2023
and is GPL or EPL, igraph is GPL, networkx has no crossing minimisation, and the rest need Graphviz.
"""

from collections.abc import Sequence

from fast_sugiyama import from_edges

MOST_EDGES_TO_TRANSPOSE = 1200
"""Beyond this the last polish, swapping neighbours, takes longer than it is worth (a second at 3,000 edges)."""


def order(ranks: Sequence[int], edges: Sequence[tuple[int, int]]) -> list[float]:
    """A position across the columns for each item, by index: smaller stands higher.

    ``ranks`` gives each item's column, and every edge leads from one column to the very next, so that the library
    keeps the columns as they are. Parts that are not connected are put one below the other, the largest first.
    """
    place = [0.0] * len(ranks)
    if not edges:
        return [float(index) for index in range(len(ranks))]
    layouts = from_edges(
        sorted(set(edges)),
        vertex_spacing=1,
        dummy_vertices=False,
        ranking_type="up",
        crossing_minimization="barycenter",
        transpose=len(edges) <= MOST_EDGES_TO_TRANSPOSE,
        check_layout=False,
    )
    parts = [[(int(item), float(across)) for item, (across, _) in layout[0]] for layout in layouts]
    parts.sort(key=lambda part: (-len(part), min(item for item, _ in part)))
    below = 0.0
    for part in parts:
        top = min(across for _, across in part)
        for item, across in part:
            place[item] = across - top + below
        below += max(across for _, across in part) - top + 1.0
    placed = {item for part in parts for item, _ in part}
    for index in range(len(ranks)):
        if index not in placed:
            place[index] = below
            below += 1.0
    return place
