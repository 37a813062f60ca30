import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rest } from '#scroll/rest.ts';

const part = fc.double({ min: 0, max: 1, noNaN: true });

test('who scrolls sees what the scroll says, exactly', () => {
  fc.assert(
    fc.property(part, (at) => {
      expect(rest(0, at, at)).toEqual({ off: 0, shown: at, there: true });
    }),
  );
});

test('who stops sees a whole picture within half a second, and nothing jumps on the way', () => {
  fc.assert(
    fc.property(part, fc.constantFrom(0, 1), (at, whole) => {
      let frame = rest(0, at, whole);
      let last = at;
      for (let count = 1; !frame.there; count += 1) {
        expect(count).toBeLessThan(30);
        expect(Math.abs(frame.shown - last)).toBeLessThanOrEqual(0.2 * Math.abs(whole - at) + 1e-9);
        expect(Math.abs(whole - frame.shown)).toBeLessThan(Math.abs(whole - last));
        last = frame.shown;
        frame = rest(frame.off, at, whole);
      }
      expect(frame.shown).toBe(whole);
      expect(Math.abs(frame.shown - last)).toBeLessThan(0.011 + 1e-9);
    }),
  );
});

test('who goes on after that is back where the scroll is, step by step', () => {
  const stopped = rest(0.7, 0.3, 1);
  expect(stopped).toEqual({ off: 0.7, shown: 1, there: true });
  const going = rest(stopped.off, 0.32, 0.32);
  expect(going.shown).toBeCloseTo(0.32 + 0.7 * 0.8);
  expect(going.there).toBe(false);
});
