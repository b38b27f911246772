/** Which flows carry a data set, lane by lane: the worlds in which paths are looked for. */

/** The names (by number) that bear on a data set, and the smallest parts of it that some names tell apart. */
export function scopeOf(model, dataset) {
  const [inside, around] = model.scopes[dataset];
  const names = new Set([...inside, ...around]);
  const within = (outer, inner) => outer === inner || model.within[outer].includes(inner);
  const atoms = (present) => {
    const parts = present.filter((name) => inside.includes(name));
    const wider = present.filter((name) => around.includes(name));
    const smallest = parts.filter((one) => !parts.some((other) => within(one, other) && !within(other, one)));
    const carriers = smallest.map((one) => new Set([...wider, ...parts.filter((name) => within(name, one))]));
    return carriers.length || !wider.length ? carriers : [new Set(wider)];
  };
  return { names, atoms };
}

/** The lanes of one agreement's flows: one a purpose, each with the flows whose purpose is unstated. */
function lanesOf(model, flows) {
  const keys = flows.map((flow) => purposeKey(model, flow));
  const stated = [...new Set(keys.filter((key) => key !== null))].sort();
  if (stated.length < 2) {
    return [flows];
  }
  return stated.map((purpose) => flows.filter((_, index) => keys[index] === null || keys[index] === purpose));
}

function purposeKey(model, flow) {
  const number = model.flows.purpose[flow];
  return number < 0 ? null : model.purposes[number].split(/\s+/u).filter(Boolean).join(" ").toLowerCase();
}

/** Every world of a data set in one agreement: {named, unnamed}, flows in the order of the text. */
export function worldsOf(model, flows, dataset) {
  const scope = scopeOf(model, dataset);
  const said = model.flows.datasets;
  const bearing = flows.filter((flow) => !said[flow].length || said[flow].some((name) => scope.names.has(name)));
  const found = new Map();
  for (const lane of lanesOf(model, bearing)) {
    const named = lane.filter((flow) => said[flow].length);
    const unnamed = lane.filter((flow) => !said[flow].length);
    const present = [...new Set(named.flatMap((flow) => said[flow]))].filter((name) => scope.names.has(name));
    for (const atom of scope.atoms(present)) {
      const carriers = named.filter((flow) => said[flow].some((name) => atom.has(name)));
      found.set(JSON.stringify([carriers, unnamed]), { named: carriers, unnamed });
    }
  }
  return [...found.values()];
}
