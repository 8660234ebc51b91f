// Where a map must stand to show a box of degrees whole in a pane of any size. Python computes the same for the pane of a
// wide screen only: it does not know how large the browser's is.

const TILE = 512; // pixels of the whole world at zoom 0, as MapLibre counts

/** Zoom for `[west, south, east, north]` in a pane of `width` x `height` pixels; east may lie beyond 180 degrees. */
export function fittingZoom([west, south, east, north], width, height) {
  const across = (TILE * (east - west)) / 360;
  const down = TILE * Math.abs(mercator(north) - mercator(south));
  return Math.max(0, Math.log2(Math.min(width / across, height / down)));
}

/** Latitude as a share of the height of the world in Web Mercator. */
function mercator(latitude) {
  const sine = Math.sin((latitude * Math.PI) / 180);
  return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
}
