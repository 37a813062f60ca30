import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rest, START } from '$lib/scrolly/settle.ts';

const part = fc.double({ min: 0, max: 1, noNaN: true });
const shown = ({ at, off }: { at: number; off: number }): number => at + off;

test('who reads sees what the scroll says, exactly', () => {
  fc.assert(
    fc.property(part, part, (from, to) => {
      const one = rest({ ...START, at: from }, to, Math.round(to), 'reading');
      expect(one).toEqual({ at: to, off: 0, there: true });
    }),
  );
});

test('who flies past, or has just come, sees a whole picture at once', () => {
  fc.assert(
    fc.property(part, part, fc.constantFrom(0, 1), (off, at, whole) => {
      for (const pace of ['flying', undefined] as const) {
        const one = rest({ at: 0.5, off, there: true }, at, whole, pace);
        expect(shown(one)).toBeCloseTo(whole, 12);
        expect(one.there).toBe(true);
      }
    }),
  );
});

test('who stops sees a whole picture within half a second, and nothing jumps on the way', () => {
  fc.assert(
    fc.property(part, fc.constantFrom(0, 1), (at, whole) => {
      let frame = rest({ ...START, at }, at, whole, 'stopped');
      let last = at;
      for (let count = 1; !frame.there; count += 1) {
        expect(count).toBeLessThan(15);
        expect(Math.abs(shown(frame) - last)).toBeLessThanOrEqual(0.36 * Math.abs(whole - at) + 1e-9);
        expect(Math.abs(whole - shown(frame))).toBeLessThan(Math.abs(whole - last));
        last = shown(frame);
        frame = rest(frame, at, whole, 'stopped');
      }
      expect(shown(frame)).toBeCloseTo(whole, 12);
      expect(Math.abs(shown(frame) - last)).toBeLessThan(0.011 + 1e-9);
    }),
  );
});

test('who reads on towards it finds it waiting, until the scroll has come to it', () => {
  const stopped = rest({ at: 0.3, off: 0.7, there: true }, 0.3, 1, 'stopped');
  expect(stopped).toEqual({ at: 0.3, off: 0.7, there: true });
  const going = rest(stopped, 0.5, 1, 'reading');
  expect(shown(going)).toBeCloseTo(1);
  expect(going.there).toBe(true);
  expect(rest(going, 0.5, 1, 'reading')).toEqual(going);
  expect(rest(going, 1.1, 1, 'reading')).toEqual({ at: 1.1, off: 0, there: true });
});

test('who reads away from it has it come after, without a jump', () => {
  let one = rest({ at: 0.7, off: 0.3, there: true }, 0.6, 1, 'reading');
  expect(shown(one)).toBeCloseTo(0.6 + 0.3 * 0.64);
  expect(one.there).toBe(false);
  for (let count = 0; one.off !== 0 && count < 20; count += 1) one = rest(one, one.at - 0.001, 1, 'reading');
  expect(one.off).toBe(0);
  expect(one.there).toBe(true);
});
