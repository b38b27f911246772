/** What the reader sees, in the address behind the #, so that it can be passed on. */

/** Writes the state into the address, without a new entry in the history. */
export function writeAddress(app) {
  const words = new URLSearchParams();
  const { state, facets, model } = app;
  facets.forEach((facet) => facet.chosen.forEach((value) => words.append(facet.name, facet.values[value])));
  if (state.chosen) {
    words.set("chosen", state.chosen);
  }
  if (state.trace) {
    words.set("trace", model.parties[state.trace.party].key);
    words.set("follow", model.datasets[state.trace.dataset]);
    if (state.trace.depth) {
      words.set("depth", state.trace.depth);
    }
  }
  if (state.only) {
    words.set("only", "1");
  }
  if (state.folded !== model.settings.folded) {
    words.set("folded", state.folded ? "1" : "0");
  }
  state.open.forEach((number, kind) => words.append("open", `${kind} ${number}`));
  state.pinned.forEach((party) => words.append("show", model.parties[party].key));
  try {
    history.replaceState(null, "", `#${words}`);
  } catch {
    // A frame without an address of its own, as in a notebook, has nothing to write to.
  }
}

/** Reads the state back; what the address names and the page does not have is left out. */
export function readAddress(app, hash) {
  const words = new URLSearchParams(hash.replace(/^#/, ""));
  const { state, facets, model } = app;
  const partyOf = (key) => model.parties.findIndex((party) => party.key === key);
  for (const facet of facets) {
    facet.chosen = new Set(
      words
        .getAll(facet.name)
        .map((text) => facet.values.indexOf(text))
        .filter((value) => value >= 0),
    );
  }
  state.chosen = words.get("chosen");
  const [party, dataset] = [partyOf(words.get("trace")), model.datasets.indexOf(words.get("follow"))];
  const depth = /^[1-9]$/.test(words.get("depth") ?? "") ? words.get("depth") : "";
  state.trace = party >= 0 && dataset >= 0 ? { party, dataset, depth } : null;
  state.only = words.get("only") === "1";
  state.folded = words.has("folded") ? words.get("folded") === "1" : model.settings.folded;
  state.open = new Map(
    words
      .getAll("open")
      .map((text) => text.split(" "))
      .filter(([kind]) => kind in model.style.kinds)
      .map(([kind, number]) => [kind, Math.max(1, Math.min(400, Number.parseInt(number, 10) || 12))]),
  );
  state.pinned = new Set(
    words
      .getAll("show")
      .map(partyOf)
      .filter((index) => index >= 0),
  );
}
