// The linked view: Streamlit calls the function below on every rerun with fresh data; the page's elements stay.

// plotly.js is the largest file by far, and everything else can be fetched and parsed beside it. Drawing reports a failure.
import("./assets.js").then(({ loadPlotly }) => loadPlotly()).catch(() => {});
const [{ Atlas }, { toPaper, toScreen }] = await Promise.all([import("./linked.js"), import("./paper.js")]);

const mounted = new WeakMap();

export default function ({ data, parentElement, setTriggerValue }) {
  let atlas = mounted.get(parentElement);
  if (!atlas) {
    atlas = new Atlas(parentElement, setTriggerValue);
    mounted.set(parentElement, atlas);
    fitToPaper(atlas);
  }
  atlas.tell = setTriggerValue;
  atlas.update(data);
  // Streamlit also calls this when newer data has overtaken a call, and the view goes on: only a page that is gone ends it.
  return () => {
    if (parentElement.isConnected) return;
    mounted.get(parentElement)?.leave();
    mounted.delete(parentElement);
  };
}

function fitToPaper(atlas) {
  addEventListener("beforeprint", () => toPaper(atlas), { signal: atlas.gone.signal });
  addEventListener("afterprint", () => toScreen(atlas), { signal: atlas.gone.signal });
}
