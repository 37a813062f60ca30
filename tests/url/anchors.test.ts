import fc from 'fast-check';
import { expect, test } from 'vitest';
import { resolveAnchor } from '$lib/url/anchors.ts';

const ids = new Set(['threshold', 'threshold--half-firm', 'ending']);
const redirects = new Map([
  ['the-line', 'threshold'],
  ['gone', 'nowhere'],
]);

test.each([
  ['', '', true],
  ['#', '', true],
  ['#threshold--half-firm', 'threshold--half-firm', true],
  ['#the-line', 'threshold', false],
  ['#gone', '', false],
  ['#threshold--no-such-step', 'threshold', false],
  ['#bad', '', false],
  ['#%E0%A4%A', '', false],
  ['#threshold%2D%2Dhalf-firm', 'threshold--half-firm', true],
  ['#__proto__', '', false],
  // Only the leading mark is not part of the name.
  ['end#ing', '', false],
])('resolves %s to "%s"', (fragment, id, exact) => {
  expect(resolveAnchor(fragment, ids, redirects)).toEqual({ id, exact });
});

test('resolves any fragment to an existing place', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 300 }), (text) => {
      const { id } = resolveAnchor(`#${text}`, ids, redirects);
      expect(id === '' || ids.has(id)).toBe(true);
    }),
    { numRuns: 2000 },
  );
});
