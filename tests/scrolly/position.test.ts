import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readFileSync } from 'node:fs';
import { entryProgress, revealLength, READING_LINE, positionOf } from '$lib/scrolly/position.ts';

test('gives hand-computed positions among three steps', () => {
  const tops = [100, 300, 600];
  expect(positionOf(tops, 800, 0)).toEqual({ step: 0, progress: 0 });
  expect(positionOf(tops, 800, 100)).toEqual({ step: 0, progress: 0 });
  expect(positionOf(tops, 800, 200)).toEqual({ step: 0, progress: 0.5 });
  expect(positionOf(tops, 800, 300)).toEqual({ step: 1, progress: 0 });
  expect(positionOf(tops, 800, 700)).toEqual({ step: 2, progress: 0.5 });
  expect(positionOf(tops, 800, 9000)).toEqual({ step: 2, progress: 1 });
});

test('gives a valid position for no steps, steps without height and invalid numbers', () => {
  expect(positionOf([], 0, 50)).toEqual({ step: 0, progress: 0 });
  expect(positionOf([10, 10, 10], 10, 10)).toEqual({ step: 2, progress: 0 });
  expect(positionOf([0, 100], 200, NaN)).toEqual({ step: 0, progress: 0 });
});

const anyNumber = fc.oneof(fc.double(), fc.integer({ min: -5000, max: 5000 }));

test('gives an existing step and a progress from 0 to 1 for any numbers', () => {
  fc.assert(
    fc.property(fc.array(anyNumber, { minLength: 1 }), anyNumber, anyNumber, (tops, end, line) => {
      const { step, progress } = positionOf(tops, end, line);
      expect(step).toBeGreaterThanOrEqual(0);
      expect(step).toBeLessThan(tops.length);
      expect(progress).toBeGreaterThanOrEqual(0);
      expect(progress).toBeLessThanOrEqual(1);
    }),
  );
});

test('never decreases while the line moves down', () => {
  const tops = fc
    .array(fc.integer({ min: 0, max: 4000 }), { minLength: 2 })
    .map((all) => all.sort((a, b) => a - b));
  fc.assert(
    fc.property(tops, fc.integer({ min: -100, max: 5000 }), fc.nat(500), (sorted, line, further) => {
      const end = (sorted.at(-1) ?? 0) + 500;
      const [a, b] = [positionOf(sorted, end, line), positionOf(sorted, end, line + further)];
      expect(b.step + b.progress).toBeGreaterThanOrEqual(a.step + a.progress - 1e-9);
    }),
  );
});

test('moves the arrival of an inline picture from 0 to 1 as it enters the screen', () => {
  expect(entryProgress(900, 900)).toBe(0);
  expect(entryProgress(0, 900)).toBe(1);
  fc.assert(
    fc.property(anyNumber, fc.nat(3000), (top, screen) => {
      const arrival = entryProgress(Number.isFinite(top) ? top : 0, screen);
      expect(arrival).toBeGreaterThanOrEqual(0);
      expect(arrival).toBeLessThanOrEqual(1);
    }),
  );
});

test('draws a strand down to the reading line, within its own ends', () => {
  expect(revealLength(100, 400, 300)).toBe(200);
  expect(revealLength(100, 400, 100)).toBe(0);
  expect(revealLength(100, 400, 50)).toBe(0);
  expect(revealLength(100, 400, 900)).toBe(400);
  expect(revealLength(-600, 400, 0)).toBe(400);
  // A strand of zero or negative height has no position.
  expect(revealLength(0, 0, 10)).toBe(0);
  expect(revealLength(0, -5, 10)).toBe(0);
  expect(revealLength(0, 0.5, 0.25)).toBe(0.125);
});

test('lets a picture arrive between 95 % of the screen and the reading line', () => {
  expect(entryProgress(950, 1000)).toBe(0);
  expect(entryProgress(750, 1000)).toBeCloseTo(0.5);
  expect(entryProgress(550, 1000)).toBe(1);
  expect(entryProgress(1200, 1000)).toBe(0);
  // Without a viewport there is no arrival.
  expect(entryProgress(10, 0)).toBe(1);
});

test('draws the spine to the same line', () => {
  expect(readFileSync('src/styles/app.css', 'utf8')).toContain(
    `inset-block-start: ${Math.round(100 * READING_LINE)}svh;`,
  );
});
