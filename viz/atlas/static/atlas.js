// The linked view, as Streamlit mounts it.

// plotly.js is the largest file by far, and everything else can be fetched and parsed beside it. Drawing reports a failure.
import("./assets.js").then(({ loadPlotly }) => loadPlotly()).catch(() => {});
const [{ Atlas }, { toPaper, toScreen }, { mounting }] = await Promise.all([
  import("./linked.js"), import("./paper.js"), import("./mount.js"),
]);

export default mounting((parent) => {
  const atlas = new Atlas(parent);
  fitToPaper(atlas);
  return atlas;
});

function fitToPaper(atlas) {
  addEventListener("beforeprint", () => toPaper(atlas), { signal: atlas.gone.signal });
  addEventListener("afterprint", () => toScreen(atlas), { signal: atlas.gone.signal });
}
