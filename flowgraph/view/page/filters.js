/** The filters with their counts. */

import { button, element, said } from "./elements.js";
import { stateBadge } from "./words.js";

const AT_FIRST = 8;
const AT_MOST = 60;

/** The panel of all filters; it is filled again whenever something changes. */
export function filtersPanel(app) {
  const total = app.facets.reduce((sum, facet) => sum + facet.chosen.size, 0);
  return [
    element(
      "p",
      {},
      `${app.shownFlows().toLocaleString("en-GB")} of ${app.model.drawnFlows.toLocaleString("en-GB")} flows shown. `,
      total ? button("Clear the filters", () => app.clearFilters()) : "",
    ),
    ...app.facets.map((facet, index) => fieldset(app, facet, app.counts()[index])),
  ];
}

function fieldset(app, facet, counts) {
  const values = facet.values
    .map((text, value) => ({ text, value, flows: counts[value] }))
    .filter(({ value, flows }) => flows > 0 || facet.chosen.has(value));
  if (facet.name !== "state") {
    values.sort(
      (one, other) =>
        Number(facet.chosen.has(other.value)) - Number(facet.chosen.has(one.value)) || other.flows - one.flows,
    );
  }
  const wanted = (app.sought.get(facet.name) ?? "").toLowerCase();
  const fitting = wanted ? values.filter(({ text }) => text.toLowerCase().includes(wanted)) : values;
  const wide = app.unrolled.has(facet.name);
  const shown = fitting.slice(0, wide || wanted ? AT_MOST : AT_FIRST);
  return element(
    "fieldset",
    { "data-facet": facet.name },
    element("legend", {}, facet.heading),
    values.length > AT_FIRST &&
      element("input", {
        type: "search",
        value: app.sought.get(facet.name) ?? "",
        placeholder: "find in this list",
        "aria-label": `Find in ${facet.heading}`,
        "data-focus": `seek-${facet.name}`,
        input: (event) => app.seek(facet.name, event.target.value),
      }),
    ...shown.map((entry) => option(app, facet, entry)),
    fitting.length > shown.length &&
      (wide || wanted
        ? element(
            "p",
            { class: "hint" },
            `${(fitting.length - shown.length).toLocaleString("en-GB")} more; type to find them`,
          )
        : button(
            `Show more (${(fitting.length - shown.length).toLocaleString("en-GB")})`,
            () => app.unroll(facet.name),
            { class: "small" },
          )),
  );
}

function option(app, facet, { text, value, flows }) {
  const box = element("input", {
    type: "checkbox",
    checked: facet.chosen.has(value),
    "data-focus": `${facet.name}-${value}`,
    change: () => app.toggle(facet, value),
  });
  const words = facet.name === "state" ? stateBadge(text, app.look) : said(text.slice(0, 300), "span");
  return element(
    "label",
    { class: "option" },
    box,
    words,
    element("span", { class: "count" }, flows.toLocaleString("en-GB")),
  );
}
