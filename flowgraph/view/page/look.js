/** The colours of the moment: light, dark, or light for paper. */

const PAPERS = {
  light: { ground: "#ffffff", ink: "#1b1f24", faint: "#55606b", card: "#ffffff", rim: "#9aa4ae", accent: "#111111" },
  dark: { ground: "#14181d", ink: "#eef1f4", faint: "#aab4bf", card: "#1e242b", rim: "#5c6873", accent: "#ffffff" },
};

/** The look for `paper` (light or dark) out of the styles that came with the page. */
export function makeLook(style, paper) {
  const over = (table, value) => Object.fromEntries(Object.entries(table).map(([key, entry]) => [key, value(entry)]));
  return {
    ...PAPERS[paper],
    states: over(style.states, (state) => ({ line: state[paper], dash: state.dash })),
    kinds: over(style.kinds, (kind) => kind[paper]),
    soft: over(style.kinds, (kind) => `${kind[paper]}33`),
    marks: over(style.kinds, (kind) => kind.mark),
  };
}

/** Light or dark, as the reader's system is set. */
export function scheme() {
  return window.matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}
