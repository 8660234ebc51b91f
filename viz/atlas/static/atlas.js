// The linked view, as Streamlit mounts it.

// plotly.js is the largest file by far, and everything else can be fetched and parsed beside it. Drawing reports a failure.
import("./assets.js").then(({ loadPlotly }) => loadPlotly()).catch(() => {});
const [{ Atlas }, { fitToPaper }, { mounting }] = await Promise.all([
  import("./linked.js"), import("./paper.js"), import("./mount.js"),
]);

export default mounting((parent) => {
  const atlas = new Atlas(parent);
  fitToPaper(atlas);
  return atlas;
});
