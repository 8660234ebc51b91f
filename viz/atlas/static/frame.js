// The panes of the linked view, empty: built once, filled and refilled by the others.

import { button, element } from "./dom.js";

export function buildFrame() {
  const pane = (name, label, tag = "section") =>
    element(tag, { class: `pane ${name}`, "data-testid": `atlas-${name}`, "aria-label": label, role: "region", tabindex: name === "article" ? "0" : null });
  const figure = (name, label) => element("div", { class: "figure", role: "img", "aria-label": label, "data-figure": name });
  const parts = {
    article: pane("article", "Article"),
    map: pane("map", "Map of the events"),
    timeline: pane("timeline", "Timeline"),
    card: element("section", { class: "card", "data-testid": "atlas-card", "aria-label": "Selected event" }),
    table: element("section", { class: "table", "data-testid": "atlas-table", "aria-label": "Table of events", tabindex: "0" }),
    tray: element("section", { class: "tray", "data-testid": "atlas-tray", "aria-label": "What is not drawn, and why" }),
    live: element("p", { class: "unseen", role: "status", "aria-live": "polite" }),
    legend: element("ul", { class: "legend", "data-testid": "atlas-legend", "aria-label": "Statuses" }),
    controls: element("div", { class: "controls", role: "toolbar", "aria-label": "Playback and clock" }),
    mapTools: element("div", { class: "map-tools" }),
    mapFigure: figure("map", "Map of the events; the table below lists the same events"),
    timelineFigure: figure("timeline", "Timeline of the events; the table below lists the same events"),
    outside: button("", () => {}, { class: "outside", hidden: true, title: "Show the whole timeline", "data-testid": "atlas-outside" }),
    empty: element("div", { class: "empty", hidden: true }),
  };
  parts.map.append(parts.mapFigure, parts.mapTools);
  parts.timeline.append(parts.controls, parts.timelineFigure, parts.empty, element("div", { class: "foot" }, [parts.legend, parts.outside]));
  const drawn = element("div", { class: "drawn" }, [parts.map, parts.timeline]);
  const panes = element("div", { class: "panes" }, [parts.article, drawn]);
  const root = element("div", { class: "atlas", "data-testid": "atlas", "data-ready": "0", "data-selected": "", "data-events": "0" }, [
    parts.live, panes, parts.card, element("div", { class: "below" }, [parts.table, parts.tray]),
  ]);
  return { root, ...parts };
}
