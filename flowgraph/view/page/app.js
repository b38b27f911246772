/** The page's own object: what the reader has chosen, and everything worked out from it. */

import { writeAddress } from "./address.js";
import { compose } from "./compose.js";
import { makeFacets, sift } from "./facets.js";
import { trace } from "./trace.js";

const MOST_PINNED = 60;

/** The app of a model. `changed` is called with what has to be shown anew: picture, marks, or panels. */
export function makeApp(model, changed) {
  const state = fresh(model);
  const app = {
    model,
    state,
    facets: makeFacets(model),
    sought: new Map(),
    unrolled: new Set(),
    kept: keeper(),
    look: null,
    stage: null,
  };
  let made = null;
  const work = () => {
    made = workedOut(app);
    return made;
  };
  const change = (alter, parts = {}) => {
    alter();
    const before = made;
    made = null;
    work();
    const moved = made.picture !== before?.picture;
    writeAddress(app);
    changed({ moved, sifted: made.counts !== before?.counts || made.shown !== before?.shown, ...parts });
  };
  const now = () => made ?? work();
  return Object.assign(app, {
    picture: () => now().picture,
    passes: () => now().shown,
    counts: () => now().counts,
    traced: () => now().traced,
    marks: () => now().marks,
    shownFlows: () => now().shown.reduce((sum, pass) => sum + pass, 0),
    visibleFlows: () =>
      now().shown.reduce((flows, pass, flow) => {
        if (pass) {
          flows.push(flow);
        }
        return flows;
      }, []),
    renew: () => change(() => {}),
    choose: (key) =>
      change(
        () => {
          state.chosen = key;
          if (key === null) {
            state.trace = null;
            state.only = false;
          }
        },
        { details: true },
      ),
    chooseFlows: (flows) => change(() => choose(app, flows), { details: true, reveal: true }),
    showParty: (index) => change(() => showParty(app, index), { details: true, reveal: true }),
    startTrace: (party, dataset, depth) =>
      change(
        () => {
          state.trace = { party, dataset, depth };
        },
        { reveal: state.only },
      ),
    stopTrace: () =>
      change(() => {
        state.trace = null;
        state.only = false;
      }),
    setOnly: (only) =>
      change(() => {
        state.only = only;
      }),
    toggle: (facet, value) =>
      change(() => (facet.chosen.has(value) ? facet.chosen.delete(value) : facet.chosen.add(value))),
    clearFilters: () => change(() => app.facets.forEach((facet) => facet.chosen.clear())),
    seek: (name, text) => change(() => app.sought.set(name, text), { sifted: true }),
    unroll: (name) => change(() => app.unrolled.add(name), { sifted: true }),
    unfold: (kind, number) => change(() => (number ? state.open.set(kind, number) : state.open.delete(kind))),
    fold: (folded) =>
      change(() => {
        state.folded = folded;
        state.open.clear();
        state.pinned.clear();
      }),
    reset: () =>
      change(
        () => {
          Object.assign(state, fresh(model));
          app.facets.forEach((facet) => facet.chosen.clear());
          app.sought.clear();
        },
        { fit: true },
      ),
  });
}

function fresh(model) {
  return { chosen: null, trace: null, only: false, folded: model.settings.folded, open: new Map(), pinned: new Set() };
}

/** Chooses the edge that some flows are part of, or the party they come from where that is folded away. */
function choose(app, flows) {
  const edge = app.picture().edges.find((one) => one.flows.includes(flows[0]));
  if (edge && (!app.state.folded || edge.flows.length <= 200)) {
    app.state.chosen = edge.key;
    return;
  }
  const { source, target, state } = app.model.flows;
  app.state.pinned.add(source[flows[0]]).add(target[flows[0]]);
  const key = (index) => app.model.parties[index].key;
  app.state.chosen = `${key(source[flows[0]])}>${key(target[flows[0]])}>${state[flows[0]]}`;
}

function showParty(app, index) {
  const { state, model } = app;
  const party = model.parties[index];
  if (!app.picture().nodes.some((node) => node.key === party.key)) {
    if (![...party.going, ...party.coming].some((flow) => app.passes()[flow])) {
      app.facets.forEach((facet) => facet.chosen.clear());
      state.only = false;
      state.trace = null;
    }
    if (state.folded) {
      state.pinned.add(index);
    }
  }
  state.chosen = party.key;
}

/** Everything that follows from the state; what nothing has changed is kept, for a click must be answered at once. */
function workedOut(app) {
  const { model, state, facets, kept } = app;
  const filtered = facets.map((facet) => [...facet.chosen].join()).join("|");
  const { passes, counts } = kept("sifted", filtered, () => sift(facets, model.size, model.drawn));
  const tracing = state.trace ? `${Object.values(state.trace).join()}|${filtered}` : null;
  const traced = tracing && kept("traced", tracing, () => traceOf(app, passes));
  const only = state.only && tracing ? tracing : "";
  const shown = kept("shown", `${filtered}|${only}`, () =>
    only ? passes.map((pass, flow) => Number(pass && traced.on.has(flow))) : passes,
  );
  const pinned = new Set([...state.pinned, ...(traced && state.folded ? traced.parties.slice(0, MOST_PINNED) : [])]);
  const folds = [state.folded, [...state.open].join(), [...pinned].join()].join("|");
  const picture = kept("picture", `${filtered}|${only}|${folds}`, () => compose(model, shown, { ...state, pinned }));
  return { counts, shown, traced, picture, marks: marksOf(picture, state, traced) };
}

function traceOf(app, passes) {
  const { party, dataset, depth } = app.state.trace;
  const { flows } = app.model;
  const limit = depth ? Number(depth) : Infinity;
  const found = trace(app.model, party, dataset, (flow) => Boolean(passes[flow]), limit);
  const on = new Set(found.paths.flatMap((path) => path.flows));
  const parties = [...new Set([party, ...[...on].flatMap((flow) => [flows.source[flow], flows.target[flow]])])];
  return { ...found, on, parties };
}

/** Keeps the newest result of each piece of work, by a sign of what it was made from. */
function keeper() {
  const known = new Map();
  return (name, sign, work) => {
    if (known.get(name)?.sign !== sign) {
      known.set(name, { sign, result: work() });
    }
    return known.get(name).result;
  };
}

/** What is lit and what is chosen: a traced way, or what is chosen with its neighbours, or everything. */
function marksOf(picture, state, traced) {
  if (traced) {
    const steps = new Map();
    traced.paths.forEach((path) =>
      path.flows.forEach((flow, hop) => steps.set(flow, Math.min(hop, steps.get(flow) ?? hop))),
    );
    const edges = picture.edges.filter((edge) => edge.flows.some((flow) => traced.on.has(flow)));
    const first = (edge) => edge.flows.reduce((least, flow) => Math.min(least, steps.get(flow) ?? Infinity), Infinity);
    const hops = new Map(edges.map((edge) => [edge.key, first(edge) + 1]));
    return {
      lit: lit(
        edges,
        [...picture.nodes].filter((node) => node.members.includes(state.trace.party)).map((node) => node.key),
      ),
      chosen: state.chosen,
      hops,
    };
  }
  const edge = picture.edges.find((one) => one.key === state.chosen);
  const node = picture.nodes.find((one) => one.key === state.chosen);
  const near = edge
    ? [edge]
    : picture.edges.filter((one) => one.source === state.chosen || one.target === state.chosen);
  return { lit: edge || node ? lit(near, node ? [node.key] : []) : null, chosen: state.chosen, hops: new Map() };
}

function lit(edges, keys) {
  return new Set([...keys, ...edges.flatMap((edge) => [edge.key, edge.source, edge.target])]);
}
