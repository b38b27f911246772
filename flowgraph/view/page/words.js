/** How the page says things. */

import { element, said } from "./elements.js";
import { svgElement } from "./elements.js";
import { svgShapes } from "./svg.js";
import { rounded } from "./shapes.js";

/** A state of identifiability as a word with the line it is drawn with. */
export function stateBadge(state, look) {
  const { line, dash } = look.states[state];
  const drawing = svgElement(
    "svg",
    { width: 34, height: 12, viewBox: "0 0 34 12", "aria-hidden": "true" },
    ...svgShapes([{ type: "path", d: "M0 6H34", stroke: line, width: 3.5, dash, opacity: 1 }]),
  );
  return element("span", { class: "badge" }, drawing, ` ${state}`);
}

/** The mark of a kind of party as a small drawing. */
export function kindBadge(kind, look) {
  return svgElement(
    "svg",
    { width: 18, height: 18, viewBox: "-1 -1 22 22", "aria-hidden": "true", class: "mark" },
    ...svgShapes([
      { type: "path", d: look.marks[kind], fill: look.soft[kind], stroke: look.kinds[kind], width: 1.7, opacity: 1 },
    ]),
  );
}

/** The sample of a label with a dashed rim. */
export function rimBadge(look) {
  return svgElement(
    "svg",
    { width: 34, height: 16, viewBox: "0 0 34 16", "aria-hidden": "true" },
    ...svgShapes([{ type: "path", d: rounded(1, 1, 32, 14, 7), stroke: look.ink, width: 1, dash: [3, 2], opacity: 1 }]),
  );
}

/** Data sets in a row of words, or what is said where there are none. */
export function datasetsOf(names) {
  return names.length ? said(names.join(", "), "span") : element("em", {}, "data sets not named");
}

/** The legal basis with how it is known. */
export function basisOf(flow, meanings) {
  const source = flow.basisSource;
  const known = element("span", { class: `known known-${source.replaceAll(" ", "-")}` }, meanings[source] ?? source);
  return flow.bases.length
    ? [said(flow.bases.join(", ")), " — ", known]
    : [element("em", {}, "unstated"), " — ", known];
}

/** The sentence a flow was read from, with the words that decided something marked. */
export function sentence(flow) {
  const quote = element("blockquote", { dir: "auto" });
  let at = 0;
  const letters = Array.from(flow.quote);
  for (const [role, start, end] of [...flow.marks].sort((one, other) => one[1] - other[1])) {
    if (start >= at && end > start && end <= letters.length) {
      quote.append(...plain(letters, at, start), said(letters.slice(start, end).join(""), "mark", { title: role }));
      at = end;
    }
  }
  quote.append(...plain(letters, at, letters.length));
  return quote;
}

function plain(letters, start, end) {
  return end > start ? [said(letters.slice(start, end).join(""), "span")] : [];
}
