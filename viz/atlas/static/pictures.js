// Buttons that save map and timeline as pictures, as they stand. The map is drawn by the graphics card and has no SVG.

import { button } from "./dom.js";

const SHARP = 2; // pixels of the file for each of the screen

export function addPictureButtons({ map, timeline, frame }) {
  frame.mapTools.append(saver(map, "map", "png"));
  frame.controls.querySelector(".zoom").append(saver(timeline, "timeline", "png"), saver(timeline, "timeline", "svg"));
}

function saver(figure, name, format) {
  const save = async () => {
    if (!figure.bound) return;
    const { clientWidth: width, clientHeight: height } = figure.pane;
    await window.Plotly.downloadImage(figure.pane, { format, width, height, scale: format === "png" ? SHARP : 1, filename: name });
  };
  return button(format.toUpperCase(), save, { "aria-label": `Save the ${name} as ${format.toUpperCase()}`, "data-save": `${name}.${format}` });
}
