// The days the timeline shows when a filter has left some of its events: the rule of viz/charts/lanes.py.

const DAY = 86_400_000;

/** From and to, for stretches of ISO days, each `[first, after]` with null for an open side, and the publication date. */
export function rangeOf(stretches, published, { shortest, before, after, lengths, least }) {
  const days = stretches.flat().filter(Boolean).map((day) => Date.parse(day) / DAY);
  if (published) {
    const day = Date.parse(published) / DAY;
    const far = days.length ? Math.max(lengths * (Math.max(...days) - Math.min(...days)), least) : 0;
    if (!days.length || (Math.min(...days) - far <= day && day <= Math.max(...days) + far)) days.push(day);
  }
  if (!days.length) return undefined;
  const [first, last] = [Math.min(...days), Math.max(...days) + 1];
  const [middle, length] = [(first + last) / 2, Math.max(last - first, shortest)];
  return [middle - length * before, middle + length * after].map((day) => new Date(day * DAY).toISOString().slice(0, 19));
}
