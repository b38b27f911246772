/** The legend: what the shapes, lines and words mean. */

import { element, said } from "./elements.js";
import { kindBadge, rimBadge, stateBadge } from "./words.js";

/** The legend of what the picture holds: only the kinds of party that are in it. */
export function legend(app) {
  const { style, parties, adrift, settings } = app.model;
  const kinds = Object.keys(style.kinds).filter((kind) =>
    parties.some((party) => party.kind === kind && party.coming.length + party.going.length),
  );
  const rows = (entries) =>
    element(
      "dl",
      { class: "legend" },
      ...entries.flatMap(([term, words]) => [element("dt", {}, term), element("dd", {}, words)]),
    );
  return [
    element("h3", {}, "How much of a person the data shows"),
    rows(Object.entries(style.states).map(([state, { meaning }]) => [stateBadge(state, app.look), meaning])),
    element("h3", {}, "Who holds it"),
    rows(kinds.map((kind) => [[kindBadge(kind, app.look), ` ${style.kinds[kind].word}`], style.kinds[kind].meaning])),
    element("h3", {}, "How it moves"),
    rows([
      ...Object.entries(style.flowKinds),
      ["may", style.modalities.may],
      ["width", settings.ribbons ? "the more flows, the wider the edge" : "the more data sets, the wider the edge"],
      ["×3", "three flows between the same two, in the same state, drawn as one"],
      [[rimBadge(app.look)], "a label with a dashed rim: a legal basis is inferred from the agreement's whole list"],
      ["?", "a label with a question mark: the state is unstated"],
      ["hosted by", "supplies cloud, building or database; receives no data"],
      ["controller", "decides what the data is used for; a processor works on its behalf"],
    ]),
    adrift.length > 0 && element("h3", {}, "Hosts, for whom is unstated"),
    adrift.length > 0 && element("ul", {}, ...adrift.map(([name]) => element("li", {}, said(name)))),
  ];
}
