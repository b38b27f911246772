/** "Trace from here": choosing what to follow, and the paths told hop by hop. */

import { button, count, element, said } from "./elements.js";
import { flowOf } from "./model.js";
import { datasetsFrom, MOST_PATHS } from "./trace.js";
import { stateBadge } from "./words.js";

const DEPTHS = ["1", "2", "3", "4", "5"];
const TOLD = 12;

/** The controls that start a trace at a party, and its result where it is the one traced. */
export function tracePanel(app, party) {
  const names = datasetsFrom(app.model, party.index);
  const active = app.state.trace && app.state.trace.party === party.index ? app.state.trace : null;
  if (!names.length) {
    return [element("p", { class: "hint" }, "No data set that has a name goes on from here.")];
  }
  const dataset = select(
    "Data set to follow",
    names.map((number) => [number, app.model.datasets[number]]),
    active?.dataset,
  );
  const depth = select(
    "How far",
    [["", "to the end"], ...DEPTHS.map((one) => [one, `${one} hop${one === "1" ? "" : "s"}`])],
    active?.depth ?? "",
  );
  const start = () => app.startTrace(party.index, Number(dataset.control.value), depth.control.value);
  depth.control.addEventListener("change", () => active && start());
  dataset.control.addEventListener("change", () => active && start());
  return [
    element(
      "section",
      { class: "trace", "aria-label": "Trace" },
      dataset.label,
      depth.label,
      element(
        "p",
        {},
        button("Trace from here", start, { class: "main" }),
        active &&
          button(app.state.only ? "Show the rest again" : "Only this path", () => app.setOnly(!app.state.only), {
            "aria-pressed": String(app.state.only),
          }),
        active && button("Stop tracing", () => app.stopTrace()),
      ),
      active && told(app),
    ),
  ];
}

function select(text, options, chosen) {
  const control = element(
    "select",
    {},
    ...options.map(([value, name]) =>
      element("option", { value, selected: String(value) === String(chosen) }, String(name).slice(0, 120)),
    ),
  );
  return { control, label: element("label", {}, `${text} `, control) };
}

function told(app) {
  const { paths, cut } = app.traced();
  const list = paths.slice(0, TOLD).map((path) => onePath(app, path));
  return element(
    "div",
    { id: "paths" },
    element("h3", {}, paths.length ? count(paths.length, "path") : "No path"),
    cut &&
      element(
        "p",
        { class: "warning" },
        `There are more than the ${MOST_PATHS.toLocaleString("en-GB")} paths followed in one agreement.`,
      ),
    paths.length === 0 && element("p", { class: "hint" }, "With these filters, nothing goes on from here."),
    ...list,
    paths.length > TOLD &&
      element("p", { class: "hint" }, `… and ${count(paths.length - TOLD, "more path")}, lit in the picture.`),
  );
}

function onePath(app, { flows, odd }) {
  const first = flowOf(app.model, flows[0]);
  let before = null;
  const hops = flows.map((number, position) => {
    const flow = flowOf(app.model, number);
    const known = before && before !== "unstated" && flow.state !== "unstated" && flow.state !== before;
    const item = element(
      "li",
      {},
      button(said(`${flow.source.name} → ${flow.target.name}`), () => app.chooseFlows([number]), { class: "link" }),
      element("br"),
      stateBadge(flow.state, app.look),
      known && element("strong", {}, ` becomes ${flow.state}`),
      odd.has(position) && element("strong", { class: "warning" }, " more identifiable than what arrived, unexplained"),
      flow.kind === "transfer" ? "" : ` · ${flow.kind}`,
      flow.modality === "may" && " · only allowed",
      !flow.datasets.length && " · data sets unstated",
    );
    before = flow.state === "unstated" && before ? before : flow.state;
    return item;
  });
  return element(
    "div",
    { class: "path" },
    element("p", {}, said(first.agreement.name), first.purpose ? [" · ", said(first.purpose)] : " · purpose unstated"),
    element("ol", {}, ...hops),
  );
}
