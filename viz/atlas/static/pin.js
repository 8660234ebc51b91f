// Moving the pin of an event on the map: dragged, or pushed with the arrow keys, until it is saved or given up.

import { button, element } from "./dom.js";

const STEP = 10; // pixels for an arrow key; one with Shift

export class PinMover {
  /** `figure` is the map, `at` its point now; `save` is told the new one, and `leave` when it is given up. */
  constructor(frame, figure, event, { save, leave }) {
    this.map = figure.pane._fullLayout.map._subplot.map;
    this.at = [event.where.at.lon, event.where.at.lat];
    this.frame = frame;
    this.event = event.id;
    this.save = () => save({ event: event.id, lon: this.at[0], lat: this.at[1] });
    this.leave = leave;
    const told = `Pin of ${event.where.text}. Drag it, or move it with the arrow keys; Enter saves, Escape gives up.`;
    this.pin = element("button", { type: "button", class: "loose-pin", "aria-label": told });
    this.tools = element("span", { class: "pin-tools" }, [
      button("Save the pin", this.save, { class: "primary" }), button("Cancel", leave),
    ]);
    this.listen();
    frame.map.append(this.pin);
    frame.mapTools.prepend(this.tools);
    frame.live.textContent = told;
    this.place();
    this.pin.focus({ preventScroll: true });
  }

  listen() {
    this.follow = () => this.place();
    this.map.on("move", this.follow);
    this.pin.addEventListener("pointerdown", (event) => this.pin.setPointerCapture(event.pointerId));
    this.pin.addEventListener("pointermove", (event) => {
      if (!this.pin.hasPointerCapture(event.pointerId)) return;
      const box = this.frame.mapFigure.getBoundingClientRect();
      this.moveTo(event.clientX - box.x, event.clientY - box.y);
    });
    this.pin.addEventListener("keydown", (event) => this.press(event));
  }

  press(event) {
    const ways = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
    const way = ways[event.key];
    if (way) {
      const { x, y } = this.map.project(this.at);
      const step = event.shiftKey ? 1 : STEP;
      this.moveTo(x + way[0] * step, y + way[1] * step);
    } else if (event.key === "Enter") this.save();
    else if (event.key === "Escape") this.leave();
    else return;
    event.preventDefault(); // the same keys step through the events
  }

  moveTo(x, y) {
    const { clientWidth, clientHeight } = this.frame.mapFigure;
    const inside = [Math.min(Math.max(x, 0), clientWidth), Math.min(Math.max(y, 0), clientHeight)];
    const { lng, lat } = this.map.unproject(inside);
    this.at = [lng, lat];
    this.place();
    this.frame.live.textContent = `${lat.toFixed(3)}, ${lng.toFixed(3)}`;
  }

  place() {
    const { x, y } = this.map.project(this.at);
    Object.assign(this.pin.style, { left: `${x}px`, top: `${y}px` });
  }

  remove() {
    this.map.off("move", this.follow);
    this.pin.remove();
    this.tools.remove();
  }
}
