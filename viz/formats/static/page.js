// The page that is one file: what Python does in the app between two clicks (filters, clocks, dark and light), done here.
// The linked view itself is the app's own.

import { cleared, EVERYTHING, isFiltered, readView, writeView } from "./address.js";
import { rangeOf } from "./extent.js";
import { isPossible, shownEvents } from "./filtering.js";
import { drawFilters } from "./filterbar.js";
import { drawHeading } from "./heading.js";
import { Atlas } from "./linked.js";
import { maskedMap, maskedTimeline } from "./masks.js";
import { fitToPaper } from "./paper.js";

const { stories, themes, look } = JSON.parse(document.getElementById("stories").textContent);
const parts = Object.fromEntries(["heading", "filters", "view"].map((id) => [id, document.getElementById(id)]));
const night = matchMedia("(prefers-color-scheme: dark)");

let view = readView(location.hash, look.known);
let chosenTheme = ""; // what the reader asked for; the system's until then
let atlas;

const storyOf = () => stories.find((story) => story.contents.article.id === view.article) ?? stories[0];
const themeName = () => chosenTheme || (night.matches ? "dark" : "light");

function show() {
  const story = storyOf();
  const theme = themes[themeName()];
  const events = shownEvents(story, view);
  for (const [name, value] of Object.entries(theme.variables)) document.documentElement.style.setProperty(name, value);
  document.documentElement.dataset.theme = themeName();
  document.title = story.contents.article.title || "Dateline";
  drawHeading(parts.heading, { stories, story, events, theme: themeName(), filtered: isFiltered(view) }, { open, turn });
  drawFilters(parts.filters, story, view, put, () => put(cleared(view)));
  if (!atlas) fitToPaper((atlas = new Atlas(parts.view, (_, change) => take(change))));
  atlas.update(contents(story, events, theme));
}

/** What the linked view is given in the app by viz/atlas/contents.py, for the events that are shown. */
function contents(story, events, theme) {
  const shown = new Set(events.map((event) => event.id));
  const named = themeName();
  const places = isFiltered(view) ? maskedMap(story.map[named], shown, lookOf(story, theme)) : story.map[named];
  return {
    ...story.contents,
    events: events.map((event) => ({ ...event, ...story.facts[event.id].ranks[view.clock], possible: isPossible(story.facts[event.id], view) })),
    legend: theme.legend.map((entry) => ({ ...entry, count: events.filter((event) => event.status === entry.status).length })),
    timeline: JSON.stringify(timelineIn(named)),
    map: JSON.stringify(places),
    paper: named === "dark" ? { timeline: JSON.stringify(timelineIn("light")), accent: themes.light.variables["--accent"] } : null,
    selected: shown.has(view.event) ? view.event : "",
    clock: view.clock,
    mode: view.mode,
    sort: view.sort,
    filtered: isFiltered(view),
    dark: named === "dark",
    variables: theme.variables,
  };
}

function timelineIn(light) {
  const story = storyOf();
  const figure = story.timeline[light][view.clock];
  if (!isFiltered(view)) return figure;
  const ids = shownEvents(story, view).map((event) => event.id);
  const times = ids.map((id) => story.facts[id].times[view.clock]).filter(Boolean);
  return maskedTimeline(figure, new Set(ids), rangeOf(times, story.published, look.extent) ?? figure.layout.xaxis.range);
}

function lookOf(story, theme) {
  const statuses = Object.fromEntries(story.contents.events.map((event) => [event.id, event.status]));
  return { ...look, ...theme, statusOf: (id) => statuses[id], lineOf: (id) => story.facts[id].line };
}

function take({ range, clear, ...change }) {
  if (clear) put({ ...cleared(view), ...change });
  else put(range ? { ...change, start: range[0], end: range[1] } : change);
}

function put(change) {
  view = { ...view, ...change };
  writeView(view);
  show();
}

const open = (article) => put({ ...EVERYTHING, article });

function turn() {
  chosenTheme = themeName() === "dark" ? "light" : "dark";
  show();
}

addEventListener("hashchange", () => {
  view = readView(location.hash, look.known);
  show();
});
night.addEventListener("change", () => show());
if (stories.length) show();
else parts.heading.textContent = "This timeline holds no article.";
