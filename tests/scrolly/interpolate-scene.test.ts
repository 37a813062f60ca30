import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HOLD, blend, transitionProgress } from '$lib/scrolly/interpolate-scene.ts';

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

test('holds a scene, then turns it into the next one by the end of its step', () => {
  for (const progress of [-1, 0, HOLD, Number.NaN]) expect(transitionProgress(progress)).toBe(0);
  expect(transitionProgress(HOLD + (1 - HOLD) / 4)).toBeCloseTo(0.25);
  for (const progress of [1, 7, Infinity]) expect(transitionProgress(progress)).toBe(1);
});

test('blends numbers, and switches words half-way', () => {
  expect(blend<Sample>(a, b, 0.51).size).toBeCloseTo(5.1);
  expect(blend<Sample>(a, b, 0.51).title).toBe('B');
  expect(blend<Sample>(a, b, 0.49).title).toBe('A');
});

test('is continuous and within its ends', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 0.999, noNaN: true }), (progress) => {
      const [before, after] = [progress, progress + 0.001].map(
        (at) => blend<Sample>(a, b, transitionProgress(at)).size,
      );
      expect(Math.abs((after ?? 0) - (before ?? 0))).toBeLessThan(0.05);
      expect(before).toBeGreaterThanOrEqual(0);
      expect(after).toBeLessThanOrEqual(10);
    }),
  );
});

test('counts a missing number as 0, and fades in a missing item at its place', () => {
  const middle = blend<Sample>(a, b, 0.5);
  expect(middle.of).toEqual({ one: 0.5, two: 0.5 });
  expect(middle.list).toEqual([
    { id: 'x', on: 1, at: 15 },
    { id: 'y', on: 0.5, at: 5 },
  ]);
  expect(blend<Sample>(b, a, 0.5).list.map((item) => item.id)).toEqual(['x', 'y']);
});

test('fades a single item that one side lacks', () => {
  const without: { asOf?: { on: number; date: string } } = {};
  const shown = { asOf: { on: 1, date: '2026-05-21' } };
  expect(blend(without, shown, 0.25).asOf).toEqual({ on: 0.25, date: '2026-05-21' });
  expect(blend(shown, without, 0.25).asOf).toEqual({ on: 0.75, date: '2026-05-21' });
});

test('switches values that cannot be blended exactly at the middle', () => {
  const pairs: [unknown, unknown][] = [
    [null, { on: 1 }],
    [1, 'one'],
    ['one', 1],
    [[1, 2], { a: 1 }],
    [{ a: 1 }, [1, 2]],
    // Items of a list are matched only if all have an id.
    [[{ id: 'x', on: 1 }, { on: 1 }], [{ id: 'x', on: 1 }]],
    [[{ id: 'x', on: 1 }], [{ id: 'x', on: 1 }, { on: 1 }]],
    [[{ id: 1 }], [{ id: 2 }]],
    [[null], [null, null]],
    [['a'], ['b', 'c']],
  ];
  for (const [from, to] of pairs) {
    expect(blend({ of: from }, { of: to }, 0.49).of, JSON.stringify([from, to])).toBe(from);
    expect(blend({ of: from }, { of: to }, 0.5).of, JSON.stringify([from, to])).toBe(to);
    expect(blend(from, to, 0.49)).toBe(from);
    expect(blend(from, to, 0.5)).toBe(to);
  }
});

test('fades no item without `on`, and none that changes into another', () => {
  const without: { note?: unknown } = {};
  const shown: { note?: unknown } = { note: { text: 'n' } };
  expect(blend(without, shown, 0.25).note).toBeUndefined();
  expect(blend(shown, without, 0.25).note).toEqual({ text: 'n' });
  expect(blend({ note: { on: 1 } }, { note: 'gone' }, 0.25).note).toEqual({ on: 1 });
  expect(blend({ note: 'come' }, { note: { on: 1 } }, 0.25).note).toBe('come');
  expect(blend({ note: { on: 'yes' } }, {} as { note: { on: string } }, 0.25).note).toEqual({ on: 'yes' });
});

test('fades out an item of the first scene at its place', () => {
  const from = { list: ['p', 'q', 'r'].map((id) => ({ id, on: 1 })) };
  const to = { list: ['r', 'n', 'p'].map((id) => ({ id, on: 1 })) };
  expect(blend(from, to, 0.25).list).toEqual([
    { id: 'p', on: 1 },
    { id: 'q', on: 0.75 },
    { id: 'r', on: 1 },
    { id: 'n', on: 0.25 },
  ]);
  // A new item without a predecessor comes first.
  expect(
    blend(
      { list: [{ id: 'b', on: 1 }] },
      {
        list: [
          { id: 'a', on: 1 },
          { id: 'b', on: 1 },
        ],
      },
      0.5,
    ).list,
  ).toEqual([
    { id: 'a', on: 0.5 },
    { id: 'b', on: 1 },
  ]);
});

test('returns exactly one of the two scenes at the ends and beyond', () => {
  for (const t of [0, -0.5, -Infinity, Number.NaN]) expect(blend<Sample>(a, b, t)).toBe(a);
  for (const t of [1, 1.5, Infinity]) expect(blend<Sample>(a, b, t)).toBe(b);
});
