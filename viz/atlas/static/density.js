// The view of an archive: map and timeline of counts. Moving the map or dragging on the timeline asks Python for finer
// counts; both figures stay where the reader has put them.

import { button, element, styled } from "./dom.js";
import { Figure } from "./figures.js";
import { mounting } from "./mount.js";

const TELL_MILLISECONDS = 250;
const CLOSER = 2.2; // zoom levels, when a bubble is clicked

class Density {
  constructor(parent) {
    const figure = (name, label) => element("div", { class: "figure", role: "img", "aria-label": label, "data-figure": name });
    const pane = (name, label, inner) => element("section", { class: `pane ${name}`, "data-testid": `archive-${name}`, "aria-label": label, role: "region" }, inner);
    const maps = figure("map", "Map of the events, counted; the list below names them");
    const times = figure("timeline", "Events counted in time; the list below names them");
    this.map = new Figure(maps, { onClick: (ids) => this.closer(ids[0]), onMove: (ground) => this.tellGround(ground) });
    this.timeline = new Figure(times, { onRange: (range) => this.tell("change", { range: range.map((one) => String(one).slice(0, 10)) }) });
    const whole = button("All", () => this.map.reset().then(() => this.tell("change", { ground: "" })), { "aria-label": "Show the whole map" });
    const drawn = element("div", { class: "drawn" }, [
      pane("map", "Map", [maps, element("div", { class: "map-tools" }, [whole])]),
      pane("timeline", "Timeline", [times]),
    ]);
    this.root = element("div", { class: "atlas density", "data-testid": "archive", "data-ready": "0" }, [drawn]);
    parent.append(this.root);
  }

  async update(data) {
    for (const [name, value] of Object.entries(data.variables)) this.root.style.setProperty(name, value);
    this.root.dataset.theme = data.dark ? "dark" : "light";
    await styled(this.root);
    await Promise.all([
      this.map.draw(data.map, "archive", data.variables["--accent"]),
      this.timeline.draw(data.timeline, data.span, data.variables["--accent"]),
    ]);
    this.root.dataset.ready = "1";
    this.root.dataset.count = data.count;
  }

  closer(at) {
    const [lon, lat] = at.split(",").map(Number);
    return this.map.move({ "map.center": { lon, lat }, "map.zoom": this.map.pane.layout.map.zoom + CLOSER });
  }

  /** The ground in sight, told once the map has come to rest. */
  tellGround(ground) {
    clearTimeout(this.telling);
    this.telling = setTimeout(() => this.tell("change", { ground }), TELL_MILLISECONDS);
  }

  leave() {
    clearTimeout(this.telling);
    this.map.leave();
    this.timeline.leave();
    this.root.remove();
  }
}

export default mounting((parent) => new Density(parent));
