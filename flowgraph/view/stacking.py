"""Places in a column for things of unequal height: as near to where they want to be as room allows."""

from collections.abc import Sequence


def settle(wanted: Sequence[float], heights: Sequence[float], gaps: Sequence[float]) -> list[float]:
    """Middles for things that stand below one another in the given order without overlapping.

    ``wanted`` holds the middle each would like, ``heights`` how tall it is, ``gaps`` the room due below it (the last
    is not used). The sum of squared distances from the wish is the least possible: neighbours that would overlap
    form a block which takes the mean of their wishes (pool adjacent violators).
    """
    offsets, down = [], 0.0
    for index, height in enumerate(heights):
        if index:
            down += (heights[index - 1] + height) / 2 + gaps[index - 1]
        offsets.append(down)
    blocks: list[tuple[float, int]] = []
    for wish, offset in zip(wanted, offsets, strict=True):
        mean, count = wish - offset, 1
        while blocks and blocks[-1][0] >= mean:
            before, size = blocks.pop()
            mean = (before * size + mean * count) / (size + count)
            count += size
        blocks.append((mean, count))
    tops = [mean for mean, count in blocks for _ in range(count)]
    return [top + offset for top, offset in zip(tops, offsets, strict=True)]
