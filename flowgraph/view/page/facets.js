/** Filters that combine: inside one, any of the chosen values will do; all of the filters must let a flow pass. */

const UNSTATED = "unstated";

/** The filters in the order in which they are shown: name in the address, heading, and the values of a flow. */
export const FACETS = [
  {
    name: "dataset",
    heading: "Data set",
    values: (m) => [...m.datasets, UNSTATED],
    of: (m, f) => orNone(m.flows.datasets[f], m.datasets.length),
  },
  { name: "state", heading: "Identifiability", values: (m) => Object.keys(m.style.states), of: stateOf },
  {
    name: "purpose",
    heading: "Purpose",
    values: (m) => [...m.purposes, UNSTATED],
    of: (m, f) => [oneOrNone(m.flows.purpose[f], m.purposes.length)],
  },
  {
    name: "basis",
    heading: "Legal basis",
    values: (m) => [...m.bases, UNSTATED],
    of: (m, f) => orNone(m.flows.bases[f], m.bases.length),
  },
  {
    name: "agreement",
    heading: "Agreement",
    values: (m) => m.agreements.map((agreement) => agreement.name),
    of: (m, f) => [m.flows.agreement[f]],
  },
];

function stateOf(model, flow) {
  return [Object.keys(model.style.states).indexOf(model.flows.state[flow])];
}

function oneOrNone(number, none) {
  return number < 0 ? none : number;
}

function orNone(numbers, none) {
  return numbers.length ? numbers : [none];
}

/** The filters of a model, none chosen. Values of every flow are worked out once. */
export function makeFacets(model) {
  return FACETS.map((facet) => ({
    ...facet,
    values: facet.values(model),
    held: Array.from({ length: model.size }, (_, flow) => facet.of(model, flow)),
    chosen: new Set(),
  }));
}

/**
 * Which of the flows `drawn` pass (one byte each), and for each filter how many flows each value would give under the
 * others.
 */
export function sift(facets, size, drawn) {
  const passes = new Uint8Array(size);
  const counts = facets.map((facet) => new Uint32Array(facet.values.length));
  for (let flow = 0; flow < size; flow += 1) {
    let failing = -1;
    let failures = drawn[flow] ? 0 : 2;
    for (let index = 0; index < facets.length && failures < 2; index += 1) {
      const { chosen, held } = facets[index];
      if (chosen.size && !held[flow].some((value) => chosen.has(value))) {
        failing = index;
        failures += 1;
      }
    }
    if (failures === 0) {
      passes[flow] = 1;
      facets.forEach((facet, index) =>
        facet.held[flow].forEach((value) => {
          counts[index][value] += 1;
        }),
      );
    } else if (failures === 1) {
      facets[failing].held[flow].forEach((value) => {
        counts[failing][value] += 1;
      });
    }
  }
  return { passes, counts };
}
