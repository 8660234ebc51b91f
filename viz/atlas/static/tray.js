// What has no place on the timeline or the map stays in sight here and says why; so do alarms and notes.

import { button, element, statusMark } from "./dom.js";

export function drawTray(pane, tray, select) {
  const parts = [
    section("Without a date", tray.undated, (event) => leftOut(event, select), "tray-undated"),
    section("Without a place", tray.unplaced, (event) => leftOut(event, select), "tray-unplaced"),
    section("To question", tray.alarms, (alarm) => alarmLine(alarm, select), "tray-alarms"),
    section("Notes", tray.notes, (note) => element("li", { text: note }), "tray-notes"),
  ];
  pane.replaceChildren(...parts.filter(Boolean));
}

function section(title, entries, line, name) {
  if (!entries.length) return null;
  const heading = element("h3", { text: `${title} (${entries.length})` });
  return element("section", { class: name, "data-testid": name }, [heading, element("ul", {}, entries.map(line))]);
}

function leftOut(event, select) {
  const choose = button(event.headline, () => select(event.id), { "data-tray": event.id, "aria-pressed": "false" });
  return element("li", {}, [choose, element("span", { class: "why", text: event.why })]);
}

function alarmLine(alarm, select) {
  const shows = alarm.events.map((id, i) =>
    button(alarm.events.length > 1 ? `event ${i + 1}` : "show it", () => select(id), { "data-tray": id, "aria-pressed": "false" }),
  );
  return element("li", {}, [element("span", { text: `${alarm.message} ` }), ...shows]);
}

export function selectInTray(pane, chosen) {
  for (const choose of pane.querySelectorAll("[data-tray]")) {
    choose.setAttribute("aria-pressed", String(chosen.has(choose.dataset.tray)));
  }
}

/** Statuses by shape and hue, with how many events have each. */
export function drawLegend(pane, legend) {
  const items = legend
    .filter((entry) => entry.count)
    .map((entry) =>
      element("li", {}, [statusMark(entry.shape, entry.status), element("span", { text: `${entry.status} ${entry.count}` })]),
    );
  pane.replaceChildren(...items);
}
