// Playback, the two clocks, reading mode and zoom: the bar above the timeline.

import { button, element } from "./dom.js";

const STEP_MILLISECONDS = 2600;

export class Controls {
  constructor(pane, atlas) {
    this.atlas = atlas;
    this.timer = null;
    this.play = button("", () => this.toggle(), { class: "play", "data-action": "play" });
    this.where = element("span", { class: "position", "data-testid": "atlas-position" });
    this.clocks = {
      happened: button("When it happened", () => atlas.ask({ clock: "happened" }), { "data-clock": "happened" }),
      said: button("When it was said", () => atlas.ask({ clock: "said" }), { "data-clock": "said" }),
    };
    this.reading = button("Read through", () => atlas.setMode(atlas.mode === "read" ? "browse" : "read"), { "data-action": "read" });
    pane.replaceChildren(
      element("div", { class: "group", role: "group", "aria-label": "Playback" }, [
        button("‹", () => atlas.step(-1), { "aria-label": "Previous event", "data-action": "previous" }),
        this.play,
        button("›", () => atlas.step(1), { "aria-label": "Next event", "data-action": "next" }),
        this.where,
      ]),
      this.reading,
      element("div", { class: "group", role: "group", "aria-label": "Clock" }, Object.values(this.clocks)),
      element("div", { class: "group zoom", role: "group", "aria-label": "Timeline zoom" }, [
        button("−", () => atlas.timeline.zoom(1.6), { "aria-label": "Zoom out of the timeline", "data-action": "zoom-out" }),
        button("+", () => atlas.timeline.zoom(0.6), { "aria-label": "Zoom into the timeline", "data-action": "zoom-in" }),
        button("All", () => atlas.timeline.reset(), { "aria-label": "Show the whole timeline", "data-action": "zoom-all" }),
      ]),
    );
  }

  update({ clock, mode, count, at }) {
    for (const [name, choice] of Object.entries(this.clocks)) choice.setAttribute("aria-pressed", String(name === clock));
    this.reading.setAttribute("aria-pressed", String(mode === "read"));
    const playing = this.timer !== null;
    this.play.textContent = playing ? "❚❚" : "▶";
    this.play.setAttribute("aria-label", playing ? "Pause" : "Play the events in order");
    this.where.textContent = at < 0 ? `${count} ${count === 1 ? "event" : "events"}` : `${at + 1} of ${count}`;
  }

  toggle() {
    if (this.timer !== null) this.stop();
    else this.start();
    this.atlas.showState();
  }

  start() {
    const next = () => (this.atlas.step(1, { wrap: false }) ? true : this.stop());
    if (this.atlas.isLast()) this.atlas.choose([]);
    this.timer = setInterval(next, STEP_MILLISECONDS);
    next();
  }

  stop() {
    clearInterval(this.timer);
    this.timer = null;
    this.atlas.showState();
  }
}

/** Let the map follow a step: to the place of the event, near enough to see what lies around it. */
export function follow(map, event) {
  const at = event?.where.at;
  if (!at || at.lat === null) return;
  const zoom = Math.max(map.pane.layout?.map?.zoom ?? 3, at.area ? 3 : 4.2);
  map.move({ "map.fitbounds": false, "map.center": { lat: at.lat, lon: at.lon }, "map.zoom": zoom });
}
