// The article pane: the text as it is, its dates underlined, its places tinted, its events as buttons.
//
// The text is cut wherever anything begins or ends, and each piece says what it belongs to. Flat pieces cannot nest
// wrongly, however sentences, dates, places and events overlap. Offsets count code points, as Python does.

import { element, reveal } from "./dom.js";

export function drawArticle(pane, data, select) {
  const points = Array.from(data.article.text);
  const marks = buttonSpans(data.events, points);
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

/**
 * Where each event's button lies: the shortest words first, and of longer ones what those leave free at their beginning.
 * What has nothing left ("the same words tell two events") gets a small button of its own beside the other.
 */
function buttonSpans(events, points) {
  const spans = [];
  const length = (event) => event.trigger[1] - event.trigger[0];
  for (const event of [...events].sort((a, b) => length(a) - length(b) || a.trigger[0] - b.trigger[0])) {
    let [start, end] = freeStretch(event.trigger, spans);
    while (start < end && !points[end - 1].trim()) end -= 1;
    while (start < end && !points[start].trim()) start += 1;
    if (points.slice(start, end).some((point) => /[\p{L}\p{N}]/u.test(point))) spans.push({ event, start, end, more: [] });
    else spans.find((span) => span.start < event.trigger[1] && event.trigger[0] < span.end)?.more.push(event);
    spans.sort((a, b) => a.start - b.start);
  }
  return spans;
}

/** The first stretch of a span that the others, in the order of the text, leave free; an empty one where none does. */
function freeStretch([start, end], taken) {
  for (const span of taken) {
    if (span.end <= start || span.start >= end) continue;
    if (span.start > start) return [start, span.start];
    start = span.end;
  }
  return [start, Math.max(start, end)];
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

/** A button that a date or place cuts in pieces stays one, but for what lies in another paragraph. */
function placeInButton(paragraph, mark, piece, select) {
  if (mark.button?.parentElement === paragraph) {
    mark.button.append(piece);
    return;
  }
  mark.button = markButton(mark.event, [piece], select, "mark");
  paragraph.append(mark.button);
  for (const event of mark.more) {
    paragraph.append(markButton(event, [document.createTextNode("+")], select, "mark more", event.headline));
  }
  mark.more = []; // once is enough
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
