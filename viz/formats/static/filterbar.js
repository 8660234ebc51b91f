// The filters: dates, place, who, kind, status, words. Drawn once an article; afterwards only their values follow the view, so
// that nobody loses the field they are typing in.

import { isFiltered } from "./address.js";
import { button, element } from "./dom.js";

const WAIT_MILLISECONDS = 250; // after the last letter typed

export function drawFilters(pane, story, view, put, clear) {
  const { id } = story.contents.article;
  if (pane.dataset.article !== id) build(pane, story, put, clear);
  pane.dataset.article = id;
  for (const field of pane.querySelectorAll("input[name]")) {
    if (field.type === "checkbox") field.checked = view[field.name].includes(field.value);
    else if (field !== document.activeElement || !isUnfinished(field, view)) field.value = view[field.name];
  }
  for (const menu of pane.querySelectorAll("details")) {
    const chosen = view[menu.dataset.name].length;
    menu.querySelector("summary").textContent = chosen ? `${menu.dataset.label} (${chosen})` : menu.dataset.label;
  }
  pane.querySelector(".clear").disabled = !isFiltered(view);
}

/** Whether somebody is still typing it: another value would take the words out of their hands. */
const isUnfinished = (field, view) => field.value.trim() !== view[field.name];

function build(pane, story, put, clear) {
  const { offered } = story;
  const day = (name, text) => labelled(text, element("input", { type: "date", name, min: offered.first, max: offered.last }));
  const words = labelled("Words", element("input", { type: "search", name: "words", placeholder: "any", size: "12" }));
  pane.replaceChildren(
    day("start", "From"), day("end", "To"),
    ...[["Place", "places"], ["Who", "who"], ["Kind", "kinds"], ["Status", "statuses"]].map(([text, name]) => menu(text, name, offered[name], pane, put)),
    words,
    button("Clear filters", clear, { class: "clear" }),
  );
  for (const field of pane.querySelectorAll('input[type="date"]')) field.addEventListener("change", () => put({ [field.name]: field.value }));
  let waiting;
  const typed = words.querySelector("input");
  typed.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => put({ words: typed.value.trim() }), WAIT_MILLISECONDS);
  });
}

const labelled = (text, field) => element("label", {}, [element("span", { text }), field]);

function menu(text, name, values, pane, put) {
  const boxes = values.map((value) => {
    const box = element("input", { type: "checkbox", name, value });
    box.addEventListener("change", () => put({ [name]: checked(pane, name) }));
    return element("label", {}, [box, element("span", { text: value })]);
  });
  const details = element("details", { "data-name": name, "data-label": text }, [
    element("summary", { text }), element("fieldset", {}, [element("legend", { class: "unseen", text }), ...boxes]),
  ]);
  details.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget && !details.contains(relatedTarget)) details.open = false;
  });
  details.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !details.open) return;
    event.preventDefault();
    details.open = false;
    details.querySelector("summary").focus();
  });
  return details;
}

const checked = (pane, name) => [...pane.querySelectorAll(`input[name="${name}"]:checked`)].map((box) => box.value);
