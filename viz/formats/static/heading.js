// The head of the page: the headline, who published it and when, what is shown, and the light.

import { button, element } from "./dom.js";

export function drawHeading(pane, { stories, story, events, theme, filtered }, { open, turn }) {
  const { article } = story.contents;
  const shown = JSON.stringify([article.id, theme, filtered && events.length]);
  if (pane.dataset.shown === shown) return; // untouched elements keep their focus
  pane.dataset.shown = shown;
  const focused = pane.contains(document.activeElement) ? document.activeElement.id : "";
  const total = story.contents.events.length;
  const counted = filtered ? `${events.length} of ${story.counts}` : story.counts;
  pane.replaceChildren(
    element("div", { class: "bar" }, [
      element("span", { class: "program", text: "Dateline" }),
      stories.length > 1 && picker(stories, article.id, open),
      button(theme === "dark" ? "Light" : "Dark", turn, { id: "light", "aria-label": `Switch to ${theme === "dark" ? "light" : "dark"} colours` }),
    ]),
    element("h1", { text: article.title || "Untitled" }),
    element("p", { class: "about" }, [
      element("span", { text: story.about }),
      element("span", { "data-testid": "counts", "data-total": String(total), text: counted }),
    ]),
  );
  if (focused) document.getElementById(focused)?.focus();
}

function picker(stories, chosen, open) {
  const options = stories.map(({ contents: { article } }) =>
    element("option", { value: article.id, selected: article.id === chosen, text: article.title || article.id }),
  );
  const select = element("select", { id: "articles", "aria-label": "Article" }, options);
  select.addEventListener("change", () => open(select.value));
  return select;
}
