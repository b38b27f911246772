/** The stage: vis-network holds the cards, pans and zooms; edges are drawn on its canvas along their own routes. */

import { labelWidth } from "./arrange.js";
import { drawShapes } from "./canvas.js";
import { nearestEdge } from "./nearest.js";
import { bounds, cardShapes, edgeShapes, headingShapes, labelShapes, rounded } from "./shapes.js";

const READABLE = [0.45, 0.75];
const LABELS_FROM = 0.38;
const MOST_LIVELY = 400;

/** A stage in `container`. `tell` is called with {node} or {edge} (or neither) when the reader clicks. */
export function makeStage(container, model, vis, tell) {
  const cards = new vis.DataSet([]);
  const network = new vis.Network(
    container,
    { nodes: cards, edges: new vis.DataSet([]) },
    {
      ...model.network.options,
      interaction: { ...model.network.options.interaction, dragNodes: false, keyboard: false },
    },
  );
  const stage = { network, picture: { nodes: [], edges: [] }, marks: null, look: null, hover: null, model };
  const byId = new Map();
  const draw = ({ ctx, id }) => ({
    drawNode: () => paintCard(stage, ctx, byId.get(id)),
    nodeDimensions: { width: byId.get(id).wide, height: byId.get(id).tall },
  });
  network.on("beforeDrawing", (context) => paintEdges(stage, context));
  network.on("afterDrawing", (context) => paintHeadings(stage, context));
  network.on("click", ({ nodes, pointer }) => {
    const node = nodes.length ? byId.get(nodes[0]) : null;
    tell(node ? { node } : { edge: edgeAt(stage, pointer.canvas) });
  });
  container.addEventListener("pointermove", (event) => hovering(stage, container, event));
  stage.show = (picture) => {
    stage.picture = picture;
    byId.clear();
    picture.nodes.forEach((node) => byId.set(node.id, node));
    cards.clear();
    cards.add(picture.nodes.map(({ id, x, y }) => ({ id, x, y, shape: "custom", ctxRenderer: draw, label: "" })));
  };
  stage.redraw = () => network.redraw();
  stage.fit = () => fit(stage, container);
  stage.zoom = (factor) => network.moveTo({ scale: Math.min(3, Math.max(0.03, network.getScale() * factor)) });
  stage.reveal = (items) => reveal(stage, container, items);
  return stage;
}

/** How a card or edge stands out now; `marks` holds what is lit (null: everything) and what is chosen. */
export function standing({ marks, hover }, item) {
  const lit = !marks?.lit || marks.lit.has(item.key);
  const strong = marks?.chosen === item.key || hover === item.key;
  return { tone: lit ? "normal" : "faint", strong, hop: marks?.hops.get(item.key) ?? 0 };
}

function paintCard(stage, context, node) {
  drawShapes(context, cardShapes(node, stage.look, standing(stage, node)));
}

function paintEdges(stage, context) {
  const { picture, look, model, network } = stage;
  const { ribbons } = model.settings;
  const [first, last] = [network.DOMtoCanvas({ x: 0, y: 0 }), network.DOMtoCanvas(sizeOf(context.canvas))];
  const lively = picture.edges.length <= MOST_LIVELY;
  const seen = picture.edges
    .filter((edge) => within(edge, first, last))
    .map((edge) => ({ edge, ...standing(stage, edge) }))
    .sort((one, other) => weight(one) - weight(other));
  seen.forEach(({ edge, ...how }) => drawShapes(context, edgeShapes(edge, look, { ...how, ribbons, lively })));
  if (network.getScale() >= LABELS_FROM) {
    seen
      .filter(({ edge }) => labelShown(stage, edge))
      .forEach(({ edge, ...how }) => drawShapes(context, labelShapes(edge, look, how)));
  }
}

/** What is drawn last, and so on top: what is chosen, then what is lit. */
function weight({ tone, strong }) {
  return strong ? 2 : Number(tone === "normal");
}

function sizeOf(canvas) {
  return { x: canvas.clientWidth, y: canvas.clientHeight };
}

/** Whether an edge, with its label, may be seen in the window. */
function within({ route, at }, first, last) {
  let [left, right, top, bottom] = [at[0] - 80, at[0] + 80, at[1], at[1]];
  for (let index = 0; index < route.length; index += 2) {
    left = Math.min(left, route[index]);
    right = Math.max(right, route[index]);
    top = Math.min(top, route[index + 1]);
    bottom = Math.max(bottom, route[index + 1]);
  }
  return left <= last.x && right >= first.x && top - 40 <= last.y && bottom + 40 >= first.y;
}

/** The headings stay in sight while a tall picture is moved under them. */
function paintHeadings({ network, picture, model, look }, context) {
  const scale = network.getScale();
  const sky = network.DOMtoCanvas({ x: 0, y: 0 });
  const top = Math.max(bounds(picture).top - 30, sky.y + 22 / scale);
  if (top > bounds(picture).top - 30) {
    const strip = rounded(sky.x - 10, sky.y - 10, context.canvas.clientWidth / scale + 20, 44 / scale, 1);
    drawShapes(context, [{ type: "path", d: strip, fill: look.ground, opacity: 0.95 }]);
  }
  drawShapes(context, headingShapes(picture, model, look, top));
}

/** Whether an edge shows its label: all do in a picture with room, else those that are lit or pointed at. */
export function labelShown(stage, edge) {
  const { tone, strong } = standing(stage, edge);
  return stage.picture.labelled ? tone === "normal" || strong : strong;
}

/** The edge at a point of the picture, or null. */
export function edgeAt(stage, { x, y }) {
  const { edges } = stage.picture;
  const onLabel = edges.find(
    (edge) =>
      labelShown(stage, edge) && Math.abs(edge.at[0] - x) < labelWidth(edge.label) / 2 && Math.abs(edge.at[1] - y) < 11,
  );
  return onLabel ?? nearestEdge(edges, x, y, 5 / stage.network.getScale());
}

function hovering(stage, container, event) {
  if (stage.waiting) {
    return;
  }
  stage.waiting = true;
  requestAnimationFrame(() => {
    stage.waiting = false;
    const box = container.getBoundingClientRect();
    const point = { x: event.clientX - box.left, y: event.clientY - box.top };
    const id = stage.network.getNodeAt(point);
    const node = stage.picture.nodes.find((one) => one.id === id);
    const found = node ?? edgeAt(stage, stage.network.DOMtoCanvas(point));
    container.classList.toggle("over", Boolean(found));
    if (stage.hover !== (found?.key ?? null)) {
      stage.hover = found?.key ?? null;
      if (stage.picture.edges.length <= MOST_LIVELY) {
        stage.network.redraw();
      }
    }
  });
}

/** Shows the whole picture if it can be read so; else the beginning of its middle. */
function fit(stage, container) {
  const box = bounds(stage.picture);
  const [wide, tall] = [box.right - box.left + 50, box.bottom - box.top + 110];
  const [roomWide, roomTall] = [container.clientWidth, container.clientHeight];
  const whole = Math.min(roomWide / wide, roomTall / tall, 1.2);
  const [least, most] = READABLE;
  const scale = whole >= least ? whole : Math.max(least, Math.min(most, roomTall / tall));
  const long = (box.right - box.left + 50) * scale > roomWide;
  const x = long ? box.left - 25 + roomWide / scale / 2 : (box.left + box.right) / 2;
  stage.network.moveTo({ position: { x, y: (box.top + box.bottom - 30) / 2 }, scale });
}

/** Moves so that some items are in sight, zooming out only if they need it. */
function reveal(stage, container, items) {
  if (!items.length) {
    return;
  }
  const box = bounds({ nodes: items.filter((item) => item.rows), edges: items.filter((item) => item.route) });
  const scale = Math.min(
    Math.max(stage.network.getScale(), 0.6),
    container.clientWidth / (box.right - box.left + 80),
    container.clientHeight / (box.bottom - box.top + 80),
  );
  stage.network.moveTo({ position: { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 }, scale });
}
