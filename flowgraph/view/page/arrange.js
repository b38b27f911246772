/** Places for what is left after filtering or unfolding. The opening picture comes with its places already. */

import { makeChains, neighbours, ordered } from "./chains.js";
import { settle } from "./settle.js";

export const SIZES = {
  card: 204,
  leastGap: 84,
  mostGap: 280,
  labelSides: 26,
  cardGap: 26,
  bendGap: 6,
  step: 13,
  leastStep: 4,
  margin: 14,
  ribbonGap: 3,
  label: 22,
};
const SWEEPS = 10;

/** How wide a label is drawn. */
export function labelWidth(text) {
  return text.length * 6.7 + 16;
}

/** Places of boxes {column, height, below, hint} and routes of links {source, target, thickness, label}. */
export function arrange(boxes, links, ribbons) {
  const chains = makeChains(
    boxes.map((box) => box.column),
    links,
  );
  const ranks = boxes.map((box) => 2 * box.column);
  const hints = boxes.map((box) => box.hint);
  const heights = boxes.map((box) => box.height);
  for (const chain of chains) {
    for (const bend of chain.bends) {
      ranks.push(bend.rank);
      hints.push((boxes[chain.left].hint + boxes[chain.right].hint) / 2);
      const link = links[chain.number];
      heights.push(Math.max(link.thickness, bend.item === chain.label ? link.label : 0));
    }
  }
  const order = ordered(ranks, hints, neighbours(chains, ranks.length));
  const docks = dock(chains, links, order.place, ribbons);
  boxes.forEach((box, index) => {
    heights[index] = Math.max(box.height, docks.needed.get(index) ?? 0);
  });
  const tall = heights.map((height, item) => height + (item < boxes.length ? boxes[item].below : 0));
  const middles = sweep(order, tall, wishes(chains, docks, heights, tall, boxes.length), boxes.length);
  const acrossPage = ranksAcross(ranks, chains, links, Math.max(...middles) - Math.min(...middles));
  const places = boxes.map((box, index) => ({
    x: acrossPage[2 * box.column],
    y: middles[index] - tall[index] / 2 + heights[index] / 2,
    height: heights[index],
  }));
  return { places, routes: chains.map((chain) => route(chain, places, docks, middles, acrossPage)) };
}

/** The middle of every rank from the left; gaps are as wide as their widest label asks, wider in a tall picture. */
function ranksAcross(ranks, chains, links, height) {
  const least = Math.max(SIZES.leastGap, Math.min(SIZES.mostGap, height / 14));
  const needed = new Map();
  for (const { number, bends } of chains) {
    const [{ rank }] = bends;
    needed.set(rank, Math.max(needed.get(rank) ?? least, links[number].labelWidth + SIZES.labelSides));
  }
  const found = [0];
  for (let rank = 1; rank <= Math.max(0, ...ranks) + 1; rank += 2) {
    const half = (SIZES.card + (needed.get(rank) ?? least)) / 2;
    const last = found[found.length - 1];
    found.push(last + half, last + 2 * half);
  }
  return found;
}

function dock(chains, links, place, ribbons) {
  const sides = new Map();
  const put = (box, side, towards, end, link) => {
    const key = `${box} ${side}`;
    sides.set(key, [...(sides.get(key) ?? []), { box, towards, end, thick: links[link].thickness }]);
  };
  for (const { number, left, right, items, level } of chains) {
    put(left, "right", place[items[1]], `${number}`, number);
    put(right, level ? "right" : "left", place[items[items.length - 2]], level ? `${number} far` : `${number}`, number);
  }
  const offsets = new Map();
  const needed = new Map();
  for (const [key, ends] of sides) {
    ends.sort((one, other) => one.towards - other.towards);
    const even = Math.max(SIZES.leastStep, Math.min(SIZES.step, 160 / ends.length));
    const room = ends.map(({ thick }) => (ribbons ? thick + SIZES.ribbonGap : even));
    const total = room.reduce((sum, width) => sum + width, 0);
    let top = -total / 2;
    ends.forEach(({ end }, index) => {
      offsets.set(`${key} ${end}`, top + room[index] / 2);
      top += room[index];
    });
    needed.set(ends[0].box, Math.max(needed.get(ends[0].box) ?? 0, total + SIZES.margin));
  }
  return { at: (box, side, end) => offsets.get(`${box} ${side} ${end}`) ?? 0, needed };
}

function wishes(chains, docks, heights, tall, boxes) {
  const found = tall.map(() => []);
  for (const { number, items, level } of chains) {
    const last = items.length - 1;
    const levels = items.map((item) => heights[item] / 2 - tall[item] / 2);
    levels[0] += docks.at(items[0], "right", `${number}`);
    levels[last] += docks.at(items[last], level ? "right" : "left", level ? `${number} far` : `${number}`);
    for (let step = 1; step < items.length; step += 1) {
      const [one, other] = [items[step - 1], items[step]];
      const weight = one >= boxes && other >= boxes ? 10 : 1;
      found[one].push([other, levels[step] - levels[step - 1], weight]);
      found[other].push([one, levels[step - 1] - levels[step], weight]);
    }
  }
  return found;
}

function sweep({ stacks, columns }, tall, wish, boxes) {
  const middles = new Float64Array(tall.length);
  const gap = (one, other) => {
    if (one < boxes && other < boxes) {
      return SIZES.cardGap;
    }
    return Math.min(one, other) < boxes ? SIZES.cardGap / 2 : SIZES.bendGap;
  };
  const wanted = (item) => {
    let [sum, weights] = [0, 0];
    for (const [other, offset, weight] of wish[item]) {
      sum += (middles[other] + offset) * weight;
      weights += weight;
    }
    return weights ? sum / weights : middles[item];
  };
  for (let turn = 0; turn <= SWEEPS; turn += 1) {
    for (const rank of turn % 2 ? [...columns].reverse() : columns) {
      const stack = stacks.get(rank);
      const gaps = stack.map((item, index) => (index + 1 < stack.length ? gap(item, stack[index + 1]) : 0));
      const placed = settle(
        stack.map((item) => (turn ? wanted(item) : 0)),
        stack.map((item) => tall[item]),
        gaps,
      );
      stack.forEach((item, index) => {
        middles[item] = placed[index];
      });
    }
  }
  return middles;
}

function route({ number, left, right, bends, label, backwards, level }, places, docks, middles, acrossPage) {
  const half = SIZES.card / 2;
  const points = [[places[left].x + half, places[left].y + docks.at(left, "right", `${number}`)]];
  let at = points[0];
  for (const { item, rank } of bends) {
    const x = acrossPage[rank];
    points.push(
      ...(rank % 2
        ? [[x, middles[item]]]
        : [
            [x - half, middles[item]],
            [x + half, middles[item]],
          ]),
    );
    at = item === label ? [x, middles[item]] : at;
  }
  const { x, y } = places[right];
  points.push(
    level
      ? [x + half, y + docks.at(right, "right", `${number} far`)]
      : [x - half, y + docks.at(right, "left", `${number}`)],
  );
  return { points: (backwards ? points.reverse() : points).flat(), at };
}
