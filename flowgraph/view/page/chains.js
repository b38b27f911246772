/** Edges as chains of short steps from one half-column to the next, as in the layout the page came with. */

/** One chain for each link; bends are numbered on from the boxes. */
export function makeChains(columns, links) {
  let fresh = columns.length;
  return links.map(({ source, target }, number) => {
    const backwards = columns[source] > columns[target];
    const [left, right] = backwards ? [target, source] : [source, target];
    const bends = [];
    const level = columns[source] === columns[target];
    for (let rank = 2 * columns[left] + 1; rank < 2 * columns[right] + 2 * Number(level); rank += 1) {
      bends.push({ item: fresh, rank });
      fresh += 1;
    }
    const items = [left, ...bends.map((bend) => bend.item), right];
    return { number, left, right, bends, items, backwards, level, label: bends[0].item };
  });
}

/** For every item, those it is joined to on its left and on its right. */
export function neighbours(chains, size) {
  const before = Array.from({ length: size }, () => []);
  const after = Array.from({ length: size }, () => []);
  for (const { items, level, label, left, right } of chains) {
    if (level) {
      after[left].push(label);
      after[right].push(label);
      before[label].push(left, right);
      continue;
    }
    for (let step = 1; step < items.length; step += 1) {
      after[items[step - 1]].push(items[step]);
      before[items[step]].push(items[step - 1]);
    }
  }
  return { before, after };
}

/** Items by rank, each rank from top to bottom, so that few steps cross: the mean of the neighbours, to and fro. */
export function ordered(ranks, hints, joined) {
  const stacks = new Map();
  ranks.forEach((rank, item) => stacks.set(rank, [...(stacks.get(rank) ?? []), item]));
  const across = Float64Array.from(hints);
  const place = new Float64Array(ranks.length);
  const columns = [...stacks.keys()].sort((one, other) => one - other);
  const put = (stack) =>
    stack.forEach((item, index) => {
      place[item] = index;
    });
  const sort = (rank) => {
    const stack = stacks.get(rank);
    stack.sort((one, other) => across[one] - across[other] || one - other);
    put(stack);
  };
  columns.forEach(sort);
  for (let turn = 0; turn < 8; turn += 1) {
    const ahead = turn % 2 === 0;
    const side = ahead ? joined.before : joined.after;
    for (const rank of ahead ? columns : [...columns].reverse()) {
      for (const item of stacks.get(rank)) {
        const near = side[item];
        across[item] = near.length ? near.reduce((sum, other) => sum + place[other], 0) / near.length : place[item];
      }
      sort(rank);
    }
  }
  return { stacks, columns, place };
}
