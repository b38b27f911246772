/** What is chosen: a party with what comes in and goes out, or an edge with its flows and their sentences. */

import { button, count, element, said, visible } from "./elements.js";
import { flowOf } from "./model.js";
import { tracePanel } from "./tracing.js";
import { basisOf, datasetsOf, kindBadge, sentence, stateBadge } from "./words.js";

const AT_ONCE = 25;

/** The panel for what is chosen in the picture; `app` is the page's own object (see main.js). */
export function details(app) {
  const { chosen } = app.state;
  const node = chosen && app.picture().nodes.find(({ key }) => key === chosen);
  const edge = chosen && app.picture().edges.find(({ key }) => key === chosen);
  if (edge) {
    return edgePanel(app, edge);
  }
  if (node) {
    return node.party < 0 ? groupPanel(app, node) : partyPanel(app, app.model.parties[node.party]);
  }
  return [
    element("h2", {}, "What is chosen"),
    element(
      "p",
      { class: "hint" },
      "Choose a party to see what comes in and goes out, or an edge to read the sentences it was read from.",
    ),
  ];
}

function partyPanel(app, party) {
  const kind = app.model.style.kinds[party.kind];
  return [
    element("h2", {}, kindBadge(party.kind, app.look), " ", said(party.name)),
    element("p", {}, `${kind.word}: ${kind.meaning}`),
    facts([
      ["ODS code", party.code && said(party.code)],
      ["A role in", party.roleOf && said(party.roleOf)],
      ["Office", party.roles.join(", ")],
      ["Hosted by", party.hosts.length ? said([...new Set(party.hosts.map((host) => host.name))].join("; ")) : null],
    ]),
    ...tracePanel(app, party),
    ...side(app, "Comes in", party.coming, party.index),
    ...side(app, "Goes out", party.going, party.index),
  ];
}

function facts(rows) {
  const told = rows.filter(([, value]) => value);
  return told.length
    ? element("dl", {}, ...told.flatMap(([term, value]) => [element("dt", {}, term), element("dd", {}, value)]))
    : "";
}

/** What comes in or goes out of a party, gathered by who and in what state. */
function side(app, heading, flows, party) {
  const passing = flows.filter((flow) => app.passes()[flow]);
  const gathered = new Map();
  for (const flow of passing) {
    const { source, target, state } = app.model.flows;
    const other = source[flow] === party ? target[flow] : source[flow];
    const key = `${other} ${state[flow]}`;
    gathered.set(key, [...(gathered.get(key) ?? []), flow]);
  }
  const rows = [...gathered.values()].map((some) => {
    const first = flowOf(app.model, some[0]);
    const other = first.source.index === party ? first.target : first.source;
    const names = [...new Set(some.flatMap((flow) => app.model.flows.datasets[flow]))].map(
      (number) => app.model.datasets[number],
    );
    return element(
      "li",
      {},
      button(said(other.name), () => app.chooseFlows(some), { class: "link" }),
      element("br"),
      stateBadge(first.state, app.look),
      " · ",
      datasetsOf(names),
      some.length > 1 ? ` · ${count(some.length, "flow")}` : "",
    );
  });
  return [
    element("h3", {}, `${heading} (${count(passing.length, "flow")})`),
    rows.length ? more(rows, "ul") : element("p", { class: "hint" }, "nothing"),
  ];
}

function groupPanel(app, node) {
  const kind = app.model.style.kinds[node.kind];
  const open = app.state.open.get(node.kind) ?? 0;
  const touching = app.picture().edges.filter((edge) => edge.source === node.key || edge.target === node.key);
  return [
    element("h2", {}, kindBadge(node.kind, app.look), ` ${count(node.members.length, kind.word, kind.plural)}`),
    element("p", {}, kind.meaning),
    element(
      "p",
      { class: "hint" },
      "They are folded into one card, because the graph is too large to be read at once. A way through a folded card is no path that data takes: trace from a party to see those.",
    ),
    element(
      "p",
      {},
      button(`Unfold ${open ? "more" : `the busiest ${Math.min(12, node.members.length)}`}`, () =>
        app.unfold(node.kind, open + 12),
      ),
      open ? button("Fold again", () => app.unfold(node.kind, 0)) : "",
    ),
    element("h3", {}, `Its edges (${touching.length})`),
    more(
      touching.map((edge) =>
        element(
          "li",
          {},
          button(edgeName(app, edge), () => app.choose(edge.key), { class: "link" }),
          element("br"),
          stateBadge(edge.state, app.look),
          ` · ${count(edge.flows.length, "flow")}`,
        ),
      ),
      "ul",
    ),
  ];
}

function edgeName(app, edge) {
  return said(`${nodeName(app, edge.source)} → ${nodeName(app, edge.target)}`);
}

/** The name of a card, in full. */
export function nodeName(app, key) {
  const node = app.picture().nodes.find((one) => one.key === key);
  return node.party < 0 ? node.rows.join(" ") : app.model.parties[node.party].name;
}

function edgePanel(app, edge) {
  const flows = edge.flows.map((flow) => flow);
  return [
    element("h2", {}, edgeName(app, edge)),
    element("p", {}, stateBadge(edge.state, app.look), ` — ${app.model.style.states[edge.state].meaning}`),
    element("p", {}, count(flows.length, "flow")),
    more(flows, "div", (flow) => flowCard(app, flow)),
  ];
}

function flowCard(app, number) {
  const flow = flowOf(app.model, number);
  const { flowKinds, modalities, basisSources } = app.model.style;
  return element(
    "article",
    {},
    element("h3", {}, datasetsOf(flow.datasets)),
    element("p", { class: "ends" }, said(flow.source.name), " → ", said(flow.target.name)),
    sentence(flow),
    facts([
      ["Agreement", said(flow.agreement.name)],
      ["Section", [flow.section, flow.step ? `, step ${visible(flow.step)}` : ""].join("")],
      ["Purpose", flow.purpose ? said(flow.purpose) : element("em", {}, "unstated")],
      ["State", stateBadge(flow.state, app.look)],
      ["Legal basis", element("span", {}, ...basisOf(flow, basisSources))],
      ["How", `${flow.kind}: ${flowKinds[flow.kind].replace(/ \(.*/, "")}`],
      ["Certainty", modalities[flow.modality].replace(/ \(.*/, "")],
      ["Opt-outs", flow.optOuts && said(flow.optOuts)],
    ]),
  );
}

/** A long list, some at a time. */
export function more(items, wrapper, render = (item) => item) {
  const list = element(wrapper, { class: "list" });
  const next = button("", () => grow());
  const rest = [...items];
  function grow() {
    list.append(...rest.splice(0, AT_ONCE).map(render));
    next.textContent = `Show more (${rest.length.toLocaleString("en-GB")} left)`;
    next.hidden = rest.length === 0;
  }
  grow();
  return element("div", {}, list, next);
}
