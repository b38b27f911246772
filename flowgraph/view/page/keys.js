/** The picture by keyboard: arrows go along the flows and up and down the columns. */

/** Listens for keys on the picture. */
export function listen(app, container) {
  container.addEventListener("keydown", (event) => {
    const act = {
      "+": () => app.stage.zoom(1.25),
      "=": () => app.stage.zoom(1.25),
      "-": () => app.stage.zoom(0.8),
      0: () => app.stage.fit(),
      Escape: () => app.choose(null),
      ArrowRight: () => go(app, along(app, "source", "target")),
      ArrowLeft: () => go(app, along(app, "target", "source")),
      ArrowDown: () => go(app, beside(app, 1)),
      ArrowUp: () => go(app, beside(app, -1)),
    }[event.key];
    if (act && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      act();
    }
  });
}

function go(app, node) {
  if (node) {
    app.choose(node.key);
    app.stage.reveal([node]);
  }
}

function current(app) {
  return app.picture().nodes.find((node) => node.key === app.state.chosen);
}

function first(app) {
  return [...app.picture().nodes].sort((one, other) => one.x - other.x || one.y - other.y)[0];
}

/** The neighbour the chosen party gives to or gets from that is nearest in height. */
function along(app, here, there) {
  const node = current(app);
  if (!node) {
    return first(app);
  }
  const keys = new Set(
    app
      .picture()
      .edges.filter((edge) => edge[here] === node.key)
      .map((edge) => edge[there]),
  );
  keys.delete(node.key);
  return app
    .picture()
    .nodes.filter((other) => keys.has(other.key))
    .sort((one, other) => Math.abs(one.y - node.y) - Math.abs(other.y - node.y))[0];
}

/** The next card above or below in the same column. */
function beside(app, way) {
  const node = current(app);
  if (!node) {
    return first(app);
  }
  return app
    .picture()
    .nodes.filter((other) => other.x === node.x && (other.y - node.y) * way > 0)
    .sort((one, other) => Math.abs(one.y - node.y) - Math.abs(other.y - node.y))[0];
}
