// Python draws map and timeline of all events; a filter leaves some of them. Marks without an event go, and marks that
// stand for several places' events are counted anew, by the rules of viz/charts/map.py.

const APART = new Set(["colorscale", "geojson", "selectedpoints"]); // lists of their own, not one entry a mark
const OF_PINS = new Set(["rims", "names", "counts"]); // these traces lie on the pins and carry no ids themselves

export function maskedTimeline(figure, shown, range) {
  const layout = { ...figure.layout, meta: {}, xaxis: { ...figure.layout.xaxis, range } };
  return { layout, data: figure.data.map((trace) => kept(trace, trace.customdata, shown)) };
}

export function maskedMap(figure, shown, look) {
  const pins = figure.data.find((trace) => trace.name === "places")?.customdata;
  const data = figure.data
    .map((trace) => kept(trace, OF_PINS.has(trace.name) ? pins : trace.customdata, shown))
    .filter((trace) => (trace.ids ?? [""]).length)
    .map((trace) => recounted(trace, look));
  return { ...figure, data };
}

/** The trace without the marks whose events are all filtered out; `ids` are the events left at each mark. */
function kept(trace, carried, shown) {
  if (!carried) return trace;
  const left = carried.map((ids) => ids.filter((id) => shown.has(id)));
  const places = left.flatMap((ids, at) => (ids.length ? [at] : []));
  const ids = places.map((at) => left[at]);
  const picked = pickedFrom(trace, carried.length, places);
  return { ...picked, ...(trace.customdata && { customdata: ids }), ids };
}

function pickedFrom(values, length, places) {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      if (APART.has(name) || value === null || typeof value !== "object") return [name, value];
      if (!Array.isArray(value)) return [name, pickedFrom(value, length, places)];
      return [name, value.length === length ? places.map((at) => value[at]) : value];
    }),
  );
}

function recounted({ ids, ...trace }, look) {
  if (!ids) return trace;
  const hues = ids.map((here) => hueOf(here, look));
  const sizes = ids.map((here) => look.pin + Math.min(10, 2.5 * (here.length - 1)));
  const told = (texts) => ids.map((here, at) => tooltip(texts[at], here, look));
  if (trace.type === "choroplethmap") {
    const z = hues.map((hue) => look.palette.indexOf(hue));
    return { ...trace, z, text: told(trace.text), marker: { ...trace.marker, line: { ...trace.marker.line, color: hues } } };
  }
  switch (trace.name) {
    case "places": return { ...trace, text: told(trace.text), marker: { ...trace.marker, size: sizes, color: hues } };
    case "rims": return { ...trace, marker: { ...trace.marker, size: sizes.map((size) => size + 4) } };
    case "counts": return { ...trace, text: ids.map((here) => (here.length > 1 ? String(here.length) : look.glyphs[look.statusOf(here[0])])) };
    case "areas": return { ...trace, text: ids.map((here, at) => relabelled(trace.text[at], here)), hovertext: told(trace.hovertext) };
    case "areas without a shape": return { ...trace, text: told(trace.text), marker: { ...trace.marker, color: hues.map(faded) } };
    default: return trace;
  }
}

/** The hue of the status all events here share, otherwise a neutral one. */
function hueOf(here, look) {
  const statuses = new Set(here.map(look.statusOf));
  return statuses.size === 1 ? look.hues[[...statuses][0]] : look.muted;
}

/** The place stands in the first line of a tooltip, its events in the others. */
function tooltip(text, here, look) {
  const lines = here.slice(0, look.hovered).map(look.lineOf);
  const rest = here.length - look.hovered;
  return [text.split("<br>")[0], ...lines, ...(rest > 0 ? [`and ${rest} more`] : [])].join("<br>");
}

const relabelled = (label, here) => `${label.slice(0, label.lastIndexOf(" · "))} · ${here.length}`;

function faded(colour) {
  const [red, green, blue] = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
  return `rgba(${red},${green},${blue},0.22)`;
}
