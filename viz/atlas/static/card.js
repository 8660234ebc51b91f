// The detail card of the selected event: each answer with its reason and the other readings of the same words.

import { button, element, statusMark } from "./dom.js";

export function drawCard(pane, event, group, { step, counts, movePin, close }) {
  if (!event) {
    pane.replaceChildren(element("p", { class: "hint", text: counts }));
    return;
  }
  pane.replaceChildren(
    header(event, group, step, close),
    element("dl", {}, [
      ...answer("When", event.when.text, basisNote(event.when), event.when.others),
      ...answer("Where", event.where.text, basisNote(event.where), event.where.others, null, movePin && button("Move the pin", movePin, { class: "move-pin" })),
      ...answer("Who", event.who.join(", ") || "nobody is named"),
      ...answer("Status", event.status, event.statusWhy, [], statusMark(event.shape, event.status)),
      ...answer("Source", event.source || "the article itself", event.said.text !== "no date" ? `said ${event.said.text}` : ""),
    ]),
  );
}

function header(event, group, step, close) {
  const title = element("h2", { text: event.headline });
  const tags = element("p", { class: "tags" }, [
    element("span", { text: event.kind }),
    event.possible && element("span", { class: "possible", text: "possibly in this range" }),
  ]);
  const end = button("×", close, { class: "close", "aria-label": "Close the card", title: "Close (Escape)" });
  if (group.length < 2) return element("div", { class: "card-head" }, [title, tags, end]);
  const at = group.indexOf(event.id) + 1;
  const turn = element("div", { class: "turn" }, [
    button("‹", () => step(-1), { "aria-label": "Previous event here" }),
    element("span", { text: `${at} of ${group.length} here` }),
    button("›", () => step(1), { "aria-label": "Next event here" }),
  ]);
  return element("div", { class: "card-head" }, [title, tags, turn, end]);
}

function basisNote(answerGiven) {
  const why = answerGiven.why || "";
  return answerGiven.basis === "inferred" && !/infer/i.test(why) ? `Inferred. ${why}`.trim() : why;
}

function answer(term, value, why = "", others = [], mark = null, tool = null) {
  const told = element("dd", {}, [
    element("span", { class: "value" }, [mark, element("span", { text: value })]),
    why && element("span", { class: "why", text: why }),
    others.length > 0 && element("span", { class: "others" }, [
      element("span", { text: "Or: " }),
      ...others.map((other, i) => element("span", { title: other.why || null, text: (i ? "; " : "") + other.text })),
    ]),
    tool,
  ]);
  return [element("div", { class: `answer answer-${term.toLowerCase()}` }, [element("dt", { text: term }), told])];
}
