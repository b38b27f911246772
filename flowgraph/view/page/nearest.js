/** Which edge lies under a point: by the distance to its line, told in short straight pieces. */

const PIECES = 14;

/** The line of an edge as points, worked out once for each edge. It bends as `edgePath` in shapes.js does. */
function lineOf(edge) {
  if (!edge.line) {
    edge.line = pointsOf(edge.route);
  }
  return edge.line;
}

function pointsOf(route) {
  const points = [[route[0], route[1]]];
  const level = route.length === 6 && route[0] === route[4];
  for (let index = 2; index < route.length; index += 2) {
    const [x, y, nextX, nextY] = route.slice(index - 2, index + 2);
    for (let piece = 1; piece <= PIECES; piece += 1) {
      const part = piece / PIECES;
      points.push(level ? quarter(x, y, nextX, nextY, part, index === 2) : sway(x, y, nextX, nextY, part));
    }
  }
  return points;
}

/** A point of the curve that leaves and arrives level. */
function sway(x, y, nextX, nextY, part) {
  const rest = 1 - part;
  const pull = (nextX - x) / 2;
  const across =
    rest ** 3 * x + 3 * rest ** 2 * part * (x + pull) + 3 * rest * part ** 2 * (nextX - pull) + part ** 3 * nextX;
  return [across, y + (nextY - y) * (3 * part ** 2 - 2 * part ** 3)];
}

/** A point of the quarter turn by which an edge leaves a column, or comes back to it. */
function quarter(x, y, nextX, nextY, part, leaving) {
  const rest = 1 - part;
  const [cornerX, cornerY] = leaving ? [nextX, y] : [x, nextY];
  return [
    rest ** 2 * x + 2 * rest * part * cornerX + part ** 2 * nextX,
    rest ** 2 * y + 2 * rest * part * cornerY + part ** 2 * nextY,
  ];
}

/** The edge nearest to a point, among those no farther from it than `near` and half their width; or null. */
export function nearestEdge(edges, x, y, near) {
  let [found, least] = [null, Infinity];
  for (const edge of edges) {
    const away = distance(lineOf(edge), x, y) - edge.width / 2;
    if (away <= near && away < least) {
      [found, least] = [edge, away];
    }
  }
  return found;
}

function distance(points, x, y) {
  let least = Infinity;
  for (let index = 1; index < points.length; index += 1) {
    const [[startX, startY], [endX, endY]] = [points[index - 1], points[index]];
    const [acrossX, acrossY] = [endX - startX, endY - startY];
    const square = acrossX ** 2 + acrossY ** 2;
    const along = square ? Math.max(0, Math.min(1, ((x - startX) * acrossX + (y - startY) * acrossY) / square)) : 0;
    least = Math.min(least, (startX + along * acrossX - x) ** 2 + (startY + along * acrossY - y) ** 2);
  }
  return Math.sqrt(least);
}
