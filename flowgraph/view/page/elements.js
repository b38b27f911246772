/** Building the document out of nodes. Text only ever becomes a text node, whatever stands in it. */

const SVG = "http://www.w3.org/2000/svg";

/** A new element with attributes (functions become listeners, null and false are left out) and children. */
export function element(name, attributes = {}, ...children) {
  return filled(document.createElement(name), attributes, children);
}

/** The same in SVG's name space. */
export function svgElement(name, attributes = {}, ...children) {
  return filled(document.createElementNS(SVG, name), attributes, children);
}

function filled(node, attributes, children) {
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === "function") {
      node.addEventListener(key, value);
    } else if (value === true) {
      node.setAttribute(key, "");
    } else if (value !== null && value !== undefined && value !== false) {
      node.setAttribute(key, value);
    }
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

/** A button that says and does something. */
export function button(text, action, attributes = {}) {
  return element("button", { type: "button", click: action, ...attributes }, text);
}

/** `text` with the characters that would steer the writing shown as their code points. */
export function visible(text) {
  return text.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, (character) => {
    if (character === "\n" || character === "\r" || character === "\t") {
      return " ";
    }
    return `[U+${character.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}]`;
  });
}

/** Register text, kept apart from the direction of the writing around it. */
export function said(text, name = "bdi", attributes = {}) {
  return element(name, attributes, visible(text));
}

/** `3 flows`, `1 flow`. */
export function count(number, one, many = `${one}s`) {
  return `${number.toLocaleString("en-GB")} ${number === 1 ? one : many}`;
}
