// Makes plotly.min.js and LICENSES.txt in the folder named: node bundle.mjs FOLDER. The settings are those of plotly.js's
// own esbuild-config.js, but for the target: today's browsers need no code rewritten for those of 2016.

import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { environmentPlugin } from "esbuild-plugin-environment";
import { glsl } from "esbuild-plugin-glsl";
import InlineCSSPlugin from "esbuild-plugin-inline-css";

const folder = process.argv[2];
const { version } = JSON.parse(readFileSync("node_modules/plotly.js/package.json"));

const { metafile } = await build({
  entryPoints: ["entry.js"],
  outfile: join(folder, "plotly.min.js"),
  banner: { js: `/* plotly.js v${version}, MIT, with some of its traces only. Licences of all parts: LICENSES.txt */` },
  format: "iife",
  globalName: "Plotly",
  bundle: true,
  minify: true,
  metafile: true,
  legalComments: "none",
  target: "es2022",
  define: { global: "window", "define.amd": "false" },
  alias: { regl: "@plotly/regl", stream: "stream-browserify" },
  plugins: [InlineCSSPlugin(), glsl({ minify: true }), environmentPlugin({ NODE_DEBUG: false })],
});

/** The folder of the package a file belongs to: the innermost node_modules counts. */
const packageOf = (file) => file.match(/^.*node_modules\/(?:@[^/]+\/)?[^/]+/)?.[0];

function licence(path) {
  const { name, version, license, author } = JSON.parse(readFileSync(join(path, "package.json")));
  const by = author?.name ?? author ?? "its contributors";
  const file = readdirSync(path).find((one) => /^(licen[cs]e|copying)/i.test(one));
  const text = file ? readFileSync(join(path, file), "utf8").trim() : "The package says its licence in package.json only.";
  return `${name} ${version} by ${by} (${license ?? "see below"})\n\n${text}\n`;
}

const { inputs } = Object.values(metafile.outputs)[0];
const used = Object.entries(inputs).filter(([, { bytesInOutput }]) => bytesInOutput > 0);
const packages = [...new Set(used.map(([file]) => packageOf(file.replace(/^[\w-]+:/, ""))))].filter((path) => path && existsSync(path));
const line = `\n${"-".repeat(78)}\n\n`;
writeFileSync(join(folder, "LICENSES.txt"), packages.sort().map(licence).join(line));
