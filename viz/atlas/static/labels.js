// Labels of the timeline can be clicked like their marks: plotly itself hears clicks near marks only.

const STILL = 4; // pixels between press and release beyond which the reader was dragging

/** `onClick` gets what the point of the label under the pointer carries. */
export function bindLabels(pane, onClick) {
  let pressed = null;
  pane.addEventListener("pointerdown", (event) => (pressed = event), true);
  pane.addEventListener("click", (event) => {
    const still = pressed && Math.hypot(event.clientX - pressed.clientX, event.clientY - pressed.clientY) < STILL;
    const label = still && labelUnder(pane, event);
    if (label) onClick(label.__data__.data);
  });
  pane.addEventListener("pointermove", (event) => pane.classList.toggle("on-label", Boolean(labelUnder(pane, event))));
}

/** None where a mark is near enough for plotly to take the click. */
function labelUnder(pane, { clientX, clientY }) {
  if (pane._hoverdata?.length) return undefined;
  return [...pane.querySelectorAll(".textpoint")].find((label) => {
    const { left, right, top, bottom } = label.getBoundingClientRect();
    return left <= clientX && clientX <= right && top <= clientY && clientY <= bottom;
  });
}
