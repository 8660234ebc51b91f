// Small helpers to make elements. Text enters the page through textContent only: an article may hold anything.

export function element(tag, properties = {}, children = []) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (name === "text") node.textContent = value;
    else if (name === "on") for (const [event, listener] of Object.entries(value)) node.addEventListener(event, listener);
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.filter(Boolean));
  return node;
}

export function button(text, listener, properties = {}) {
  return element("button", { type: "button", text, on: { click: listener }, ...properties });
}

const SVG = "http://www.w3.org/2000/svg";
const OUTLINES = {
  circle: "M8 3a5 5 0 1 0 0.01 0z",
  "triangle-up": "M8 2.5 14 13H2z",
  diamond: "M8 1.5 14.5 8 8 14.5 1.5 8z",
  x: "M4.5 2 8 5.5 11.5 2 14 4.5 10.5 8l3.5 3.5-2.5 2.5L8 10.5 4.5 14 2 11.5 5.5 8 2 4.5z",
  "square-open": "M3.5 3.5h9v9h-9z",
};

/** The mark of a status, as the timeline draws it; decorative, for its name always stands beside it. */
export function statusMark(shape, status) {
  const icon = document.createElementNS(SVG, "svg");
  icon.setAttribute("viewBox", "0 0 16 16");
  icon.setAttribute("class", `shape shape-${shape} status-${status}`);
  icon.setAttribute("aria-hidden", "true");
  const outline = document.createElementNS(SVG, "path");
  outline.setAttribute("d", OUTLINES[shape] ?? OUTLINES.circle);
  icon.append(outline);
  return icon;
}

export const reducedMotion = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

/** Bring a node into sight inside its own scrolling pane, without moving the page around it. */
export function reveal(node, pane) {
  if (!node || pane.scrollHeight <= pane.clientHeight) return;
  const inner = node.getBoundingClientRect();
  const outer = pane.getBoundingClientRect();
  if (inner.top >= outer.top + 24 && inner.bottom <= outer.bottom - 24) return;
  const top = pane.scrollTop + inner.top - outer.top - pane.clientHeight / 3;
  pane.scrollTo({ top, behavior: reducedMotion() ? "auto" : "smooth" });
}

/** Wait for the style sheet: a map fitted to a pane that is still to be laid out would show the wrong ground. */
export async function styled(root) {
  for (let frame = 0; frame < 300; frame += 1) {
    if (getComputedStyle(root).getPropertyValue("--gap")) return;
    await new Promise((done) => setTimeout(done, 10));
  }
}
