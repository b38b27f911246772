/** Cards and edges as plain shapes (paths and texts), which the screen, the SVG file and the printer all draw. */

import { labelWidth } from "./arrange.js";
import { HOST } from "./compose.js";

const RADIUS = 9;

/** How strongly things stand out: what is chosen, what is not, and the rest. */
export const TONE = { faint: 0.13, normal: 1 };

/** The line an edge takes, as SVG path data; it leaves and arrives level. */
export function edgePath(route, short = 0) {
  const points = [];
  for (let index = 0; index < route.length; index += 2) {
    points.push([route[index], route[index + 1]]);
  }
  const last = points[points.length - 1];
  const [startX] = points[0];
  if (points.length === 3 && startX === last[0]) {
    const [x, y] = points[1];
    return `M${startX} ${points[0][1]}Q${x} ${points[0][1]} ${x} ${y}Q${x} ${last[1]} ${last[0] + short} ${last[1]}`;
  }
  last[0] -= Math.sign(last[0] - points[points.length - 2][0]) * short;
  let path = `M${points[0][0]} ${points[0][1]}`;
  for (let index = 1; index < points.length; index += 1) {
    const [[x, y], [nextX, nextY]] = [points[index - 1], points[index]];
    const pull = (nextX - x) / 2;
    path += y === nextY ? `L${nextX} ${nextY}` : `C${x + pull} ${y} ${nextX - pull} ${nextY} ${nextX} ${nextY}`;
  }
  return path;
}

/** 1 where an edge arrives from the left, -1 where from the right. */
function heading(route) {
  const [before, last] = [route[route.length - 4], route[route.length - 2]];
  return Math.sign(last - before);
}

/**
 * The shapes of an edge. `tone` is faint or normal, `strong` marks what is chosen or pointed at; where there are very
 * many edges they are not `lively`: without a gap where they cross, and plain where they are faint.
 */
export function edgeShapes(edge, look, { tone = "normal", strong = false, ribbons = false, lively = true } = {}) {
  const colour = look.states[edge.state];
  const width = (ribbons ? 2 : edge.width) + (strong ? 1.5 : 0);
  const head = 7 + Math.min(width, 6) * 1.3;
  const opacity = TONE[tone];
  const line = {
    type: "path",
    d: edgePath(edge.route, head - 1),
    stroke: colour.line,
    width,
    dash: colour.dash,
    opacity,
  };
  if (tone === "faint" && !lively) {
    return [{ ...line, width: 1, dash: [] }];
  }
  const shapes = [];
  if (ribbons) {
    shapes.push({
      ...line,
      d: edgePath(edge.route, 2),
      width: edge.width,
      dash: [],
      opacity: opacity * (strong ? 0.55 : 0.32),
    });
  } else if (lively && tone !== "faint") {
    shapes.push({ ...line, stroke: look.ground, width: width + 4, dash: [], opacity: 0.85 });
  }
  shapes.push(line, ...headShapes(edge, colour.line, head, opacity, look));
  return shapes;
}

function headShapes(edge, colour, head, opacity, look) {
  const [x, y] = edge.route.slice(-2);
  const way = heading(edge.route);
  const tip = (from) => `M${x - way * from} ${y}L${x - way * (from + head)} ${y - head * 0.5}V${y + head * 0.5}Z`;
  const ring = (radius) =>
    `M${x - way * 2 * radius} ${y}a${radius} ${radius} 0 1 0 ${way * 2 * radius} 0a${radius} ${radius} 0 1 0 ${-way * 2 * radius} 0Z`;
  const fill = edge.may ? look.ground : colour;
  const paint = { type: "path", fill, stroke: colour, width: 1.5, opacity, dash: [] };
  if (edge.kind === "access") {
    return [{ ...paint, d: ring(head * 0.5) }];
  }
  const double = edge.kind === "re-identification" ? [{ ...paint, d: tip(head * 0.8) }] : [];
  return [...double, { ...paint, d: tip(0) }];
}

/** The label on an edge. Its rim is dashed where a legal basis is only inferred. */
export function labelShapes(edge, look, { tone = "normal", strong = false, hop = 0 } = {}) {
  const text = `${hop ? `${hop}: ` : ""}${edge.label}${edge.state === "unstated" ? " ?" : ""}`;
  const wide = labelWidth(text);
  const [x, y] = edge.at;
  const opacity = tone === "faint" ? 0.1 : 1;
  const colour = look.states[edge.state].line;
  return [
    {
      type: "path",
      d: rounded(x - wide / 2, y - 10, wide, 20, 10),
      fill: look.ground,
      stroke: colour,
      width: strong ? 2 : 1,
      dash: edge.inferred ? [3, 2] : [],
      opacity,
    },
    { type: "text", x, y: y + 4.3, text, size: 12, fill: look.ink, anchor: "middle", most: wide - 8, opacity },
  ];
}

/** The shapes of a card and of the hosts that hang below it. */
export function cardShapes(node, look, { tone = "normal", strong = false } = {}) {
  const opacity = TONE[tone];
  const { wide, tall } = node;
  const [left, top] = [node.x - wide / 2, node.y - tall / 2];
  const kind = look.kinds[node.kind];
  const textTop = node.y - (32 + 18 * node.rows.length) / 2;
  const shapes = [];
  if (node.party < 0) {
    shapes.push({
      type: "path",
      d: rounded(left + 5, top + 5, wide, tall, RADIUS),
      fill: look.card,
      stroke: look.rim,
      width: 1,
      opacity,
    });
  }
  shapes.push(
    {
      type: "path",
      d: rounded(left, top, wide, tall, RADIUS),
      fill: look.card,
      stroke: strong ? look.accent : kind,
      width: strong ? 3.5 : 1.5,
      opacity: tone === "faint" ? 0.3 : 1,
    },
    {
      type: "path",
      d: kindMark(node.kind, look),
      shift: [left + 10, node.y - 10],
      fill: look.soft[node.kind],
      stroke: kind,
      width: 1.7,
      opacity,
    },
  );
  node.rows.forEach((text, row) => {
    shapes.push({
      type: "text",
      x: left + 38,
      y: textTop + 22 + 18 * row,
      text,
      size: 15,
      weight: 600,
      fill: look.ink,
      most: wide - 44,
      opacity,
    });
  });
  shapes.push({
    type: "text",
    x: left + 38,
    y: textTop + 21 + 18 * node.rows.length,
    text: node.caption,
    size: 12,
    fill: look.faint,
    most: wide - 44,
    opacity,
  });
  node.hosts.forEach((text, index) =>
    shapes.push(
      ...hostShapes(text, left, top + tall + HOST.gap + index * (HOST.height + HOST.gap), wide, look, opacity),
    ),
  );
  return shapes;
}

function hostShapes(text, left, top, wide, look, opacity) {
  return [
    { type: "path", d: `M${left + 20} ${top - HOST.gap}V${top}`, stroke: look.faint, width: 1, dash: [2, 2], opacity },
    {
      type: "path",
      d: rounded(left + 8, top, wide - 16, HOST.height, 4),
      fill: look.ground,
      stroke: look.faint,
      width: 1,
      dash: [2, 2],
      opacity,
    },
    {
      type: "text",
      x: left + 16,
      y: top + 16,
      text,
      size: 12,
      slant: true,
      fill: look.faint,
      most: wide - 30,
      opacity,
    },
  ];
}

/** The mark of a kind of party, in a box of 20 by 20. */
export function kindMark(kind, look) {
  return look.marks[kind];
}

/** A rectangle with round corners, as path data. */
export function rounded(x, y, wide, tall, radius) {
  return (
    `M${x + radius} ${y}h${wide - 2 * radius}a${radius} ${radius} 0 0 1 ${radius} ${radius}v${tall - 2 * radius}` +
    `a${radius} ${radius} 0 0 1 ${-radius} ${radius}h${2 * radius - wide}a${radius} ${radius} 0 0 1 ${-radius} ${-radius}` +
    `v${2 * radius - tall}a${radius} ${radius} 0 0 1 ${radius} ${-radius}Z`
  );
}

/** The headings over the columns, `top` being where the picture or the window begins, whichever is lower. */
export function headingShapes(picture, model, look, top = bounds(picture).top - 30) {
  return columnsOf(picture, model).map(({ x, text }) => ({
    type: "text",
    x,
    y: top,
    text,
    size: 17,
    weight: 700,
    fill: look.faint,
    anchor: "middle",
    most: 280,
    opacity: 1,
  }));
}

function columnsOf(picture, model) {
  const found = new Map();
  for (const node of picture.nodes) {
    const column = found.get(node.x) ?? { x: node.x, tiers: new Map() };
    const tier = tierOf(node, model);
    column.tiers.set(tier, (column.tiers.get(tier) ?? 0) + 1);
    found.set(node.x, column);
  }
  const named = [...found.values()]
    .sort((one, other) => one.x - other.x)
    .map(({ x, tiers }) => {
      const [[tier]] = [...tiers].sort((one, other) => other[1] - one[1]);
      return { x, text: model.tiers[tier] };
    });
  return named.filter(({ text }, index) => index === 0 || text !== named[index - 1].text);
}

function tierOf(node, model) {
  const sends = node.members.some((index) => model.parties[index].going.length);
  const receives = node.members.some((index) => model.parties[index].coming.length);
  const { tier } = model.parties[node.members[0]];
  return tier === model.tiers.length - 1 && sends && !receives ? 0 : tier;
}

/** The box around everything. */
export function bounds(picture) {
  const box = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
  const add = (x, y) => {
    box.left = Math.min(box.left, x);
    box.right = Math.max(box.right, x);
    box.top = Math.min(box.top, y);
    box.bottom = Math.max(box.bottom, y);
  };
  for (const node of picture.nodes) {
    add(node.x - node.wide / 2, node.y - node.tall / 2);
    add(node.x + node.wide / 2, node.y + node.tall / 2 + node.hosts.length * (HOST.height + HOST.gap));
  }
  for (const edge of picture.edges) {
    for (let index = 0; index < edge.route.length; index += 2) {
      add(edge.route[index], edge.route[index + 1]);
    }
  }
  return Number.isFinite(box.left) ? box : { left: 0, right: 100, top: 0, bottom: 100 };
}
