// Where the axis of a timeline stands and what it shows, as plotly holds it: moments are milliseconds.

const EDGE = 0.01; // of the axis: a mark nearer to its end is cut

export const standing = (axis) => axis.range.map((end) => axis.r2l(end));

/** Where the mark of an event stands; nothing for one without a time. */
export function markOf(id, data, axis) {
  for (const trace of data) {
    if (!trace.mode) continue; // bars lie under the marks
    const at = trace.customdata.findIndex((ids) => ids.includes(id));
    if (at >= 0) return axis.d2l(trace.x[at]);
  }
  return undefined;
}

/** Whether anything drawn lies at least in part within a stretch of the axis. */
export function isAnyWithin([from, to], data, axis) {
  return data.some(({ base, x }) =>
    x.some((at, number) => {
      const start = axis.d2l(base ? base[number] : at); // a bar begins at its base, and x is how long it is
      return start <= to && start + (base ? at : 0) >= from;
    }),
  );
}

export function isInside(moment, [from, to]) {
  const edge = (to - from) * EDGE;
  return from + edge <= moment && moment <= to - edge;
}
