/** Shapes as SVG elements, with attributes only: the page's policy allows no styles in them. */

import { FONT } from "./canvas.js";
import { svgElement } from "./elements.js";

/** The SVG elements of some shapes. */
export function svgShapes(shapes) {
  return shapes.map((shape) => (shape.type === "text" ? svgText(shape) : svgPath(shape)));
}

function svgPath(shape) {
  return svgElement("path", {
    d: shape.d,
    fill: shape.fill ?? "none",
    stroke: shape.stroke ?? "none",
    "stroke-width": shape.width,
    "stroke-dasharray": shape.dash?.length ? shape.dash.join(" ") : null,
    "stroke-linejoin": "round",
    opacity: shape.opacity === 1 ? null : shape.opacity,
    transform: shape.shift ? `translate(${shape.shift.join(" ")})` : null,
  });
}

function svgText(shape) {
  return svgElement(
    "text",
    {
      x: shape.x,
      y: shape.y,
      fill: shape.fill,
      "font-size": shape.size,
      "font-weight": shape.weight,
      "font-style": shape.slant ? "italic" : null,
      "text-anchor": shape.anchor,
      "font-family": FONT,
      opacity: shape.opacity === 1 ? null : shape.opacity,
    },
    shape.text,
  );
}

/** A whole drawing with a ground; `box` is what it shows. */
export function svgDrawing(shapes, box, ground, title) {
  const [wide, tall] = [box.right - box.left, box.bottom - box.top];
  return svgElement(
    "svg",
    { viewBox: `${box.left} ${box.top} ${wide} ${tall}`, width: wide, height: tall, role: "img", "aria-label": title },
    svgElement("title", {}, title),
    svgElement("rect", { x: box.left, y: box.top, width: wide, height: tall, fill: ground }),
    ...svgShapes(shapes),
  );
}
