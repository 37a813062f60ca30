import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HOLD, blend, sceneAt } from '#scroll/scene.ts';

const a = { title: 'A', size: 0, of: { one: 1 }, list: [{ id: 'x', on: 1, at: 10 }] };
const b = {
  title: 'B',
  size: 10,
  of: { two: 1 },
  list: [
    { id: 'x', on: 1, at: 20 },
    { id: 'y', on: 1, at: 5 },
  ],
};
type Sample = {
  title: string;
  size: number;
  of: Record<string, number>;
  list: { id: string; on: number; at: number }[];
};
const scenes: [Sample, Sample, Sample] = [a, b, a];

test('holds, then blends numbers; words change half-way', () => {
  expect(sceneAt(scenes, { step: 0, progress: HOLD })).toBe(a);
  const middle = sceneAt(scenes, { step: 0, progress: HOLD + (1 - HOLD) * 0.51 });
  expect(middle.size).toBeCloseTo(5.1);
  expect(middle.title).toBe('B');
  expect(sceneAt(scenes, { step: 0, progress: HOLD + (1 - HOLD) / 4 }).title).toBe('A');
  expect(sceneAt(scenes, { step: 1, progress: 0 })).toBe(b);
});

test('a number that one side lacks is 0 there, and a thing that one side lacks fades in where it belongs', () => {
  const middle = blend<Sample>(a, b, 0.5);
  expect(middle.of).toEqual({ one: 0.5, two: 0.5 });
  expect(middle.list).toEqual([
    { id: 'x', on: 1, at: 15 },
    { id: 'y', on: 0.5, at: 5 },
  ]);
  expect(blend<Sample>(b, a, 0.5).list.map((item) => item.id)).toEqual(['x', 'y']);
});

test('a thing by itself that one side lacks fades too', () => {
  const without: { asOf?: { on: number; date: string } } = {};
  const shown = { asOf: { on: 1, date: '2026-05-21' } };
  expect(blend(without, shown, 0.25).asOf).toEqual({ on: 0.25, date: '2026-05-21' });
  expect(blend(shown, without, 0.25).asOf).toEqual({ on: 0.75, date: '2026-05-21' });
});

test('still: every position shows its own scene exactly', () => {
  fc.assert(
    fc.property(fc.nat(2), fc.double({ min: 0, max: 1, noNaN: true }), (step, progress) => {
      expect(sceneAt(scenes, { step, progress }, true)).toBe(scenes[step]);
    }),
  );
});

test('clamped and total: any step and progress give a scene', () => {
  fc.assert(
    fc.property(fc.double(), fc.double(), (step, progress) => {
      const scene = sceneAt(scenes, { step, progress });
      expect(scene.size).toBeGreaterThanOrEqual(0);
      expect(scene.size).toBeLessThanOrEqual(10);
    }),
  );
});

test('continuous: a small move of the reader is a small change of the picture', () => {
  fc.assert(
    fc.property(fc.nat(1), fc.double({ min: 0, max: 0.999, noNaN: true }), (step, progress) => {
      const before = sceneAt(scenes, { step, progress });
      const after = sceneAt(scenes, { step, progress: progress + 0.001 });
      expect(Math.abs(after.size - before.size)).toBeLessThan(0.05);
    }),
  );
});

test('there and back: the same position gives the same scene, whichever way it was reached', () => {
  const down = [0.7, 0.8, 0.9].map((progress) => sceneAt(scenes, { step: 0, progress }));
  const up = [0.9, 0.8, 0.7].map((progress) => sceneAt(scenes, { step: 0, progress }));
  expect(up.reverse()).toEqual(down);
});
