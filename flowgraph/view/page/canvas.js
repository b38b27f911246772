/** Shapes on a canvas. */

export const FONT = "'Liberation Sans', Arial, Helvetica, 'Noto Sans', 'DejaVu Sans', sans-serif";

const paths = new Map();

/** The path of some path data, made once. */
function pathOf(data) {
  if (!paths.has(data)) {
    if (paths.size > 20000) {
      paths.clear();
    }
    paths.set(data, new Path2D(data));
  }
  return paths.get(data);
}

/** Draws shapes on a drawing context, which is left as it was. */
export function drawShapes(context, shapes) {
  context.save();
  context.lineJoin = "round";
  shapes.forEach((shape) => (shape.type === "text" ? drawText(context, shape) : drawPath(context, shape)));
  context.restore();
}

function drawPath(context, shape) {
  context.globalAlpha = shape.opacity ?? 1;
  const path = pathOf(shape.d);
  const [right, down] = shape.shift ?? [0, 0];
  context.translate(right, down);
  if (shape.fill) {
    context.fillStyle = shape.fill;
    context.fill(path);
  }
  if (shape.stroke) {
    context.strokeStyle = shape.stroke;
    context.lineWidth = shape.width;
    context.setLineDash(shape.dash ?? []);
    context.stroke(path);
  }
  context.translate(-right, -down);
}

function drawText(context, shape) {
  context.globalAlpha = shape.opacity ?? 1;
  context.fillStyle = shape.fill;
  context.textAlign = shape.anchor === "middle" ? "center" : "left";
  context.textBaseline = "alphabetic";
  context.direction = "ltr";
  context.font = `${shape.slant ? "italic " : ""}${shape.weight ?? 400} ${shape.size}px ${FONT}`;
  context.fillText(shape.text, shape.x, shape.y, shape.most);
}
