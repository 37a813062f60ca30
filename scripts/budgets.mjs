// The cost budgets of the story, shared by the benchmark, which reports excesses, and the tests.

/** @typedef {Record<string, Record<string, number>>} Pages measurement → figure → number */

/** Maximum of each figure by measurement, and minimum of those where more is better. */
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
  // A story of sixteen times the length may cost only slightly more per step.
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

/** All JavaScript of the story, read to the end, in KB (brotli). */
export const ALL_SCRIPTS = 70;
/** Changes of an attribute, a text or an element per 1,000 px of scrolling. */
export const CHANGES = 150;
/** Compositing layers per section, except those of its pictures. */
export const LAYERS = 3;

/**
 * Returns the figures within and over their budgets, without those that were not measured.
 * @param {Pages} pages
 * @returns {{ met: string[], missed: string[] }}
 */
export function held(pages) {
  /** @type {{ met: string[], missed: string[] }} */
  const found = { met: [], missed: [] };
  /** @param {Pages} limits @param {number} sign 1 if less is better, -1 if more is */
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
