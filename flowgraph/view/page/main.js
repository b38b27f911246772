/** The page: reads what came with it, builds the tools and panels, and keeps them true to what is chosen. */

import { readAddress } from "./address.js";
import { makeApp } from "./app.js";
import { details } from "./details.js";
import { button, count, element } from "./elements.js";
import { pictureSvg, saveCsv, savePng, saveSvg } from "./exports.js";
import { filtersPanel } from "./filters.js";
import { listen } from "./keys.js";
import { legend } from "./legend.js";
import { makeLook, scheme } from "./look.js";
import { readModel } from "./model.js";
import { searchBox } from "./search.js";
import { makeStage } from "./stage.js";

const NARROW = 760;

function start() {
  const model = readModel(document);
  const container = document.getElementById("picture");
  let panels = null;
  const app = makeApp(model, (what) => showAll(app, panels, what));
  app.look = makeLook(model.style, scheme());
  app.stage = makeStage(container, model, window.vis, ({ node, edge }) => app.choose(node?.key ?? edge?.key ?? null));
  app.stage.look = app.look;
  panels = buildPanels(app);
  buildTools(app);
  listen(app, container);
  readAddress(app, location.hash);
  app.renew();
  app.stage.fit();
  if (container.clientWidth < NARROW && app.state.chosen) {
    app.stage.reveal(chosenItems(app));
  }
  whenSurroundingsChange(app, container, panels);
  performance.mark("flowgraph-ready");
  document.documentElement.dataset.ready = "yes";
  return app;
}

function buildPanels(app) {
  const part = (id, heading, open) => {
    const body = element("div", { class: "body" });
    const panel = element("details", { id, open }, element("summary", {}, element("h2", {}, heading)), body);
    return { panel, body };
  };
  const chosen = element("section", { id: "details", "aria-label": "What is chosen" });
  const filters = part("filters", "Filters", window.innerWidth > NARROW);
  const words = part("legend", "What the picture means", true);
  document.getElementById("side").append(chosen, filters.panel, words.panel);
  words.body.append(...legend(app).filter(Boolean));
  return { chosen, filters: filters.body, words: words.body };
}

function buildTools(app) {
  const { model } = app;
  const tools = document.getElementById("tools");
  const folding = button("Fold by kind", () => app.fold(!app.state.folded), {
    id: "fold",
    "aria-pressed": String(app.state.folded),
  });
  tools.append(
    ...[
      searchBox(app),
      button("Show everything", () => app.stage.fit(), { id: "fit" }),
      button("−", () => app.stage.zoom(0.8), { "aria-label": "Zoom out" }),
      button("+", () => app.stage.zoom(1.25), { "aria-label": "Zoom in" }),
      button("Reset", () => app.reset(), { id: "reset" }),
      model.settings.folded ? null : folding,
      button("Save PNG", () => savePng(app), { id: "png" }),
      button("Save SVG", () => saveSvg(app), { id: "svg" }),
      button("Save CSV", () => saveCsv(app), { id: "csv" }),
    ].filter(Boolean),
  );
  const flows = count(model.drawnFlows, "flow");
  const parties = model.parties.filter((party) => party.coming.length + party.going.length);
  document.getElementById("summary").textContent =
    `${flows} between ${count(parties.length, "party", "parties")} under ${count(model.agreements.length, "agreement")}.${
      model.settings.folded
        ? " Parties of one kind are folded together: choose one to unfold it, or filter until few edges are left."
        : ""
    }`;
}

/** Brings picture and panels up to date. `moved`: the picture is another one; `reveal`: the chosen must be in sight. */
function showAll(app, panels, { moved, sifted, reveal, details: turned, fit }) {
  const { stage } = app;
  stage.marks = app.marks();
  if (moved) {
    stage.show(app.picture());
    stage.fit();
  }
  if (sifted) {
    refill(panels.filters, filtersPanel(app));
  }
  refill(panels.chosen, details(app));
  if (turned) {
    document.getElementById("side").scrollTop = 0;
  }
  if (fit) {
    stage.fit();
  } else if (reveal) {
    stage.reveal(chosenItems(app));
  }
  document.getElementById("fold")?.setAttribute("aria-pressed", String(app.state.folded));
  document.getElementById("status").textContent = stateInWords(app);
  stage.redraw();
}

function chosenItems(app) {
  return [...app.picture().nodes, ...app.picture().edges].filter((item) => item.key === app.state.chosen);
}

function stateInWords(app) {
  const { trace } = app.state;
  const shown = `${app.shownFlows().toLocaleString("en-GB")} of ${count(app.model.drawnFlows, "flow")} shown`;
  if (!trace) {
    return shown;
  }
  return `${shown}; ${count(app.traced().paths.length, "path")} of ${app.model.datasets[trace.dataset].slice(0, 60)} lit`;
}

/** Fills a panel anew and gives the focus back to the control that had it. */
function refill(panel, content) {
  const { activeElement } = document;
  const mark = panel.contains(activeElement)
    ? (activeElement.dataset.focus ?? `text:${activeElement.textContent}`)
    : null;
  panel.replaceChildren(...content.flat().filter(Boolean));
  if (mark) {
    const found = [...panel.querySelectorAll("button, input, select")].find(
      (one) => (one.dataset.focus ?? `text:${one.textContent}`) === mark,
    );
    found?.focus();
    if (found?.type === "search") {
      found.setSelectionRange(found.value.length, found.value.length);
    }
  }
}

function whenSurroundingsChange(app, container, panels) {
  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
    app.look = makeLook(app.model.style, scheme());
    app.stage.look = app.look;
    panels.words.replaceChildren(...legend(app).filter(Boolean));
    showAll(app, panels, { sifted: true });
  });
  window.addEventListener("hashchange", () => {
    readAddress(app, location.hash);
    app.renew();
  });
  window.addEventListener("beforeprint", () => {
    document.getElementById("paper").replaceChildren(pictureSvg(app, makeLook(app.model.style, "light")));
  });
  window.addEventListener("afterprint", () => document.getElementById("paper").replaceChildren());
  let wide = container.clientWidth;
  new ResizeObserver(() => {
    if (container.clientWidth !== wide) {
      wide = container.clientWidth;
      app.stage.fit();
    }
  }).observe(container);
}

// The page's own object can be asked from outside, by a notebook around the frame or by tests.
window.flowgraph = start();
