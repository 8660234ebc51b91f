// The two plotly panes. Figures come ready from Python; here they are drawn, kept in place, listened to, and told what
// is selected. A redraw must not move what a reader has moved: where map or axis stand is carried over by hand, since
// plotly itself forgets moves it did not see as gestures.

import { basemapAddress, bringTiles, loadPlotly } from "./assets.js";
import { isAnyWithin, isInside, markOf, standing } from "./axis.js";
import { fittingZoom } from "./fit.js";
import { bindLabels, fittedLabels } from "./labels.js";

// Python cannot know under which address the app is reached, so it leaves a word for the folder of the base map.
const BASEMAP = "{basemap}/";
const resolved = (name, value) =>
  typeof value === "string" && value.startsWith(BASEMAP) ? basemapAddress(value.slice(BASEMAP.length)) : value;

const CONFIG = {
  responsive: true,
  displaylogo: false,
  showSendToCloud: false,
  plotlyServerURL: "",
  scrollZoom: true,
  displayModeBar: false,
  doubleClick: "reset",
};

export class Figure {
  constructor(pane, { onClick, onRange, onMove, onStand } = {}) {
    this.pane = pane;
    this.onClick = onClick;
    this.onRange = onRange;
    this.onMove = onMove;
    this.onStand = onStand; // called whenever the axis may show other events than before
    this.drawn = ""; // the figure as it was last sent, with its revision
    this.moved = {}; // where the reader, or playback, has taken axis or map
    this.chosen = ""; // the event in the card
    this.resets = 0; // how often plotly was made to forget what the reader did
    this.turn = Promise.resolve(); // draws wait for each other: a map that is loading cannot be redrawn
  }

  draw(json, revision, accent) {
    this.turn = this.turn.catch(() => {}).then(() => this.redraw(json, revision, accent));
    return this.turn;
  }

  /** Free what the figure holds, a WebGL context above all: browsers allow only a few. */
  leave() {
    this.left = true;
    this.turn.catch(() => {}).then(() => window.Plotly?.purge(this.pane));
  }

  async redraw(json, revision, accent) {
    const key = `${revision}\n${json}`;
    const Plotly = await loadPlotly();
    if (this.left || key === this.drawn) return;
    const figure = JSON.parse(json, resolved);
    if (figure.layout.map && !figure.data.length) figure.data.push({ type: "scattermap", lat: [null], lon: [null] }); // else there is no map
    if (this.revision !== revision || this.hasLost(figure.data)) this.forget();
    this.frame(figure.layout);
    this.layout = structuredClone(figure.layout);
    this.plain = structuredClone(figure.data);
    this.accent = accent;
    this.drawn = key;
    this.revision = revision;
    carryOver(this.moved, figure.layout);
    figure.layout.uirevision += ` ${this.resets}`;
    await this.show(() => Plotly.react(this.pane, figure.data, figure.layout, CONFIG));
    if (!this.bound) this.listen();
    await this.fitLabels();
    this.onStand?.();
  }

  /** The first time, hidden until all is there: each half-drawn frame of a map makes the browser compose the page again. */
  async show(draw) {
    if (!this.bound) this.pane.style.visibility = "hidden";
    try {
      const drawing = draw();
      const map = this.pane._fullLayout.map?._subplot?.map;
      if (map && !this.bound) bringTiles(map);
      await drawing;
      if (map) await this.settled(map);
    } finally {
      this.pane.style.visibility = "";
    }
  }

  /** plotly is done with a map once its tiles are there, but names are placed only in the frames after that. */
  settled(map) {
    return new Promise((done) => {
      map.once("idle", done);
      map.triggerRepaint(); // a map that is idle already says so once more
    });
  }

  /** Figures are made for the pane of a wide screen: the zoom must fit this one. */
  frame({ map, meta }) {
    const { clientWidth, clientHeight } = this.pane;
    if (map && meta?.box && clientWidth && clientHeight) map.zoom = fittingZoom(meta.box, clientWidth, clientHeight);
  }

  listen() {
    this.bound = true;
    const click = (carried) => {
      const ids = idsOf(carried);
      if (ids.length) this.onClick?.([...new Set(ids)]);
    };
    this.pane.on("plotly_click", ({ points }) => click(points.map((point) => point.customdata)));
    bindLabels(this.pane, click);
    this.pane.on("plotly_selected", (event) => {
      const range = event?.range?.x;
      if (!range) return;
      this.onRange?.([...range].sort());
      this.move({ selections: [] });
      this.marked = true; // plotly has marked what lies in the range, and would keep it marked
      this.select(new Set());
    });
    this.pane.on("plotly_afterplot", () => this.fitLabels());
    this.pane.on("plotly_relayout", (change) => this.remember(change));
    this.fit();
  }

  /** Labels have other room when axis or pane have changed; what fits as it stands is left alone. */
  async fitLabels() {
    if (this.left || !this.axis) return;
    const { data } = this.pane;
    const texts = fittedLabels(this.plain, this.pane._fullLayout, this.layout.font.family, this.chosen);
    const changed = texts.flatMap((text, number) => (text?.some((one, at) => one !== data[number].text[at]) ? [number] : []));
    if (changed.length) await window.Plotly.restyle(this.pane, { text: changed.map((number) => texts[number]) }, changed);
  }

  /** Plotly watches the window only; a pane also changes when a legend or a toolbar beside it does. */
  fit() {
    const resize = () => {
      if (this.left) return;
      const { width, height } = this.pane._fullLayout;
      const { clientWidth, clientHeight } = this.pane;
      if (clientHeight && (clientWidth !== width || clientHeight !== height)) window.Plotly.Plots.resize(this.pane);
    };
    new ResizeObserver(() => requestAnimationFrame(resize)).observe(this.pane);
  }

  remember(change) {
    const { xaxis, map } = this.pane.layout;
    if (Object.keys(change).some((name) => name.startsWith("xaxis"))) {
      this.moved.range = [...xaxis.range];
      this.onStand?.();
    }
    if (Object.keys(change).some((name) => name.startsWith("map."))) {
      this.moved.map = { center: map.center, zoom: map.zoom, bearing: map.bearing, pitch: map.pitch };
      this.onMove?.(this.ground());
    }
  }

  /** What the map shows, as a URL has it: "west,south,east,north,zoom". */
  ground() {
    const { map } = this.pane._fullLayout.map._subplot;
    return [...map.getBounds().toArray().flat().map((degrees) => degrees.toFixed(3)), map.getZoom().toFixed(1)].join(",");
  }

  /** Mark the points that carry a chosen id; the first one is in the card. */
  async select(chosen) {
    [this.chosen = ""] = chosen;
    await this.turn.catch(() => {});
    if (this.left || !this.bound || (!chosen.size && !this.marked)) return; // each restyle draws the whole map again
    this.marked = chosen.size > 0;
    for (const [number, trace] of this.plain.entries()) {
      const change = highlighted(trace, chosen, this.accent);
      if (change) await window.Plotly.restyle(this.pane, change, [number]);
    }
    await this.fitLabels();
  }

  /** Make the axis longer or shorter around the selected event, where it is in sight, or else around the middle. */
  async zoom(factor) {
    if (!this.bound) return;
    const [from, to] = standing(this.axis);
    const mark = this.markOf(this.chosen);
    const still = isInside(mark, [from, to]) ? mark : (from + to) / 2;
    await this.stand(still - (still - from) * factor, still + (to - still) * factor);
  }

  /** Bring an event into sight that lies before or after what the axis shows; the axis stays as long as it is. */
  async reveal(id) {
    await this.turn.catch(() => {});
    if (this.left || !this.bound) return;
    const [from, to] = standing(this.axis);
    const mark = this.markOf(id);
    if (mark === undefined || isInside(mark, [from, to])) return;
    await this.stand(mark - (to - from) / 2, mark + (to - from) / 2);
  }

  get axis() {
    return this.pane._fullLayout.xaxis;
  }

  markOf(id) {
    return markOf(id, this.plain, this.axis);
  }

  stand(from, to) {
    return this.move({ "xaxis.range": [this.axis.l2r(from), this.axis.l2r(to)] });
  }

  async move(changes) {
    if (this.bound) await window.Plotly.relayout(this.pane, changes);
  }

  /** Show all there is. */
  async reset() {
    if (!this.bound) return;
    this.forget();
    this.moved.whole = true;
    const layout = structuredClone(this.layout);
    carryOver(this.moved, layout);
    layout.uirevision += ` ${this.resets}`;
    await window.Plotly.react(this.pane, this.pane.data, layout, CONFIG);
    this.onStand?.();
  }

  /** How many events have their marks before and after what the axis shows. */
  outside() {
    const [from, to] = standing(this.axis);
    const marks = this.plain.filter((trace) => trace.mode).flatMap((trace) => trace.x.map((at) => this.axis.d2l(at)));
    return [marks.filter((at) => at < from).length, marks.filter((at) => at > to).length];
  }

  /** Whether nothing is left of what is drawn where the reader has taken the axis. */
  hasLost(data) {
    const { range } = this.moved;
    return range !== undefined && !isAnyWithin(range.map((end) => this.axis.r2l(end)), data, this.axis);
  }

  /** Let go of where the reader has moved it; a new revision makes plotly do so too. */
  forget() {
    this.moved = {};
    this.resets += 1;
  }
}

function carryOver(moved, layout) {
  if (moved.whole && layout.meta?.whole) layout.xaxis.range = [...layout.meta.whole];
  if (layout.xaxis && moved.range) Object.assign(layout.xaxis, { range: moved.range, autorange: false });
  if (layout.map && moved.map) Object.assign(layout.map, moved.map, { fitbounds: false });
}

/** How a trace shows what is chosen: by plotly's own selected points, or in the accent colour on the map. */
function highlighted(trace, chosen, accent) {
  const hits = listOf(trace.customdata).map((ids) => idsOf(ids).some((id) => chosen.has(id)));
  if (!hits.length) return null;
  if (trace.selected) return { selectedpoints: [chosen.size ? hits.flatMap((hit, at) => (hit ? [at] : [])) : null] };
  const coloured = (colours) => hits.map((hit, at) => (hit ? accent : pick(colours, at)));
  if (trace.type === "choroplethmap") {
    return {
      z: [hits.map((hit, at) => (hit ? trace.zmax : trace.z[at]))], // the last colour of its scale is the accent
      "marker.line.color": [coloured(trace.marker.line.color)],
      "marker.line.width": [hits.map((hit, at) => (hit ? 2.4 : pick(trace.marker.line.width, at)))],
    };
  }
  return trace.mode === "markers" ? { "marker.color": [coloured(trace.marker.color)] } : null;
}

const pick = (values, at) => (Array.isArray(values) ? values[at] : values);

function listOf(values) {
  return Array.isArray(values) ? values : [];
}

/** The event ids a point carries: one, or a list of them. */
function idsOf(carried) {
  return [carried].flat(Infinity).filter((id) => id !== undefined && id !== null).map(String);
}
