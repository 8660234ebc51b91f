// Labels of the timeline. They can be clicked like their marks (plotly itself hears clicks near marks only), and are cut to
// the room that the next mark of their lane leaves them: Python lays them out for one width and one length of the axis.

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

/** For each trace the labels that fit, in the order of its marks; `axis` says where they stand and how wide the plot is. */
export function fittedLabels(data, axis, family) {
  const labels = data.flatMap((trace, number) => labelsOf(trace, number, axis, family));
  labels.sort((one, other) => one.lane - other.lane || one.x - other.x);
  const texts = data.map((trace) => (isLabelled(trace) ? [...trace.text] : null));
  for (const [at, label] of labels.entries()) {
    const [before, after] = [labels[at - 1], labels[at + 1]].map((other) => (other?.lane === label.lane ? other : undefined));
    texts[label.number][label.at] = shortened(label, roomFor(label, before, after, axis));
  }
  return texts;
}

const isLabelled = (trace) => trace.mode === "markers+text";

function labelsOf(trace, number, axis, family) {
  if (!isLabelled(trace)) return [];
  const width = measure(`${trace.textfont.size}px ${family}`);
  return trace.text.map((text, at) => {
    const left = trace.textposition[at].endsWith("left");
    return { number, at, text, left, width, wanted: width(text), lane: trace.y[at], x: axis.d2p(trace.x[at]) };
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
