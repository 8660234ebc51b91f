// The article pane: the text as it is, its dates underlined, its places tinted, its events as buttons.
//
// The text is cut wherever anything begins or ends, and each piece says what it belongs to. Flat pieces cannot nest
// wrongly, however sentences, dates, places and events overlap. Offsets count code points, as Python does.

import { element, reveal } from "./dom.js";

export function drawArticle(pane, data, select) {
  const points = Array.from(data.article.text);
  const marks = buttonSpans(data.events);
  const cuts = cutPoints(points, data, marks);
  const body = element("div", { class: "story", lang: "en" });
  let paragraph = element("p");
  for (let i = 0; i + 1 < cuts.length; i += 1) {
    const [start, end] = [cuts[i], cuts[i + 1]];
    const text = points.slice(start, end).join("");
    if (text === "\n") {
      if (paragraph.textContent.trim()) body.append(paragraph);
      paragraph = element("p");
      continue;
    }
    const mark = marks.find((one) => one.start <= start && end <= one.end);
    const piece = pieceOf(text, start, end, data);
    if (!mark) paragraph.append(piece);
    else placeInButton(paragraph, mark, piece, select);
  }
  if (paragraph.textContent.trim()) body.append(paragraph);
  pane.replaceChildren(body);
  if (!pane.dataset.bound) listen(pane);
}

/** Clicking a sentence, a date or a place selects the event told there, as clicking its button does. */
function listen(pane) {
  pane.dataset.bound = "1";
  pane.addEventListener("click", (event) => {
    const piece = event.target.closest("[data-in]");
    if (!piece || event.target.closest("button") || String(getSelection())) return;
    const first = piece.dataset.in.split(" ")[0];
    pane.querySelector(`button[data-event="${CSS.escape(first)}"]`)?.click();
  });
}

/** Where each event's button lies. Two events told by the same words: the second gets a small one of its own. */
function buttonSpans(events) {
  const spans = [];
  for (const event of [...events].sort((a, b) => a.trigger[0] - b.trigger[0] || b.trigger[1] - a.trigger[1])) {
    const last = spans.at(-1);
    const start = last ? Math.max(event.trigger[0], last.end) : event.trigger[0];
    if (start < event.trigger[1]) spans.push({ event, start, end: event.trigger[1], more: [] });
    else last.more.push(event);
  }
  return spans;
}

function cutPoints(points, data, marks) {
  const cuts = new Set([0, points.length]);
  const add = (start, end) => cuts.add(start).add(end);
  for (const mark of data.article.marks) add(mark.start, mark.end);
  for (const event of data.events) for (const span of [event.span, ...event.also]) add(...span);
  for (const mark of marks) add(mark.start, mark.end);
  points.forEach((point, at) => point === "\n" && add(at, at + 1));
  return [...cuts].sort((a, b) => a - b);
}

function pieceOf(text, start, end, data) {
  const covers = (span) => span[0] <= start && end <= span[1];
  const told = data.events.filter((event) => covers(event.span) || event.also.some(covers)).map((event) => event.id);
  const marks = data.article.marks.filter((mark) => covers([mark.start, mark.end]));
  if (!told.length && !marks.length) return document.createTextNode(text);
  const kinds = marks.map((mark) => mark.kind).join(" ");
  const title = marks.map((mark) => mark.title).join(" · ") || null;
  return element("span", { class: kinds || null, title, text, "data-in": told.join(" ") || null });
}

function placeInButton(paragraph, mark, piece, select) {
  const last = paragraph.lastElementChild;
  if (last?.dataset.event === mark.event.id && last === paragraph.lastChild) {
    last.append(piece);
    return;
  }
  paragraph.append(markButton(mark.event, [piece], select, "mark"));
  for (const event of mark.more) {
    paragraph.append(markButton(event, [document.createTextNode("+")], select, "mark more", event.headline));
  }
}

function markButton(event, children, select, kind, label) {
  const properties = {
    type: "button",
    class: `${kind} status-${event.status}`,
    "data-event": event.id,
    "aria-pressed": "false",
    "aria-label": label,
    title: event.headline,
    on: { click: () => select(event.id) },
  };
  return element("button", properties, children);
}

export function selectInArticle(pane, chosen, first) {
  for (const piece of pane.querySelectorAll("[data-in]")) {
    piece.classList.toggle("told", piece.dataset.in.split(" ").some((id) => chosen.has(id)));
  }
  for (const mark of pane.querySelectorAll("button[data-event]")) {
    mark.setAttribute("aria-pressed", String(chosen.has(mark.dataset.event)));
    mark.classList.toggle("current", mark.dataset.event === first);
  }
  if (first) reveal(pane.querySelector(`button[data-event="${CSS.escape(first)}"]`), pane);
}
