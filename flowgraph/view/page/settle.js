/** Places in a column for things of unequal height, as near to their wishes as room allows. */

/** Middles of things below one another that do not overlap; see `stacking.py`, whose method this is. */
export function settle(wanted, heights, gaps) {
  const offsets = [];
  let down = 0;
  heights.forEach((height, index) => {
    if (index) {
      down += (heights[index - 1] + height) / 2 + gaps[index - 1];
    }
    offsets.push(down);
  });
  const blocks = [];
  wanted.forEach((wish, index) => {
    let mean = wish - offsets[index];
    let size = 1;
    while (blocks.length && blocks[blocks.length - 1].mean >= mean) {
      const before = blocks.pop();
      mean = (before.mean * before.size + mean * size) / (size + before.size);
      size += before.size;
    }
    blocks.push({ mean, size });
  });
  const middles = [];
  for (const { mean, size } of blocks) {
    for (let index = 0; index < size; index += 1) {
      middles.push(mean + offsets[middles.length]);
    }
  }
  return middles;
}
