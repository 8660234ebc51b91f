// The same events as a plain table, for those who'd rather read, use a screen reader or copy.

import { button, element, statusMark } from "./dom.js";

const COLUMNS = [
  ["when", "When", (event) => event.sortWhen],
  ["what", "What", (event) => event.headline.toLowerCase()],
  ["where", "Where", (event) => event.where.text.toLowerCase()],
  ["who", "Who", (event) => event.who.join(", ").toLowerCase()],
  ["status", "Status", (event) => event.status],
  ["kind", "Kind", (event) => event.kind],
  ["source", "Source", (event) => event.source.toLowerCase()],
];

export function sorted(events, sort) {
  const column = COLUMNS.find(([name]) => name === sort.replace(/^-/, "")) ?? COLUMNS[0];
  const sign = sort.startsWith("-") ? -1 : 1;
  const compare = (one, other) => (one < other ? -sign : one > other ? sign : 0);
  return [...events].sort((a, b) => compare(column[2](a), column[2](b)) || a.order - b.order);
}

export function drawTable(pane, data, sort, { select, resort }) {
  const rows = sorted(data.events, sort).map((event) => row(event, select));
  const caption = element("caption", { text: `Events (${data.events.length})` });
  const head = element("thead", {}, [element("tr", {}, COLUMNS.map((column) => heading(column, sort, resort)))]);
  pane.replaceChildren(element("table", {}, [caption, head, element("tbody", {}, rows)]));
}

function heading([name, title], sort, resort) {
  const current = (sort || "when").replace(/^-/, "") === name;
  const down = current && sort.startsWith("-");
  const direction = current ? (down ? "descending" : "ascending") : "none";
  const arrow = current ? (down ? " ↓" : " ↑") : "";
  const sorter = button(title + arrow, () => resort(current && !down ? `-${name}` : name), { "data-sort": name });
  return element("th", { scope: "col", "aria-sort": direction }, [sorter]);
}

function row(event, select) {
  const choose = button(event.headline, () => select(event.id), { "aria-pressed": "false", "data-row": event.id });
  const status = element("span", { class: "value" }, [statusMark(event.shape, event.status), element("span", { text: event.status })]);
  const when = event.possible ? `${event.when.text} (possible)` : event.when.text;
  const cells = [
    element("td", { text: when }),
    element("th", { scope: "row" }, [choose]),
    element("td", { text: event.where.text }),
    element("td", { text: event.who.join(", ") }),
    element("td", {}, [status]),
    element("td", { text: event.kind }),
    element("td", { text: event.source }),
  ];
  const line = element("tr", { "data-event-row": event.id }, cells);
  line.addEventListener("click", (click) => click.target.closest("button") || String(getSelection()) || select(event.id));
  return line;
}

export function selectInTable(pane, chosen) {
  for (const line of pane.querySelectorAll("[data-event-row]")) {
    const on = chosen.has(line.dataset.eventRow);
    line.classList.toggle("current", on);
    line.querySelector("button").setAttribute("aria-pressed", String(on));
  }
}
