// The page on paper: narrower than the screen, and white by night too. What a figure draws at once is drawn for it; the map,
// which takes its time, is made smaller and keeps its light.

const WIDTH = 688; // pixels between the margins of A4
const [LEAST, MOST, LANE, AXIS] = [184, 430, 15, 56];

/** `timeline` is the figure in the light of paper, with the accent of that light; nothing when the screen has it already. */
export function toPaper({ timeline: figure, map, chosen }, timeline) {
  const [lowest, highest] = figure.pane.layout?.yaxis?.range ?? [0, 0];
  const height = Math.min(MOST, Math.max(LEAST, AXIS + (lowest - highest) * LANE));
  document.documentElement.style.setProperty("--paper-height", `${height}px`);
  Object.assign(map.pane.style, { transformOrigin: "0 0", transform: `scale(${WIDTH / map.pane.clientWidth})` });
  if (timeline) figure.draw(timeline.json, figure.revision, timeline.accent);
  figure.select(new Set(chosen));
  figure.turn.then(() => figure.move({ width: WIDTH, height }));
}

export function toScreen({ timeline: figure, map }) {
  map.pane.style.transform = "";
  figure.move({ width: null, height: null, autosize: true });
}
