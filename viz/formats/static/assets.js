// Where plotly.js and the base map come from in a page that is one file: packed inside it. This module takes the place of
// the linked view's own of the same name.

let loading;
const addresses = new Map();
let tiles = {};

/** plotly.js, and before it the base map, since figures ask for its addresses as soon as plotly is there. */
export function loadPlotly() {
  loading ??= unpackAll();
  return loading;
}

/** A map knows its tiles by one address with their numbers in it, which leads nowhere here. */
const TILES = "tiles/";
export const basemapAddress = (file) => (file.startsWith(TILES) ? `https://${file}` : addresses.get(file) ?? "");

/** Hand a map the tiles of this page for those it asks for. */
export function bringTiles(map) {
  map.setTransformRequest((url) => {
    const name = url.startsWith(`https://${TILES}`) ? url.slice("https://".length) : "";
    return { url: name ? `data:application/octet-stream;base64,${tiles[name] ?? ""}` : url };
  });
}

async function unpackAll() {
  const packed = [...document.querySelectorAll("script[data-packed]")];
  await Promise.all(packed.map(async (script) => {
    const content = await unpacked(script.textContent.trim());
    if (script.dataset.packed === "plotly.min.js") run(await content.text());
    else if (script.dataset.packed === "tiles.json") tiles = JSON.parse(await content.text());
    else addresses.set(script.dataset.packed, await dataAddress(content));
    script.remove(); // what is unpacked need not be held twice
  }));
  return window.Plotly;
}

async function unpacked(base64) {
  if (!("DecompressionStream" in window)) throw new Error("this browser is too old to unpack them");
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).blob();
}

/** MapLibre, inside plotly.js, starts its worker as a module from a blob: address, or one that imports that address, and no
 * page from disk may open either. Whatever script it asks an address for, it gets the worker's as a data: address. */
function run(text) {
  const create = URL.createObjectURL.bind(URL);
  let worker;
  URL.createObjectURL = (content) => (content.type === "text/javascript" ? (worker ??= scriptAddress(create(content))) : create(content));
  const script = document.createElement("script");
  script.textContent = text;
  document.head.append(script);
}

/** The map reads its sources in a worker, which in a page from disk may open data: addresses but no blob: ones. */
function dataAddress(content) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result);
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(content);
  });
}

/** MapLibre waits for no promise here, hence the request that is answered at once. */
function scriptAddress(blobAddress) {
  const request = new XMLHttpRequest();
  request.open("GET", blobAddress, false);
  request.send();
  return `data:text/javascript,${encodeURIComponent(request.responseText)}`;
}
