// Keyboard: right and left or j and k step in time order, down and up in the order of the text; Escape clears.

const TYPING = "input, textarea, select, [contenteditable], [role=slider], [role=combobox], [role=listbox], [role=dialog]";

export function bindKeys(atlas) {
  const listener = (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    const target = event.target instanceof Element ? event.target : document.body;
    const inside = atlas.root.contains(target);
    if (!inside && target !== document.body) return;
    if (target.closest(TYPING) || target.closest(".maplibregl-canvas")) return;
    if (act(atlas, event.key, target)) event.preventDefault();
  };
  document.addEventListener("keydown", listener);
  return () => document.removeEventListener("keydown", listener);
}

function act(atlas, key, target) {
  if (key === "j" || key === "ArrowRight") return moved(atlas, 1, target, atlas.storyOrder());
  if (key === "k" || key === "ArrowLeft") return moved(atlas, -1, target, atlas.storyOrder());
  const listed = target.closest("[data-event], [data-event-row]");
  if (listed && key === "ArrowDown") return moved(atlas, 1, target, orderAround(atlas, listed));
  if (listed && key === "ArrowUp") return moved(atlas, -1, target, orderAround(atlas, listed));
  if (key === "Escape" && atlas.chosen.length) {
    atlas.clear();
    return true;
  }
  return false;
}

/** Down and up go through what the eye sees: the text, or the rows of the table as sorted. */
function orderAround(atlas, listed) {
  const list = listed.matches("[data-event-row]") ? "[data-event-row]" : "button[data-event]";
  const ids = [...atlas.root.querySelectorAll(list)].map((node) => node.dataset.eventRow ?? node.dataset.event);
  return [...new Set(ids)];
}

function moved(atlas, by, target, order) {
  atlas.step(by, { order });
  const id = CSS.escape(atlas.chosen[0] ?? "");
  if (target.closest("[data-event-row]")) atlas.root.querySelector(`[data-row="${id}"]`)?.focus();
  else if (target.closest("[data-event]")) atlas.root.querySelector(`button[data-event="${id}"]`)?.focus();
  return true;
}
