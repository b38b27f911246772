/** The picture and the flows as files. */

import { drawShapes } from "./canvas.js";
import { makeLook } from "./look.js";
import { flowOf } from "./model.js";
import { bounds, cardShapes, edgeShapes, headingShapes, labelShapes } from "./shapes.js";
import { labelShown, standing } from "./stage.js";
import { svgDrawing } from "./svg.js";

const EDGE = 40;
const MOST_PIXELS = 12000;

/** All shapes of the whole picture in a look, with the box they fill. */
export function wholePicture(app, look) {
  const { stage, model } = app;
  const { ribbons } = model.settings;
  const { picture } = stage;
  const box = bounds(picture);
  const shapes = [
    ...picture.edges.flatMap((edge) => edgeShapes(edge, look, { ...standing(stage, edge), ribbons })),
    ...picture.edges
      .filter((edge) => labelShown(stage, edge))
      .flatMap((edge) => labelShapes(edge, look, standing(stage, edge))),
    ...picture.nodes.flatMap((node) => cardShapes(node, look, standing(stage, node))),
    ...headingShapes(picture, model, look),
  ];
  return {
    shapes,
    box: { left: box.left - EDGE, right: box.right + EDGE + 60, top: box.top - EDGE - 30, bottom: box.bottom + EDGE },
  };
}

/** The whole picture as an SVG element. */
export function pictureSvg(app, look) {
  const { shapes, box } = wholePicture(app, look);
  return svgDrawing(shapes, box, look.ground, document.title);
}

/** Saves the whole picture as a PNG file, at twice its size where that is not too large for a browser. */
export function savePng(app) {
  const { shapes, box } = wholePicture(app, app.look);
  const [wide, tall] = [box.right - box.left, box.bottom - box.top];
  const scale = Math.min(2, MOST_PIXELS / wide, MOST_PIXELS / tall);
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [Math.ceil(wide * scale), Math.ceil(tall * scale)];
  const context = canvas.getContext("2d");
  context.fillStyle = app.look.ground;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.scale(scale, scale);
  context.translate(-box.left, -box.top);
  drawShapes(context, shapes);
  canvas.toBlob((blob) => save(blob, "flows.png"), "image/png");
}

/** Saves the whole picture as an SVG file. */
export function saveSvg(app) {
  const text = new XMLSerializer().serializeToString(pictureSvg(app, makeLook(app.model.style, "light")));
  save(new Blob([`<?xml version="1.0" encoding="UTF-8"?>\n${text}\n`], { type: "image/svg+xml" }), "flows.svg");
}

const COLUMNS = {
  id: (flow) => flow.id,
  agreement: (flow) => flow.agreement.reference,
  version: (flow) => flow.agreement.version ?? "",
  purpose: (flow) => flow.purpose ?? "unstated",
  step: (flow) => flow.step ?? "",
  source: (flow) => flow.source.name,
  target: (flow) => flow.target.name,
  datasets: (flow) => flow.datasets.join("; "),
  identifiability: (flow) => flow.state,
  kind: (flow) => flow.kind,
  modality: (flow) => flow.modality,
  legal_basis: (flow) => flow.bases.join("; "),
  legal_basis_source: (flow) => flow.basisSource,
  opt_outs: (flow) => flow.optOuts ?? "",
  section: (flow) => flow.section,
  sentence: (flow) => flow.quote,
};

/** The visible flows as CSV text. A cell that a spreadsheet would run as a formula gets an apostrophe in front. */
export function csvOf(app) {
  const rows = [...app.visibleFlows()].map((number) => {
    const flow = flowOf(app.model, number);
    return Object.values(COLUMNS).map((value) => cell(value(flow)));
  });
  return [Object.keys(COLUMNS), ...rows].map((row) => `${row.join(",")}\r\n`).join("");
}

/** Saves the visible flows as CSV. */
export function saveCsv(app) {
  save(new Blob(["\ufeff", csvOf(app)], { type: "text/csv;charset=utf-8" }), "flows.csv");
}

function cell(text) {
  const safe = /^[=+\-@\t\r]/u.test(text) ? `'${text}` : text;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function save(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}
