// The two plotly panes. Figures come ready from Python; here they are drawn, kept in place, listened to, and told what
// is selected. A redraw must not move what a reader has moved: where map or axis stand is carried over by hand, since
// plotly itself forgets moves it did not see as gestures.

let loading;

/** plotly.js, once a page, from the installed Python package. */
export function loadPlotly() {
  if (window.Plotly) return Promise.resolve(window.Plotly);
  loading ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = new URL("../dateline.plotly/plotly.min.js", import.meta.url).href;
    script.onload = () => resolve(window.Plotly);
    script.onerror = () => reject(new Error("plotly.js could not be loaded"));
    document.head.append(script);
  });
  return loading;
}

// Python cannot know under which address the app is reached, so it leaves a word for the folder of the base map.
const BASEMAP = "{basemap}/";
const basemapFolder = new URL("../dateline.basemap/", import.meta.url).href;
const resolved = (name, value) =>
  typeof value === "string" && value.startsWith(BASEMAP) ? basemapFolder + value.slice(BASEMAP.length) : value;

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
  constructor(pane, { onClick, onRange } = {}) {
    this.pane = pane;
    this.onClick = onClick;
    this.onRange = onRange;
    this.drawn = ""; // the figure as it was last sent, with its revision
    this.sent = null;
  }

  async draw(json, revision) {
    const key = `${revision}\n${json}`;
    if (key === this.drawn) return;
    const Plotly = await loadPlotly();
    const figure = JSON.parse(json, resolved);
    const fresh = structuredClone(figure.layout);
    if (this.sent && this.revision === revision) this.carryOver(figure.layout);
    this.drawn = key;
    this.revision = revision;
    this.sent = fresh;
    await Plotly.react(this.pane, figure.data, figure.layout, CONFIG);
    if (!this.bound) this.listen();
  }

  /** Where the reader has moved axis or map since the last figure, the next figure starts there. */
  carryOver(layout) {
    const now = this.pane.layout ?? {};
    if (layout.xaxis && now.xaxis?.range && !same(now.xaxis.range, this.sent.xaxis?.range)) {
      layout.xaxis.range = [...now.xaxis.range];
      layout.xaxis.autorange = false;
    }
    if (layout.map && now.map) {
      for (const name of ["center", "zoom", "bearing", "pitch"]) {
        if (now.map[name] !== undefined && !same(now.map[name], this.sent.map?.[name])) layout.map[name] = now.map[name];
      }
    }
  }

  listen() {
    this.bound = true;
    this.pane.on("plotly_click", ({ points }) => {
      const ids = points.flatMap((point) => idsOf(point.customdata));
      if (ids.length) this.onClick?.([...new Set(ids)]);
    });
    this.pane.on("plotly_selected", (event) => {
      const range = event?.range?.x;
      if (!range) return;
      this.onRange?.([...range].sort());
      this.move({ selections: [] });
    });
  }

  /** Mark the points that carry a chosen id; the figure says how selected points look. */
  async select(chosen) {
    if (!this.bound) return;
    const traces = [];
    const points = [];
    this.pane.data.forEach((trace, number) => {
      const carried = listOf(trace.customdata);
      if (!carried.length || trace.selected === undefined) return;
      const hits = carried.flatMap((ids, at) => (idsOf(ids).some((id) => chosen.has(id)) ? [at] : []));
      traces.push(number);
      points.push(chosen.size ? hits : null);
    });
    if (traces.length) await window.Plotly.restyle(this.pane, { selectedpoints: points }, traces);
  }

  async zoom(factor) {
    const [from, to] = this.pane.layout.xaxis.range.map((moment) => new Date(moment).getTime());
    const half = ((to - from) / 2) * factor;
    const middle = (from + to) / 2;
    await this.move({ "xaxis.range": [new Date(middle - half).toISOString(), new Date(middle + half).toISOString()] });
  }

  async move(changes) {
    if (this.bound) await window.Plotly.relayout(this.pane, changes);
  }

  /** Back to where Python's figure puts it. */
  async reset() {
    const { xaxis, map } = this.sent ?? {};
    if (xaxis) await this.move({ "xaxis.range": [...xaxis.range] });
    if (map) await this.move({ "map.center": map.center, "map.zoom": map.zoom });
  }
}

function same(one, other) {
  return JSON.stringify(one) === JSON.stringify(other);
}

function listOf(values) {
  return Array.isArray(values) ? values : [];
}

/** The event ids a point carries: one, or a list of them. */
function idsOf(carried) {
  if (carried === undefined || carried === null) return [];
  return (Array.isArray(carried) ? carried : [carried]).flat(Infinity).map(String);
}
