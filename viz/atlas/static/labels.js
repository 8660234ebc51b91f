// Labels of the timeline. They can be clicked like their marks (plotly itself hears clicks near marks only), and are cut to
// the room that the next mark of their lane leaves them: Python lays them out for one width and one length of the axis. In
// a low pane some are left out; pointing at a mark still tells its headline, and choosing an event writes its label.

const STILL = 4; // pixels between press and release beyond which the reader was dragging

/** `onClick` gets what the point of the label under the pointer carries. */
export function bindLabels(pane, onClick) {
  let pressed = null;
  pane.addEventListener("pointerdown", (event) => (pressed = event), true);
  pane.addEventListener("click", (event) => {
    const still = pressed && Math.hypot(event.clientX - pressed.clientX, event.clientY - pressed.clientY) < STILL;
    const label = still && labelUnder(pane, event);
    if (label) onClick(label.__data__.data);
  });
  pane.addEventListener("pointermove", (event) => pane.classList.toggle("on-label", Boolean(labelUnder(pane, event))));
}

/** None where a mark is near enough for plotly to take the click. */
function labelUnder(pane, { clientX, clientY }) {
  if (pane._hoverdata?.length) return undefined;
  return [...pane.querySelectorAll(".textpoint")].find((label) => {
    const { left, right, top, bottom } = label.getBoundingClientRect();
    return left <= clientX && clientX <= right && top <= clientY && clientY <= bottom;
  });
}

const MARK = 10; // pixels from the middle of a mark to its label, and to that of another
const ENTITY_OR_LETTER = /&\w+;|./gu;
const SHORTEST = 4; // letters worth writing
const NARROW = 536; // pixels of the plot, on which labels would leave too little of each other: only the chosen one is written
const LINE = 15; // pixels from line to line, below which their letters touch

/**
 * For each trace the labels that fit, in the order of its marks. `xaxis` and `yaxis` say where they stand and how wide the
 * plot is; the label of the event `chosen` is the last to be left out.
 */
export function fittedLabels(data, { xaxis, yaxis }, family, chosen) {
  const labels = data.flatMap((trace, number) => labelsOf(trace, number, { xaxis, yaxis }, family));
  labels.sort((one, other) => one.y - other.y || one.x - other.x);
  const texts = data.map((trace) => (isLabelled(trace) ? trace.text.map(() => "") : null));
  for (const [at, label] of labels.entries()) {
    const [before, after] = [labels[at - 1], labels[at + 1]].map((other) => (other?.y === label.y ? other : undefined));
    label.fitted = shortened(label, roomFor(label, before, after, xaxis));
  }
  const wanted = xaxis._length > NARROW ? labels : labels.filter(({ ids }) => ids.includes(chosen));
  for (const { number, at, fitted } of apart(wanted, chosen)) texts[number][at] = fitted;
  return texts;
}

/** Labels from top to bottom without those whose letters would touch one that is written. */
function apart(labels, chosen) {
  const written = [];
  for (const label of [...labels].sort((one, other) => other.ids.includes(chosen) - one.ids.includes(chosen))) {
    if (!written.some((other) => Math.abs(other.y - label.y) < LINE && isBeside(label, other))) written.push(label);
  }
  return written;
}

/** Whether some of one would stand above or below the other if their lines were apart. */
function isBeside(one, other) {
  const [[from, to], [start, end]] = [one, other].map(({ x, left, fitted, width }) => {
    const far = MARK + width(fitted);
    return left ? [x - far, x] : [x, x + far];
  });
  return from < end && start < to;
}

const isLabelled = (trace) => trace.mode === "markers+text";

function labelsOf(trace, number, { xaxis, yaxis }, family) {
  if (!isLabelled(trace)) return [];
  const width = measure(`${trace.textfont.size}px ${family}`);
  return trace.text.map((text, at) => {
    const left = trace.textposition[at].endsWith("left");
    const [x, y] = [xaxis.d2p(trace.x[at]), yaxis.d2p(trace.y[at])];
    return { number, at, text, left, width, wanted: width(text), ids: trace.customdata[at], x, y };
  });
}

/** Up to the next mark or the end of the plot; where two labels face each other, each has the half, or what the other leaves. */
function roomFor({ x, left }, before, after, axis) {
  const next = left ? before : after;
  const end = left ? x - MARK : axis._length - x - MARK;
  if (!next) return end;
  const gap = Math.abs(next.x - x) - 2 * MARK;
  return Math.min(end, next.left === left ? gap : Math.max(gap / 2, gap - next.wanted));
}

function shortened({ text, wanted, width }, room) {
  if (wanted <= room) return text;
  const letters = text.trim().match(ENTITY_OR_LETTER) ?? [];
  const cut = () => ` ${letters.join("")}… `;
  while (letters.length >= SHORTEST && (" ,;:…".includes(letters.at(-1)) || width(cut()) > room)) letters.pop();
  return letters.length < SHORTEST ? "" : cut();
}

const canvas = document.createElement("canvas").getContext("2d");

/** How wide a text of plotly's is in a font; each of its entities shows as one letter. */
function measure(font) {
  return (text) => {
    canvas.font = font;
    return canvas.measureText(text.replace(/&\w+;/g, "&")).width;
  };
}
