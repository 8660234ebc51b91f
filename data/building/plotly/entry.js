// The traces that viz/charts makes; plotly.js brings scatter by itself. A test holds this list and the charts together.

const Plotly = require("plotly.js/lib/core");

Plotly.register([
  require("plotly.js/lib/bar"),
  require("plotly.js/lib/choroplethmap"),
  require("plotly.js/lib/scattergl"),
  require("plotly.js/lib/scattermap"),
]);

module.exports = Plotly;
