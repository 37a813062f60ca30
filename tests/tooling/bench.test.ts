import { expect, test } from 'vitest';
import { inReadme, tableOf } from '../../scripts/bench.mjs';

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
  const once = inReadme(text, 'new');
  expect(once).toMatch(/^a\n<!-- bench[^\n]*\n\nnew\n\n<!-- \/bench -->\nb$/);
  expect(inReadme(once, 'new')).toBe(once);
  expect(() => inReadme('no marks', 'new')).toThrow('no place');
});
