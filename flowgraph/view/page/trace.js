/** Where a data set goes from a party: every path, by the same rules as the library's `trace`. */

import { worldsOf } from "./carriers.js";
import { makeWorld } from "./world.js";

/** How many paths are followed in one agreement before the page says that there are more. */
export const MOST_PATHS = 1000;
const STEPS_A_PATH = 100;

/**
 * Every path on which `dataset` (its number) goes from `party` (its number), as {flows, odd}: the flows in order and
 * the positions of those that are more identifiable than anything that reached their sender. `chosen` tells which
 * flows may stand on a path; all flows are heard on whether two hops join. `depth` shortens paths to so many hops.
 * `cut` says that there are more.
 */
export function trace(model, party, dataset, chosen, depth = Infinity) {
  const found = { paths: [], cut: false };
  const groups = new Map();
  for (const flow of model.parties[party].going) {
    const agreement = model.flows.agreement[flow];
    if (!groups.has(agreement)) {
      groups.set(agreement, model.agreements[agreement].flows);
    }
  }
  for (const flows of groups.values()) {
    const ways = new Map();
    const worlds = worldsOf(model, flows, dataset);
    for (const world of worlds) {
      found.cut = walk(makeWorld(model.flows, world), model.flows, party, chosen, ways) || found.cut;
    }
    found.paths.push(...shortened(worlds.length > 1 ? whole(ways) : [...ways.values()], depth));
  }
  return found;
}

/** Finds the ways of one world; true where they were too many. */
function walk(world, { target }, party, chosen, ways) {
  let steps = MOST_PATHS * STEPS_A_PATH;
  const starts = (world.out.get(party) ?? []).filter(
    (flow) => chosen(flow) && (world.carries.has(flow) || world.fed(party)),
  );
  const stack = starts.reverse().map((flow) => ({
    way: [flow],
    hand: world.handOf(flow),
    odd: world.fed(party) && world.unexplained(flow) ? [0] : [],
  }));
  while (stack.length) {
    const { way, hand, odd } = stack.pop();
    steps -= 1;
    if (steps < 0 || ways.size >= MOST_PATHS) {
      return true;
    }
    const on = new Set([party, ...way.map((flow) => target[flow])]);
    const onward = (world.out.get(target[way[way.length - 1]]) ?? []).filter(
      (flow) => chosen(flow) && !on.has(target[flow]) && world.joins(hand, flow),
    );
    if (!onward.length) {
      const key = way.join(" ");
      const known = ways.get(key) ?? { flows: way, odd: new Set() };
      odd.forEach((position) => known.odd.add(position));
      ways.set(key, known);
    }
    for (const flow of onward.reverse()) {
      const jump = hand < world.need(flow) && world.unexplained(flow);
      stack.push({ way: [...way, flow], hand: world.after(hand, flow), odd: jump ? [...odd, way.length] : odd });
    }
  }
  return false;
}

/** The ways that are no piece of another one. */
function whole(ways) {
  const texts = [...ways.keys()].map((key) => ` ${key} `);
  return [...ways.values()].filter(({ flows }) => {
    const piece = ` ${flows.join(" ")} `;
    return !texts.some((text) => text.length > piece.length && text.includes(piece));
  });
}

function shortened(ways, depth) {
  const found = new Map();
  for (const { flows, odd } of ways) {
    const short = flows.slice(0, depth);
    const key = short.join(" ");
    const known = found.get(key) ?? { flows: short, odd: new Set() };
    odd.forEach((position) => position < depth && known.odd.add(position));
    found.set(key, known);
  }
  return [...found.values()];
}

/** The data sets that a party passes on, or may by a flow that names none: numbers, in order. */
export function datasetsFrom(model, party) {
  const { datasets, agreement } = model.flows;
  const found = new Set();
  for (const flow of model.parties[party].going) {
    const named = datasets[flow].length
      ? [flow]
      : model.parties[party].coming.filter((one) => agreement[one] === agreement[flow]);
    named.forEach((one) => datasets[one].forEach((number) => found.add(number)));
  }
  return [...found].sort((one, other) => one - other);
}
