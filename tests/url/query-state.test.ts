import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULTS, isCanonical, isValue, serializeQuery, saidIn, parseQuery } from '$lib/url/query-state.ts';
import { charts } from '$lib/story/story-charts.ts';
import { story } from '$lib/story/index.ts';

const values = {
  view: ['scroll', 'flat'],
  step: ['', 'threshold--half-firm'],
  tab: ['chart', 'table', 'text'],
  ui: ['', 'full', 'min', 'none'],
  theme: ['auto', 'light', 'dark'],
  motion: ['auto', 'none'],
  labels: ['on', 'off'],
  ev: ['all', 'reported', 'confirmed'],
  asof: ['latest', '2026-05-21', '2024-02-29'],
  w: ['', '35-40-25', '0-0-100'],
} as const;
const states = fc.record(
  Object.fromEntries(Object.entries(values).map(([key, all]) => [key, fc.constantFrom(...all)])),
);

describe('the value of a query key', () => {
  test.each([
    ['?ev=confirmed', 'ev', 'valid'],
    ['?ev=Confirmed', 'ev', 'invalid'],
    ['?ev', 'ev', 'invalid'],
    ['?ev=', 'ev', 'invalid'],
    ['', 'ev', 'missing'],
    ['?asof=2026-05-21', 'asof', 'valid'],
    ['?asof=2026-02-30', 'asof', 'invalid'],
    ['?asof=2026', 'asof', 'invalid'],
    ['?asof=2026-5-1', 'asof', 'invalid'],
    ['?asof=2026-05-00', 'asof', 'invalid'],
    ['?asof=2026-13-01', 'asof', 'invalid'],
    // Number parsers skip spaces.
    ['?asof=+2026-05-21', 'asof', 'invalid'],
    ['?asof=2026-05-21+', 'asof', 'invalid'],
    ['?asof=1899-12-31', 'asof', 'invalid'],
    ['?asof=1900-01-01', 'asof', 'valid'],
    ['?asof=2099-12-31', 'asof', 'valid'],
    ['?asof=2100-01-01', 'asof', 'invalid'],
    ['?g=2', 'g', 'invalid'],
    ['?w=50-50-1', 'w', 'invalid'],
    ['?w=1e2-0-0', 'w', 'invalid'],
    ['?w=5-0-95', 'w', 'valid'],
    ['?w=05-0-95', 'w', 'invalid'],
    ['?step=-1', 'step', 'invalid'],
    ['?step=999', 'step', 'invalid'],
    ['?step=1-half-firm', 'step', 'invalid'],
    ['?step=half-firm!', 'step', 'invalid'],
    ['?step=__proto__', 'step', 'invalid'],
    ['?step=threshold--half-firm', 'step', 'valid'],
    ['?ev=%E0%A4%A', 'ev', 'invalid'],
    ['ev=confirmed', 'ev', 'valid'],
    ['?ev=confirm?ed', 'ev', 'invalid'],
    ['?ev=confirmed=', 'ev', 'invalid'],
    ['?view=flat&view=scroll', 'view', 'valid'],
  ] as const)('in %s, of %s, is %s', (query, key, is) => {
    expect(saidIn(query)[key].is).toBe(is);
  });

  test('is reported as written when invalid, or decoded when its escapes are valid', () => {
    expect(saidIn('?ev=%E0%A4%A').ev).toEqual({ is: 'invalid', value: '%E0%A4%A' });
    expect(saidIn('?ev=quite+sure%21=').ev).toEqual({ is: 'invalid', value: 'quite sure!=' });
    expect(saidIn('').ev).toEqual({ is: 'missing' });
  });

  test('is a text of at most 64 characters', () => {
    expect(isValue('step', 'a'.repeat(64))).toBe(true);
    expect(isValue('step', 'a'.repeat(65))).toBe(false);
    // An array that would be valid if converted to a string.
    expect(isValue('step', ['threshold--half-firm'])).toBe(false);
  });

  test('is the first one when a key repeats, and the default when invalid', () => {
    expect(parseQuery('?view=flat&view=scroll').view).toBe('flat');
    expect(parseQuery('?ev=nonsense&theme=dark')).toEqual({ ...DEFAULTS, theme: 'dark' });
  });
});

test('a query leaves out defaults and has one order of keys', () => {
  expect(serializeQuery({})).toBe('');
  expect(serializeQuery({ asof: '2026-05-21', view: 'flat', ev: 'all' })).toBe('?view=flat&asof=2026-05-21');
  expect(isCanonical('?view=flat&asof=2026-05-21')).toBe(true);
  expect(isCanonical('?asof=2026-05-21&view=flat')).toBe(false);
  expect(isCanonical('?utm_source=x')).toBe(false);
  expect(isCanonical('?')).toBe(true);
});

test('a query restores any state that was written to it', () => {
  fc.assert(
    fc.property(states, (state) => {
      expect(parseQuery(serializeQuery(state))).toEqual({ ...DEFAULTS, ...state });
      expect(isCanonical(serializeQuery(state))).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

test('a query of 100,000 characters is read only as far as a valid one can reach', () => {
  expect(parseQuery(`?${'x=1&'.repeat(25_000)}ev=confirmed`)).toEqual(DEFAULTS);
  expect(parseQuery(`?ev=confirmed&${'x'.repeat(100_000)}`).ev).toBe('confirmed');
});

test('any query gives a defined state without throwing, and writing it again changes nothing', () => {
  const junk = fc.oneof(
    fc.string({ maxLength: 300 }),
    fc.webQueryParameters(),
    fc
      .array(
        fc.tuple(
          fc.oneof(
            fc.constantFrom(...Object.keys(values), '__proto__', 'constructor', 'toString'),
            fc.string(),
          ),
          fc.oneof(fc.string(), fc.constantFrom('flat', 'confirmed', '%', '%00', '1e9', '-1', '__proto__')),
        ),
      )
      .map((pairs) => `?${pairs.map(([key, value]) => `${key}=${value}`).join('&')}`),
  );
  const prototype = JSON.stringify(Object.getOwnPropertyNames(Object.prototype));
  fc.assert(
    fc.property(junk, (query) => {
      const state = parseQuery(query);
      expect(Object.keys(state)).toEqual(Object.keys(DEFAULTS));
      const normal = serializeQuery(state);
      expect(serializeQuery(parseQuery(normal))).toBe(normal);
      expect(normal.length).toBeLessThanOrEqual(300);
    }),
    { numRuns: 10_000 },
  );
  expect(JSON.stringify(Object.getOwnPropertyNames(Object.prototype))).toBe(prototype);
});

test('the longest address fits a code that is scannable at three centimetres', () => {
  const longest = (all: readonly string[]): string => [...all].sort((a, b) => b.length - a.length)[0] ?? '';
  const steps = story.flatMap((section) => section.steps.map(({ id }) => id));
  const query = serializeQuery({
    view: 'flat',
    step: longest(steps),
    tab: 'table',
    ui: 'none',
    theme: 'light',
    motion: 'none',
    labels: 'off',
    ev: 'confirmed',
    asof: '2026-05-21',
    w: '35-40-25',
  });
  expect(query.split('&')).toHaveLength(10);
  const path = longest(charts.map(({ id }) => `chart/${id}/`));
  expect(`https://who-could-say-no.example/${path}${query}#${longest(steps)}`.length).toBeLessThanOrEqual(
    300,
  );
});
