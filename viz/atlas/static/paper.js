// The page on paper: narrower than the screen, and white by night too. What a figure draws at once is drawn for it; the map,
// which takes its time, is made smaller, and a style sheet turns its night to day.

const WIDTH = 688; // pixels between the margins of A4
const [LEAST, MOST, LANE, AXIS] = [192, 438, 15, 64];
const MAP = 300; // pixels at most of its height: that of a phone is nearly square

/** Fit a view to paper for as long as it is printed. */
export function fitToPaper(atlas) {
  addEventListener("beforeprint", () => toPaper(atlas), { signal: atlas.gone.signal });
  addEventListener("afterprint", () => toScreen(atlas), { signal: atlas.gone.signal });
}

function toPaper({ timeline: figure, map, chosen, data: { paper } }) {
  const [lowest, highest] = figure.pane.layout?.yaxis?.range ?? [0, 0];
  const height = Math.min(MOST, Math.max(LEAST, AXIS + (lowest - highest) * LANE));
  document.documentElement.style.setProperty("--paper-height", `${height}px`);
  const { clientWidth: across, clientHeight: down } = map.pane;
  const scale = Math.min(WIDTH / across, MAP / down);
  Object.assign(map.pane.style, { transformOrigin: "0 0", transform: `scale(${scale})`, width: `${across}px`, height: `${down}px` });
  document.documentElement.style.setProperty("--paper-map-width", `${across * scale}px`);
  document.documentElement.style.setProperty("--paper-map-height", `${down * scale}px`);
  if (paper) figure.draw(paper.timeline, figure.revision, paper.accent);
  figure.select(new Set(chosen));
  figure.turn.then(() => figure.move({ width: WIDTH, height }));
}

function toScreen(atlas) {
  Object.assign(atlas.map.pane.style, { transform: "", width: "", height: "" });
  atlas.timeline.move({ width: null, height: null, autosize: true });
  atlas.drawFigures();
}
