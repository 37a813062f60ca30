import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layoutOf } from '#charts/parts/columns.ts';
import { facts } from '#facts/index.ts';
import {
  balanceSeries,
  equalWeights,
  questionsBy,
  reweighed,
  weightsFrom,
  weightsText,
  type BalanceScene,
} from '#series/balance.ts';

const scene: BalanceScene = {
  title: 'A title.',
  subtitle: 'Two sides',
  words: 'Some points.',
  left: [],
  right: [],
};
const ids = facts.tensions.map(({ id }) => id);

describe('points', () => {
  test('none, and one on either side', () => {
    expect(balanceSeries(facts, scene).table.body).toEqual([]);
    const { columns, table } = balanceSeries(facts, {
      ...scene,
      left: [{ id: 'speed-faster', on: 1, points: ['speed-faster-1'] }],
      right: [{ id: 'speed-check-first', on: 1, points: ['speed-check-first-2'] }],
    });
    expect(columns.map(({ at, title }) => [at, title])).toEqual([
      ['left', 'Move faster'],
      ['right', 'Check first'],
    ]);
    expect(table.body.map((row) => row.slice(0, 3))).toEqual([
      ['Rowley: policing must keep pace with criminals', 'Move faster', 'Official'],
      ['Our reading: a contest need not be slow', 'Check first', 'Official; our reading'],
    ]);
  });

  test('both sides of every tension of the story have the same number of points, and room', () => {
    const left = [{ id: 'speed-faster', on: 1, points: ['speed-faster-1', 'speed-faster-4'] }];
    const right = [
      { id: 'speed-check-first', on: 1, points: ['speed-check-first-5', 'speed-check-first-6'] },
    ];
    const { columns, room } = layoutOf(balanceSeries(facts, { ...scene, left, right }), 480);
    expect(columns.map(({ x }) => x)).toEqual([0, room + 16]);
  });
});

describe('weights', () => {
  test('equal ones are whole and come to a hundred', () => {
    expect(equalWeights(ids)).toEqual({ [ids[0] ?? '']: 34, [ids[1] ?? '']: 33, [ids[2] ?? '']: 33 });
    expect(equalWeights([])).toEqual({});
  });

  test('moving one shares out the rest in proportion, in whole numbers that come to a hundred', () => {
    expect(reweighed({ a: 34, b: 33, c: 33 }, 'a', 50)).toEqual({ a: 50, b: 25, c: 25 });
    expect(reweighed({ a: 100, b: 0, c: 0 }, 'a', 40)).toEqual({ a: 40, b: 30, c: 30 });
    expect(reweighed({ a: 34, b: 33, c: 33 }, 'nobody', 50)).toEqual({ a: 34, b: 33, c: 33 });
    fc.assert(
      fc.property(
        fc.array(fc.record({ id: fc.constantFrom('a', 'b', 'c'), value: fc.double() }), { maxLength: 12 }),
        (moves) => {
          let weights = equalWeights(['a', 'b', 'c']);
          for (const { id, value } of moves) weights = reweighed(weights, id, value);
          const all = Object.values(weights);
          expect(all.reduce((sum, one) => sum + one, 0)).toBe(100);
          for (const one of all) expect(Number.isInteger(one) && one >= 0).toBe(true);
        },
      ),
    );
  });

  test('they order questions and lose none; more weight never moves a question down', () => {
    const all = facts.tensions.flatMap(({ questions }) => questions.map(({ id }) => id)).sort();
    fc.assert(
      fc.property(fc.nat(100), fc.nat(100), (a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        const at = (share: number) =>
          questionsBy(facts.tensions, { ...equalWeights(ids), [ids[1] ?? '']: share }).map(({ id }) => id);
        expect([...at(low)].sort()).toEqual(all);
        for (const { id } of facts.tensions[1]?.questions ?? [])
          expect(at(high).indexOf(id)).toBeLessThanOrEqual(at(low).indexOf(id));
      }),
    );
    expect(questionsBy(facts.tensions, { [ids[2] ?? '']: 100 })[0]?.of).toBe(ids[2]);
  });
});

test('weights go into an address and come back, and nothing else does', () => {
  const ids = ['a', 'b', 'c'];
  expect(weightsText({ a: 35, b: 40, c: 25 })).toBe('35-40-25');
  expect(weightsFrom('35-40-25', ids)).toEqual({ a: 35, b: 40, c: 25 });
  for (const other of ['', '35-40', '90-90-90', '50-50--0', 'x-y-z', '33.5-33.5-33'])
    expect(weightsFrom(other, ids)).toBeNull();
});
