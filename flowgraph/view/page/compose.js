/** What is drawn: the cards and edges that the flows let through come to, folded where that is asked for. */

import { arrange, labelWidth, SIZES } from "./arrange.js";
import { visible } from "./elements.js";

export const HOST = { height: 24, gap: 4 };
const LABELLED = 260;
const FEW = 300;

/**
 * The picture of the flows that `passes` lets through.
 *
 * `view` says what is folded: `folded` (cards by kind), `open` (kinds laid open, with how many members), `pinned`
 * (parties shown on their own). A large graph unfolds by itself where few enough edges are left. Where nothing is
 * hidden or folded otherwise than at the start, the places that came with the page are kept.
 */
export function compose(model, passes, view) {
  const whole = passes.every((pass, flow) => pass === model.drawn[flow]);
  if (whole && view.folded === model.settings.folded && view.pinned.size === 0 && view.open.size === 0) {
    return annotated(model, shipped(model));
  }
  const folded = view.folded && !(model.settings.folded && few(model, passes));
  const gathered = gather(model, passes, cards(model, passes, { ...view, folded }));
  const edges = [...gathered.values()].map((edge) => finished(model, edge));
  return annotated(model, placed(model, edges));
}

/** Whether the flows that pass would come to few enough edges if every party had a card of its own. */
function few(model, passes) {
  const { source, target, state } = model.flows;
  const pairs = new Set();
  for (let flow = 0; flow < model.size && pairs.size <= FEW; flow += 1) {
    if (passes[flow]) {
      pairs.add(`${source[flow]} ${target[flow]} ${state[flow]}`);
    }
  }
  return pairs.size <= FEW;
}

/** The picture with what its edges say beside state and width: the kind of flow, mere permission, inferred bases. */
function annotated(model, picture) {
  const { kind, modality, basisSource } = model.flows;
  for (const edge of picture.edges) {
    edge.kind = edge.flows.every((flow) => kind[flow] === kind[edge.flows[0]]) ? kind[edge.flows[0]] : "transfer";
    edge.may = edge.flows.every((flow) => modality[flow] === "may");
    edge.inferred = edge.flows.some((flow) => basisSource[flow] === "inferred");
  }
  return picture;
}

/** The same picture as the page came with. */
function shipped(model) {
  const nodes = model.network.nodes.map((node) => ({
    ...node,
    hosts: node.party < 0 ? [] : node.hosts,
    members: node.party < 0 ? membersOf(model, node.kind) : [node.party],
  }));
  const edges = model.network.edges.map((edge) => ({
    key: `${nodes[edge.from].key}>${nodes[edge.to].key}>${edge.state}`,
    source: nodes[edge.from].key,
    target: nodes[edge.to].key,
    state: edge.state,
    flows: edge.flows,
    label: edge.label,
    width: edge.width,
    route: edge.route,
    at: edge.at,
  }));
  return { nodes, edges, labelled: edges.length <= LABELLED };
}

function membersOf(model, kind) {
  return model.parties.filter((party) => party.kind === kind).map((party) => party.index);
}

/** A function from a party's index to the card that stands for it. */
function cards(model, passes, view) {
  const made = new Map();
  const card = (key, make) => {
    if (!made.has(key)) {
      made.set(key, { key, number: made.size, members: [], ...make() });
    }
    return made.get(key);
  };
  const shown = view.folded ? laidOpen(model, passes, view) : null;
  return model.parties.map((party) => {
    const single = shown === null || view.pinned.has(party.index) || shown.has(party.index);
    const found = single
      ? card(party.key, () => single_(party, model))
      : card(`kind:${party.kind}`, () => group(party, model));
    found.members.push(party.index);
    return found;
  });
}

function single_(party, model) {
  const place = model.places.get(party.key);
  return {
    party: party.index,
    kind: party.kind,
    rows: party.rows,
    caption: party.caption,
    height: party.height,
    column: place ? place.level : party.tier,
    hint: place ? place.y : 0,
    hosts: place ? place.hosts : party.hosts.map((host) => `hosted by ${host.name}`.slice(0, 40)),
  };
}

function group(party, model) {
  const place = model.places.get(`kind:${party.kind}`);
  return {
    party: -1,
    kind: party.kind,
    rows: [],
    caption: "",
    height: 50,
    column: place ? place.level : party.tier,
    hint: place ? place.y : 0,
    hosts: [],
  };
}

/** The members of kinds laid open: the busiest of each, as many as were asked for. */
function laidOpen(model, passes, view) {
  const shown = new Set();
  for (const [kind, most] of view.open) {
    const busy = model.parties
      .filter((party) => party.kind === kind)
      .map((party) => [party.index, [...party.coming, ...party.going].filter((flow) => passes[flow]).length])
      .filter(([, flows]) => flows > 0)
      .sort((one, other) => other[1] - one[1] || one[0] - other[0]);
    busy.slice(0, most).forEach(([index]) => shown.add(index));
  }
  return shown;
}

function gather(model, passes, cardOf) {
  const { source, target, state } = model.flows;
  const states = Object.keys(model.style.states);
  const found = new Map();
  for (let flow = 0; flow < model.size; flow += 1) {
    if (passes[flow]) {
      const [from, to] = [cardOf[source[flow]], cardOf[target[flow]]];
      const sign = (from.number * model.parties.length + to.number) * states.length + states.indexOf(state[flow]);
      const edge = found.get(sign);
      if (edge) {
        edge.flows.push(flow);
      } else {
        const key = `${from.key}>${to.key}>${state[flow]}`;
        found.set(sign, { key, from, to, state: state[flow], flows: [flow] });
      }
    }
  }
  return found;
}

function finished(model, edge) {
  const datasets = new Set();
  edge.flows.forEach((flow) =>
    model.flows.datasets[flow].filter((number) => model.about.has(number)).forEach((number) => datasets.add(number)),
  );
  const times = edge.flows.length > 1 ? ` ×${edge.flows.length.toLocaleString("en-GB")}` : "";
  const names = [...datasets].map((number) => visible(model.short[number]));
  return {
    ...edge,
    label: named(names, 15 - times.length) + times,
    width: thickness(names.length, edge.flows.length, model.settings.ribbons),
  };
}

function named(names, most) {
  if (names.length !== 1) {
    return names.length ? `${names.length} data sets` : "data, unnamed";
  }
  return names[0].length > most ? `${names[0].slice(0, most).trimEnd()}…` : names[0];
}

function thickness(datasets, flows, ribbons) {
  return ribbons ? 4 + 5 * Math.min(flows, 14) : 1.5 + Math.min(5, 0.9 * Math.max(1, datasets));
}

function placed(model, edges) {
  const used = [...new Set(edges.flatMap((edge) => [edge.from, edge.to]))];
  const columns = [...new Set(used.map((card) => card.column))].sort((one, other) => one - other);
  const number = new Map(used.map((card, index) => [card, index]));
  const labelled = edges.length <= LABELLED;
  const boxes = used.map((card) => ({
    column: columns.indexOf(card.column),
    height: card.height,
    hint: card.hint,
    below: card.hosts.length * (HOST.height + HOST.gap),
  }));
  const links = edges.map((edge) => ({
    source: number.get(edge.from),
    target: number.get(edge.to),
    thickness: edge.width,
    label: labelled ? SIZES.label : 0,
    labelWidth: labelled ? labelWidth(`1: ${edge.label} ?`) : 0,
  }));
  const { places, routes } = arrange(boxes, links, model.settings.ribbons);
  return {
    labelled,
    nodes: used.map((card, index) => ({
      id: index,
      key: card.key,
      kind: card.kind,
      party: card.party,
      hosts: card.hosts,
      members: card.members,
      ...texts(card, model),
      x: places[index].x,
      y: places[index].y,
      tall: places[index].height,
      wide: SIZES.card,
      level: boxes[index].column,
    })),
    edges: edges.map((edge, index) => ({
      key: edge.key,
      source: edge.from.key,
      target: edge.to.key,
      state: edge.state,
      flows: edge.flows,
      label: edge.label,
      width: edge.width,
      route: routes[index].points,
      at: routes[index].at,
    })),
  };
}

function texts(card, model) {
  if (card.party >= 0) {
    return { rows: card.rows, caption: card.caption };
  }
  const { plural } = model.style.kinds[card.kind];
  return {
    rows: [plural[0].toUpperCase() + plural.slice(1)],
    caption: `${card.members.length.toLocaleString("en-GB")} folded together`,
  };
}
