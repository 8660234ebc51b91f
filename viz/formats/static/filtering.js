// Which events pass the filters: the rule of viz/engine/filters.py, for a page that has no Python behind it. Days are
// half-open, [first, after); null is an open side. ISO days compare as text.

export function shownEvents(story, view) {
  return story.contents.events.filter((event) => inRange(story.facts[event.id], view) && hasAll(event, story.facts[event.id], view));
}

/** Whether an event passes the date range only because one end of it is open. */
export function isPossible(facts, view) {
  const time = facts.times[view.clock];
  return hasRange(view) && time !== null && time.includes(null) && overlaps(time, view);
}

const hasRange = (view) => Boolean(view.start || view.end);

function inRange(facts, view) {
  const time = facts.times[view.clock];
  return !hasRange(view) || (time !== null && overlaps(time, view));
}

/** The end of the range is a day that still belongs to it. */
function overlaps([first, after], { start, end }) {
  return (!end || first === null || first <= end) && (!start || after === null || after > start);
}

function hasAll(event, facts, view) {
  const any = (chosen, values) => !chosen.length || values.some((value) => chosen.includes(value));
  const told = facts.told.toLowerCase();
  return (
    any(view.places, facts.places) &&
    any(view.who, event.who) &&
    any(view.statuses, [event.status]) &&
    any(view.kinds, [event.kind]) &&
    view.words.toLowerCase().split(/\s+/).every((word) => told.includes(word))
  );
}
