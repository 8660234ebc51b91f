// One selection, shown everywhere at once. The browser is ahead of the server: a click highlights here first and is
// told to Python only for the URL, so what comes back from an older click must not undo a newer one.

import { drawArticle, selectInArticle } from "./article.js";
import { drawCard } from "./card.js";
import { Controls, follow } from "./controls.js";
import { button, element, styled } from "./dom.js";
import { Figure } from "./figures.js";
import { buildFrame } from "./frame.js";
import { bindKeys } from "./keys.js";
import { addPictureButtons } from "./pictures.js";
import { PinMover } from "./pin.js";
import { drawTable, selectInTable } from "./table.js";
import { drawLegend, drawTray, selectInTray } from "./tray.js";

const TELL_MILLISECONDS = 180;
const FIND = "Find here: search the library for what lies on the map now";

export class Atlas {
  constructor(parent, tell) {
    this.tell = tell;
    this.frame = buildFrame();
    this.root = this.frame.root;
    this.chosen = []; // ids; the first one is in the card
    this.group = []; // the events of the marker that was clicked, for "next" in the card
    this.sought = ""; // the event that the timeline is still to bring into sight
    this.told = []; // selections told to Python whose echo has not come back yet
    this.mode = "browse";
    this.sort = "";
    this.seen = {};
    this.map = new Figure(this.frame.mapFigure, { onClick: (ids) => this.choosePlace(ids) });
    this.timeline = new Figure(this.frame.timelineFigure, {
      onClick: (ids) => this.choose(ids),
      onStand: () => this.showOutside(),
      onRange: (range) => this.ask({ range: range.map((moment) => String(moment).slice(0, 10)) }),
    });
    this.frame.outside.addEventListener("click", () => this.timeline.reset());
    this.controls = new Controls(this.frame.controls, this);
    this.unbindKeys = bindKeys(this);
    this.gone = new AbortController(); // ends what others listen to on its behalf
    this.mover = null; // while a pin is loose
    this.frame.mapTools.append(button("All", () => this.map.reset(), { "aria-label": "Show the whole map" }));
    addPictureButtons(this);
    this.find = button("Find here", () => this.map.bound && this.ask({ find: this.map.ground() }), { title: FIND, "aria-label": FIND });
    this.frame.mapTools.append(this.find);
    parent.append(this.root);
  }

  leave() {
    this.endMoving();
    this.controls.stop();
    this.unbindKeys();
    this.gone.abort();
    this.map.leave();
    this.timeline.leave();
    this.root.remove();
  }

  update(data) {
    this.data = data;
    for (const [name, value] of Object.entries(data.variables)) this.root.style.setProperty(name, value);
    this.root.dataset.theme = data.dark ? "dark" : "light";
    this.root.dataset.events = String(data.events.length);
    this.find.hidden = !data.library;
    if (!this.seen.started || data.mode !== this.seen.mode) this.mode = data.mode;
    if (!this.seen.started || data.sort !== this.seen.sort) this.sort = data.sort;
    if (!this.seen.started || data.clock !== this.seen.clock) this.clock = data.clock;
    this.adoptSelection(data.selected);
    if (this.mover?.saved || !data.editable) this.endMoving();
    const select = (id) => this.choose([id]);
    this.when("article", [data.article, data.events], () => drawArticle(this.frame.article, data, select));
    this.when("table", [data.events, this.sort], () => this.drawTable());
    this.when("tray", data.tray, () => drawTray(this.frame.tray, data.tray, select));
    this.when("legend", data.legend, () => drawLegend(this.frame.legend, data.legend));
    this.showEmpty();
    this.seen = { ...this.seen, started: true, mode: data.mode, sort: data.sort, clock: data.clock, selected: data.selected };
    this.drawFigures();
    this.showState();
  }

  /** Draw a part anew only when what it shows has changed: untouched elements keep their focus. */
  when(name, shown, draw) {
    const written = JSON.stringify(shown);
    if (this.seen[name] === written) return;
    this.seen[name] = written;
    draw();
  }

  /** Not ready from the moment newer data is here until it is drawn, and never by an older drawing that ends late. */
  async drawFigures() {
    const { data } = this;
    this.root.dataset.ready = "0";
    try {
      await styled(this.root);
      await Promise.all([
        this.map.draw(data.map, data.article.id, data.variables["--accent"]),
        this.timeline.draw(data.timeline, `${data.article.id} ${data.clock}`, data.variables["--accent"]),
      ]);
      await this.showInFigures();
    } catch (problem) {
      this.frame.live.textContent = `Map and timeline cannot be drawn: ${problem.message}`;
    }
    if (data === this.data && data.complete) this.root.dataset.ready = "1";
  }

  adoptSelection(selected) {
    const known = new Set(this.data.events.map((event) => event.id));
    const echo = this.told.indexOf(selected);
    if (echo >= 0) this.told.splice(0, echo + 1);
    else if (selected !== this.seen.selected) {
      this.chosen = selected ? [selected] : [];
      this.sought = selected;
    }
    this.chosen = this.chosen.filter((id) => known.has(id));
    this.group = this.group.filter((id) => known.has(id));
  }

  choose(ids, { group = [] } = {}) {
    if (ids[0] !== this.mover?.event) this.endMoving();
    this.chosen = ids;
    this.sought = ids[0] ?? "";
    this.group = group;
    this.showState();
    this.showInFigures();
    clearTimeout(this.telling);
    if (ids[0] === (this.told.at(-1) ?? this.data.selected)) return; // Python knows, and a rerun would close a dialog
    this.telling = setTimeout(() => this.ask({}), TELL_MILLISECONDS);
  }

  /** A marker may hold several events: all light up, the card shows the first and turns to the others. */
  choosePlace(ids) {
    const order = this.storyOrder();
    const known = [...ids].filter((id) => order.includes(id)).sort((a, b) => order.indexOf(a) - order.indexOf(b));
    if (known.length) this.choose(known, { group: known });
  }

  /** Nothing is selected any more, as after Escape. */
  clear() {
    this.controls.stop();
    this.choose([]);
  }

  turn(by) {
    const at = (this.group.indexOf(this.chosen[0]) + by + this.group.length) % this.group.length;
    const first = this.group[at];
    this.choose([first, ...this.group.filter((id) => id !== first)], { group: this.group });
  }

  /** Only a pin can be moved: an area has no point, and an event without a place nothing to move. */
  canMove(event) {
    return Boolean(this.data.editable && event?.where.at && !event.where.at.area);
  }

  startMoving(event) {
    this.endMoving();
    follow(this.map, event);
    this.mover = new PinMover(this.frame, this.map, event, {
      save: (pin) => {
        this.mover.saved = true; // and stays until Python has drawn it there
        this.ask({ pin });
      },
      leave: () => {
        this.endMoving();
        this.frame.card.querySelector(".move-pin")?.focus();
      },
    });
  }

  endMoving() {
    this.mover?.remove();
    this.mover = null;
  }

  /** Tell Python. Two changes in a hurry may arrive as one, the later: so each says all that stands here. */
  ask(change) {
    this.clock = change.clock ?? this.clock;
    const event = this.chosen[0] ?? "";
    if (this.told.at(-1) !== event) this.told.push(event);
    this.tell("change", { event, mode: this.mode, sort: this.sort, clock: this.clock, ...change });
  }

  setMode(mode) {
    this.mode = mode;
    if (mode === "read" && !this.chosen.length) this.step(1);
    this.showState();
    this.ask({ mode });
  }

  drawTable() {
    const resort = (sort) => {
      this.sort = sort;
      this.drawTable();
      this.showState();
      this.frame.table.querySelector(`[data-sort="${sort.replace(/^-/, "")}"]`)?.focus();
      this.ask({ sort });
    };
    drawTable(this.frame.table, this.data, this.sort, { select: (id) => this.choose([id]), resort });
  }

  /** The order of the steps: time, or the text when reading through. */
  storyOrder() {
    const events = [...this.data.events];
    const place = this.mode === "read" ? (event) => event.trigger[0] : (event) => event.order;
    return events.sort((a, b) => place(a) - place(b)).map((event) => event.id);
  }

  isLast() {
    return this.chosen.length > 0 && this.storyOrder().at(-1) === this.chosen[0];
  }

  /** Select the next event; returns whether there was one. */
  step(by, { order = this.storyOrder(), wrap = true } = {}) {
    if (!order.length) return false;
    const at = order.indexOf(this.chosen[0]);
    let next = at < 0 ? (by > 0 ? 0 : order.length - 1) : at + by;
    if (next < 0 || next >= order.length) {
      if (!wrap) return false;
      next = (next + order.length) % order.length;
    }
    this.choose([order[next]]);
    follow(this.map, this.data.events.find((event) => event.id === order[next]));
    return true;
  }

  showState() {
    const chosen = new Set(this.chosen);
    const first = this.chosen[0] ?? "";
    const event = this.data.events.find((one) => one.id === first);
    const order = this.storyOrder();
    this.root.dataset.selected = first;
    this.root.dataset.mode = this.mode;
    selectInArticle(this.frame.article, chosen, first);
    selectInTable(this.frame.table, chosen);
    selectInTray(this.frame.tray, chosen);
    const movePin = this.canMove(event) ? () => this.startMoving(event) : null;
    const step = (by) => this.turn(by);
    drawCard(this.frame.card, event, this.group, { step, counts: this.hint(), movePin, close: () => this.clear() });
    this.controls.update({ clock: this.data.clock, mode: this.mode, count: order.length, at: order.indexOf(first) });
    this.frame.live.textContent = event
      ? `Event ${order.indexOf(first) + 1} of ${order.length}: ${event.headline}. ${event.when.text}, ${event.where.text}.`
      : "";
  }

  hint() {
    if (!this.data.complete) return "Dates and places are marked; the events are being read …";
    if (!this.data.events.length) return "";
    return "Choose an event in the text, on the map or on the timeline. Arrow keys step through them.";
  }

  async showInFigures() {
    const chosen = new Set(this.chosen);
    await Promise.all([this.map.select(chosen), this.timeline.select(chosen)]);
    if (!this.sought || !this.timeline.bound) return;
    this.timeline.reveal(this.sought);
    this.sought = "";
  }

  /** Say what the axis does not show; pressed, it shows all. */
  showOutside() {
    const [earlier, later] = this.timeline.outside();
    const told = [earlier && `‹ ${earlier} earlier`, later && `${later} later ›`].filter(Boolean).join("  ");
    const { outside } = this.frame;
    outside.hidden = !told;
    outside.textContent = told;
  }

  showEmpty() {
    const { events, filtered, complete, total } = this.data;
    const { empty } = this.frame;
    const undated = events.length > 0 && events.every((event) => event.sortWhen.startsWith("9999-99"));
    empty.hidden = (events.length > 0 && !undated) || !complete;
    if (empty.hidden) return;
    const none = filtered && total ? "No event passes the filters." : "No events were found in this article.";
    const words = undated ? "None of these events has a date on this clock; the lists below say why." : none;
    empty.replaceChildren(
      ...[element("p", { text: words }), filtered && total > 0 && !undated && button("Clear filters", () => this.ask({ clear: true }))].filter(Boolean),
    );
  }
}
