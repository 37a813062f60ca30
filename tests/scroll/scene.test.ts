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

test('what cannot be mixed changes at the middle, not before and not after', () => {
  const pairs: [unknown, unknown][] = [
    [null, { on: 1 }],
    [1, 'one'],
    ['one', 1],
    [[1, 2], { a: 1 }],
    [{ a: 1 }, [1, 2]],
    // A list is matched only where every thing in it has an id.
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

test('a thing without `on` that one side lacks does not fade, and neither does one that changes into something else', () => {
  const without: { note?: unknown } = {};
  const shown: { note?: unknown } = { note: { text: 'n' } };
  expect(blend(without, shown, 0.25).note).toBeUndefined();
  expect(blend(shown, without, 0.25).note).toEqual({ text: 'n' });
  expect(blend({ note: { on: 1 } }, { note: 'gone' }, 0.25).note).toEqual({ on: 1 });
  expect(blend({ note: 'come' }, { note: { on: 1 } }, 0.25).note).toBe('come');
  expect(blend({ note: { on: 'yes' } }, {} as { note: { on: string } }, 0.25).note).toEqual({ on: 'yes' });
});

test('a thing that only the first scene has fades out, in its place', () => {
  const from = { list: ['p', 'q', 'r'].map((id) => ({ id, on: 1 })) };
  const to = { list: ['r', 'n', 'p'].map((id) => ({ id, on: 1 })) };
  expect(blend(from, to, 0.25).list).toEqual([
    { id: 'p', on: 1 },
    { id: 'q', on: 0.75 },
    { id: 'r', on: 1 },
    { id: 'n', on: 0.25 },
  ]);
  // A newcomer without a neighbour before it comes first.
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

test('at its ends a blend is exactly one of the two, and past them too', () => {
  for (const t of [0, -0.5, -Infinity, Number.NaN]) expect(blend<Sample>(a, b, t)).toBe(a);
  for (const t of [1, 1.5, Infinity]) expect(blend<Sample>(a, b, t)).toBe(b);
  expect(sceneAt(scenes, { step: 0, progress: 7 })).toBe(b);
});

test('the last step has nothing to turn into, and no step before the first or after the last is asked for', () => {
  const last = { ...b, title: 'Last' };
  const three: [Sample, Sample, Sample] = [a, b, last];
  expect(sceneAt(three, { step: 2, progress: 1 })).toBe(last);
  expect(sceneAt(three, { step: 9, progress: 0.9 })).toBe(last);
  expect(sceneAt(scenes, { step: -3, progress: 0 })).toBe(a);
  expect(sceneAt(scenes, { step: 1.9, progress: 0 })).toBe(b);
  expect(sceneAt(scenes, { step: Number.NaN, progress: 0.2 })).toBe(a);
  expect(sceneAt(scenes, { step: 1, progress: Number.NaN })).toBe(b);
});
