/** The tables that came with the page, with a few ways to read them. */

/** Reads both data blocks of the page. */
export function readModel(page) {
  const network = JSON.parse(page.getElementById("network").textContent);
  const tables = JSON.parse(page.getElementById("tables").textContent);
  return makeModel(network, tables);
}

/** The model of a network (nodes, edges, options) and its tables. */
export function makeModel(network, tables) {
  const parties = tables.parties.map(([key, name, kind, code, roleOf, roles, rows, caption, height, tier], index) => ({
    index,
    key,
    name,
    kind,
    code,
    roleOf,
    roles,
    rows,
    caption,
    height,
    tier,
    hosts: [],
    coming: [],
    going: [],
  }));
  tables.hosts.forEach(([name, served, quote]) => parties[served].hosts.push({ name, quote }));
  const { source, target } = tables.flows;
  for (let flow = 0; flow < source.length; flow += 1) {
    if (tables.flows.drawn[flow]) {
      parties[source[flow]].going.push(flow);
      parties[target[flow]].coming.push(flow);
    }
  }
  const agreements = tables.agreements.map(([reference, version, start, end, controllers, processors]) => ({
    reference,
    version,
    start,
    end,
    controllers,
    processors,
    name: version ? `${reference}-v${version}` : reference,
    flows: [],
  }));
  tables.flows.agreement.forEach((agreement, flow) => agreements[agreement].flows.push(flow));
  const places = new Map(network.nodes.map((node) => [node.key, node]));
  const drawn = Uint8Array.from(tables.flows.drawn);
  return {
    ...tables,
    network,
    parties,
    agreements,
    places,
    drawn,
    about: new Set(tables.about),
    size: source.length,
    drawnFlows: drawn.reduce((sum, flow) => sum + flow, 0),
  };
}

/** One flow as an object. */
export function flowOf(model, flow) {
  const columns = model.flows;
  return {
    index: flow,
    id: columns.id[flow],
    agreement: model.agreements[columns.agreement[flow]],
    source: model.parties[columns.source[flow]],
    target: model.parties[columns.target[flow]],
    state: columns.state[flow],
    datasets: columns.datasets[flow].map((number) => model.datasets[number]),
    purpose: columns.purpose[flow] < 0 ? null : model.purposes[columns.purpose[flow]],
    bases: columns.bases[flow].map((number) => model.bases[number]),
    basisSource: columns.basisSource[flow],
    kind: columns.kind[flow],
    modality: columns.modality[flow],
    quote: model.quotes[columns.quote[flow]],
    section: columns.section[flow],
    start: columns.start[flow],
    optOuts: columns.optOuts[flow] < 0 ? null : model.notes[columns.optOuts[flow]],
    step: columns.step[flow] < 0 ? null : model.notes[columns.step[flow]],
    marks: columns.marks[flow],
  };
}
