// Exists so that what the story may cost stands in one place: for the benchmark, which says what is over, and for the tests.

/** @typedef {Record<string, Record<string, number>>} Pages what was measured → figure → number */

/** The most that a figure may be, by what is measured; and the least, where more is better. */
export const MOST = {
  story: {
    requests: 30,
    'HTML brotli, KB': 64,
    'JS brotli, KB': 40,
    'fonts brotli, KB': 50,
    'first paint, simulated, ms': 1300,
    'largest paint, simulated, ms': 1500,
    'blocking, simulated, ms': 20,
    'layout shift, Lighthouse': 0.01,
  },
  'scrolling, 390 × 844': {
    'times the words alone': 1.5,
    'frames over 20 ms, %': 0.5,
    'long tasks': 0,
    'layout shift': 0.01,
  },
  'scrolling, 1440 × 900': {
    'times the words alone': 1.5,
    'frames over 20 ms, %': 0.5,
    'long tasks': 0,
    'layout shift': 0.01,
  },
  'reading on': { 'nodes, last pass ÷ first': 1.05, 'heap, last pass ÷ first': 1.05 },
  // Sixteen times the story may cost no more a step than the story does, or hardly more.
  'story × 16': { 'CPU to load, ms a step': 30 },
};
export const LEAST = {
  story: {
    'Lighthouse, performance': 100,
    'Lighthouse, accessibility': 100,
    'Lighthouse, best practices': 100,
    'Lighthouse, SEO': 100,
  },
};

/** All JavaScript of the story, when it has been read to the end, in KB (brotli). */
export const ALL_SCRIPTS = 70;
/** All whole pictures for a room, when it has been read to the end, in KB (brotli). */
/** What may change in the page while a reader scrolls, in changes of an attribute, a text or an element per 1,000 px. */
export const CHANGES = 150;
/** Layers that a browser looks after in every frame of a scroll, a section, without those of its pictures. */
export const LAYERS = 3;

/**
 * The figures that are over what they may be; a figure that was not measured is not among them.
 * @param {Pages} pages
 * @returns {{ met: string[], missed: string[] }}
 */
export function held(pages) {
  /** @type {{ met: string[], missed: string[] }} */
  const found = { met: [], missed: [] };
  /** @param {Pages} limits @param {number} sign 1 where less is better, -1 where more is */
  const hold = (limits, sign) => {
    for (const [what, figures] of Object.entries(limits))
      for (const [figure, limit] of Object.entries(figures)) {
        const value = pages[what]?.[figure];
        if (value === undefined) continue;
        const word = sign > 0 ? 'at most' : 'at least';
        const line = `${what}: ${figure} ${Number(value.toFixed(2))}, ${word} ${limit}`;
        (sign * value <= sign * limit ? found.met : found.missed).push(line);
      }
  };
  hold(MOST, 1);
  hold(LEAST, -1);
  return found;
}
