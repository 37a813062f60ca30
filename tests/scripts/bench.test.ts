import { expect, test } from 'vitest';
import { tableOf } from '../../scripts/bench.mjs';
import { held, LEAST, MOST } from '../../scripts/budgets.mjs';
import { insertTables } from '../../scripts/docs-tables.mjs';
import { tableOf as faultsOf } from '../../scripts/suite.mjs';

const pages = {
  story: { 'JS brotli, KB': 40.123, requests: 20 },
  embed: { requests: 4 },
  'scrolling, 390 × 844': { 'long tasks': 0 },
  'reading on': { 'DOM nodes': 12_345 },
};

test('figures stand in tables of what shares them; a second build as a ratio', () => {
  expect(tableOf(pages)).toContain('|  | story | embed |');
  expect(tableOf(pages)).toContain('| JS brotli, KB | 40.12 |  |');
  expect(tableOf(pages)).toContain('| requests | 20 | 4 |');
  expect(tableOf(pages)).toContain('| DOM nodes | 12345 |');
  expect(tableOf(pages, { story: { requests: 30 } })).toContain('| requests | 20 (× 1.5) | 4 |');
  // Nothing is no number to compare with.
  expect(tableOf(pages, pages)).toContain('| long tasks | 0 |');
});

test('the README takes them between its marks, and keeps the rest', () => {
  const text = 'a\n<!-- bench: written by npm run bench -- --write -->\nold\n<!-- /bench -->\nb';
  const once = insertTables(text, 'bench', 'new');
  expect(once).toMatch(/^a\n<!-- bench[^\n]*\n\nnew\n\n<!-- \/bench -->\nb$/);
  expect(insertTables(once, 'bench', 'new')).toBe(once);
  expect(() => insertTables('no marks', 'bench', 'new')).toThrow('no place');
});

test('faults that differ in what is broken are one row, and a failed one shows', () => {
  const table = faultsOf([
    { title: 'Money throws, render: says so', ok: true },
    { title: 'Gaps throws, render: says so', ok: false },
    { title: 'no fonts: nothing moves: nothing is cut', ok: true },
  ]);
  expect(table).toContain('| a chart throws, render | says so | 1 of 2 |');
  expect(table).toContain('| no fonts | nothing moves: nothing is cut | 1 of 1 |');
});

const limits = [
  ...Object.entries(MOST).flatMap(([what, all]) =>
    Object.entries(all).map(([figure, limit]) => [what, figure, limit, 1] as const),
  ),
  ...Object.entries(LEAST).flatMap(([what, all]) =>
    Object.entries(all).map(([figure, limit]) => [what, figure, limit, -1] as const),
  ),
];

test.each(limits)('%s: %s may be %d and no worse', (what, figure, limit, worse) => {
  expect(held({ [what]: { [figure]: limit } }).missed).toEqual([]);
  expect(held({ [what]: { [figure]: limit + worse } }).missed).toEqual([
    expect.stringContaining(`${what}: ${figure}`),
  ]);
  expect(held({ other: { [figure]: limit + worse } })).toEqual({ met: [], missed: [] });
});
