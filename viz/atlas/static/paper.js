// The page on paper: narrower than the screen, and white by night too. What a figure draws at once is drawn for it; the map,
// which takes its time, is made smaller, and a style sheet turns its night to day.

const WIDTH = 688; // pixels between the margins of A4
const [LEAST, MOST, LANE, AXIS] = [192, 438, 15, 64];

/** Fit a view to paper for as long as it is printed. */
export function fitToPaper(atlas) {
  addEventListener("beforeprint", () => toPaper(atlas), { signal: atlas.gone.signal });
  addEventListener("afterprint", () => toScreen(atlas), { signal: atlas.gone.signal });
}

function toPaper({ timeline: figure, map, chosen, data: { paper } }) {
  const [lowest, highest] = figure.pane.layout?.yaxis?.range ?? [0, 0];
  const height = Math.min(MOST, Math.max(LEAST, AXIS + (lowest - highest) * LANE));
  document.documentElement.style.setProperty("--paper-height", `${height}px`);
  Object.assign(map.pane.style, { transformOrigin: "0 0", transform: `scale(${WIDTH / map.pane.clientWidth})` });
  if (paper) figure.draw(paper.timeline, figure.revision, paper.accent);
  figure.select(new Set(chosen));
  figure.turn.then(() => figure.move({ width: WIDTH, height }));
}

function toScreen(atlas) {
  atlas.map.pane.style.transform = "";
  atlas.timeline.move({ width: null, height: null, autosize: true });
  atlas.drawFigures();
}
