// Where plotly.js and the base map come from: Streamlit serves both beside these scripts. The page that is one file
// brings them along, and has another module of this name.

let loading;

/** plotly.js, once a page: the traces the figures are made of, built by data/build.py. */
export function loadPlotly() {
  if (window.Plotly) return Promise.resolve(window.Plotly);
  loading ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = new URL("../dateline.plotly/plotly.min.js", import.meta.url).href;
    script.fetchPriority = "high"; // everything drawn waits for it
    script.onload = () => resolve(window.Plotly);
    script.onerror = () => reject(new Error("plotly.js could not be loaded"));
    document.head.append(script);
  });
  return loading;
}

const basemapFolder = new URL("../dateline.basemap/", import.meta.url).href;

/** The address of a file of the base map, known once plotly.js is loaded. */
export const basemapAddress = (file) => basemapFolder + file;

/** Called with a map before it asks for its first tile: here it finds them by their address. */
export function bringTiles() {}
