// What is shown, kept behind the # of the address under the names the app uses, so that a link or an iframe can open the page
// at an event: page.html#event=e3&words=election. What cannot be understood is left out.

const SEVERAL = ["places", "who", "statuses", "kinds"];
const CHOICES = { clock: ["happened", "said"], mode: ["browse", "read"] };

export const EVERYTHING = Object.freeze({
  article: "", event: "", start: "", end: "", places: [], who: [], statuses: [], kinds: [], words: "", clock: "happened", mode: "browse", sort: "",
});

/** `known` are the values there are of statuses and kinds. */
export function readView(hash, known) {
  const asked = new URLSearchParams(hash.replace(/^#/, ""));
  const view = { ...EVERYTHING };
  for (const [name, usual] of Object.entries(EVERYTHING)) {
    if (!asked.has(name)) continue;
    const values = [...new Set(asked.getAll(name))];
    if (SEVERAL.includes(name)) view[name] = values.filter((value) => !known[name] || known[name].includes(value));
    else view[name] = isPossible(name, asked.getAll(name).at(-1)) ? asked.getAll(name).at(-1) : usual;
  }
  return view;
}

export function writeView(view) {
  const told = new URLSearchParams();
  for (const [name, usual] of Object.entries(EVERYTHING)) {
    if (SEVERAL.includes(name)) for (const value of view[name]) told.append(name, value);
    else if (view[name] !== usual) told.set(name, view[name]);
  }
  try {
    history.replaceState(null, "", `#${told}`);
  } catch {
    // A page inside another one's srcdoc has no address of its own; it works without.
  }
}

export const cleared = (view) => ({ ...view, start: "", end: "", places: [], who: [], statuses: [], kinds: [], words: "" });

export function isFiltered(view) {
  return Boolean(view.start || view.end || view.words || SEVERAL.some((name) => view[name].length));
}

function isPossible(name, value) {
  if (name === "start" || name === "end") return isDay(value);
  return !(name in CHOICES) || CHOICES[name].includes(value);
}

/** Whether it is YYYY-MM-DD and in the calendar: 30 February would be read as 2 March. */
function isDay(value) {
  const moment = new Date(`${value}T00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(value);
}
