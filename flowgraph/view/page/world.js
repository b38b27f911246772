/** The rules by which one hop joins another, inside one agreement, one purpose and one data set; see `world.py`. */

const UNKNOWN = 9;
const KEEP = -1;
const RANKS = { identifiable: 3, pseudonymised: 2, anonymised: 1, aggregated: 0 };

function rankOf(flows, flow) {
  if (flows.kind[flow] === "re-identification" && flows.state[flow] === "unstated") {
    return RANKS.identifiable;
  }
  return RANKS[flows.state[flow]] ?? KEEP;
}

function needOf(flows, flow) {
  const rank = RANKS[flows.state[flow]] ?? KEEP;
  if (flows.kind[flow] !== "re-identification") {
    return rank;
  }
  return rank === KEEP ? RANKS.anonymised : Math.min(rank, RANKS.anonymised);
}

/** The world of some flows: `named` carry the data set, `unnamed` name none and pass on what their sender received. */
export function makeWorld(columns, { named, unnamed }) {
  const { source, target } = columns;
  const carries = new Set(named);
  const all = [...named, ...live(columns, named, unnamed)].sort((one, other) => one - other);
  const [out, into] = [new Map(), new Map()];
  const add = (map, party, flow) => map.set(party, [...(map.get(party) ?? []), flow]);
  all.forEach((flow) => {
    add(out, source[flow], flow);
    add(into, target[flow], flow);
  });
  const coming = (party) => into.get(party) ?? [];
  const rank = (flow) => rankOf(columns, flow);
  const need = (flow) => needOf(columns, flow);

  const brings = (flow, party) => {
    const seen = new Set([party]);
    const ahead = [flow];
    while (ahead.length) {
      const current = ahead.pop();
      if (!seen.has(source[current])) {
        if (carries.has(current)) {
          return true;
        }
        seen.add(source[current]);
        ahead.push(...coming(source[current]));
      }
    }
    return false;
  };
  const fed = kept((party) => coming(party).some((flow) => brings(flow, party)));

  const loops = kept(() => {
    const ahead = named.filter((flow) => !fed(source[flow]));
    const reached = new Set(ahead);
    while (ahead.length) {
      for (const flow of out.get(target[ahead.pop()]) ?? []) {
        if (!reached.has(flow)) {
          reached.add(flow);
          ahead.push(flow);
        }
      }
    }
    return new Set(all.filter((flow) => !reached.has(flow)));
  });

  /** Whether data can reach a party in at least a rank, without one flow, or without some senders. */
  const arrives = (party, least, { without = -1, avoid = [] } = {}) => {
    const looped = avoid.length ? new Set() : loops("all");
    const ahead = [[party, false]];
    const seen = new Set([`${party} false`]);
    while (ahead.length) {
      const [current, settled] = ahead.pop();
      for (const flow of coming(current)) {
        const sender = source[flow];
        const usable = flow !== without && !avoid.includes(sender);
        const fitting = settled || rank(flow) === KEEP || rank(flow) >= least;
        if (usable && fitting) {
          const fits = settled || rank(flow) !== KEEP;
          if (carries.has(flow) && (!fed(sender) || looped.has(flow))) {
            return true;
          }
          if (!seen.has(`${sender} ${fits}`)) {
            seen.add(`${sender} ${fits}`);
            ahead.push([sender, fits]);
          }
        }
      }
    }
    return false;
  };
  const elsewhere = kept((flow) => arrives(source[flow], need(flow), { avoid: [source[flow], target[flow]] }));

  return {
    carries,
    out,
    fed,
    need,
    joins: (hand, flow) => hand >= need(flow) || !elsewhere(flow),
    unexplained: kept(
      (flow) =>
        columns.kind[flow] !== "re-identification" &&
        need(flow) !== KEEP &&
        fed(source[flow]) &&
        !arrives(source[flow], need(flow), { without: flow }),
    ),
    after: (hand, flow) => (rank(flow) === KEEP ? hand : rank(flow)),
    handOf: (flow) => {
      if (rank(flow) !== KEEP) {
        return rank(flow);
      }
      const ranks = fed(source[flow]) ? [UNKNOWN, 3, 2, 1, 0] : [];
      return ranks.find((one) => arrives(source[flow], one, { without: flow })) ?? UNKNOWN;
    },
  };
}

/** The unnamed flows whose sender received the data, by a named flow or by another of these. */
function live(columns, named, unnamed) {
  const found = new Set();
  const ahead = named.map((flow) => columns.target[flow]);
  while (ahead.length) {
    const party = ahead.pop();
    for (const flow of unnamed) {
      if (columns.source[flow] === party && !found.has(flow)) {
        found.add(flow);
        ahead.push(columns.target[flow]);
      }
    }
  }
  return found;
}

function kept(work) {
  const known = new Map();
  return (key) => {
    if (!known.has(key)) {
      known.set(key, work(key));
    }
    return known.get(key);
  };
}
