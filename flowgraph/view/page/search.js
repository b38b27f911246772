/** Finding a party by a part of its name or its code. */

import { button, count, element, said } from "./elements.js";
import { kindBadge } from "./words.js";

const AT_MOST = 40;

/** The search field with its results. Enter goes to the first of them, Escape closes the list. */
export function searchBox(app) {
  const results = element("ul", { id: "found", "aria-label": "Parties found" });
  const told = element("p", { class: "unseen", role: "status" });
  const input = element("input", {
    type: "search",
    id: "search",
    placeholder: "Find a party",
    autocomplete: "off",
    "aria-controls": "found",
  });
  const close = () => {
    results.hidden = true;
  };
  const go = (index) => {
    close();
    app.showParty(index);
  };
  const look = () => {
    const found = matching(app.model, input.value);
    results.hidden = input.value.trim() === "";
    told.textContent = results.hidden ? "" : `${count(found.length, "party", "parties")} found`;
    results.replaceChildren(
      ...found.slice(0, AT_MOST).map((party) =>
        element(
          "li",
          {},
          button(
            [
              kindBadge(party.kind, app.look),
              said(party.name.slice(0, 200)),
              party.roleOf && element("small", {}, said(` in ${party.roleOf}`, "span")),
            ],
            () => go(party.index),
          ),
        ),
      ),
    );
    if (!found.length) {
      results.append(element("li", { class: "hint" }, "No party of that name"));
    }
    return found;
  };
  input.addEventListener("input", look);
  input.addEventListener("focus", look);
  const box = element(
    "div",
    { class: "search" },
    element("label", { for: "search", class: "unseen" }, "Find a party"),
    input,
    results,
    told,
  );
  box.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      close();
    } else if (event.key === "Enter" && event.target === input && matching(app.model, input.value).length) {
      go(matching(app.model, input.value)[0].index);
    }
  });
  box.addEventListener("focusout", (event) => !box.contains(event.relatedTarget) && close());
  close();
  return box;
}

/** The parties whose name holds every word typed, or whose code is the word; names that begin so come first. */
export function matching(model, typed) {
  const text = typed.trim().toLowerCase();
  if (!text) {
    return [];
  }
  const words = text.split(/\s+/u);
  const fits = ({ name, code, coming, going }) =>
    coming.length + going.length > 0 &&
    (code?.toLowerCase() === text || words.every((word) => name.toLowerCase().includes(word)));
  const first = ({ name }) => (name.toLowerCase().startsWith(text) ? 0 : 1);
  return model.parties
    .filter(fits)
    .sort((one, other) => first(one) - first(other) || one.name.localeCompare(other.name, "en"));
}
