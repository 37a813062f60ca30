import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layout } from '$lib/charts/balance/layout.ts';
import { facts } from '$lib/data/dataset.ts';
import {
  balanceModel,
  equalWeights,
  handleOf,
  questionsBy,
  reweighed,
  weightsFrom,
  weightsText,
  type BalanceScene,
} from '$lib/charts/balance/model.ts';
import { officially, point, recordOf, tension, WITHHELD } from '../data/factories.ts';

const scene: BalanceScene = {
  title: 'A title.',
  subtitle: 'Two sides',
  words: 'Some points.',
  left: [],
  right: [],
};
const ids = facts.tensions.map(({ id }) => id);

describe('points', () => {
  test('are placed when a side has none or one', () => {
    expect(balanceModel(facts, scene).table.body).toEqual([]);
    const { columns, table } = balanceModel(facts, {
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
      ['A contest need not be slow', 'Check first', 'Official; our reading'],
    ]);
  });

  test('are equally many on both sides of every tension of the story, and fit', () => {
    const left = [{ id: 'speed-faster', on: 1, points: ['speed-faster-1', 'speed-faster-4'] }];
    const right = [
      { id: 'speed-check-first', on: 1, points: ['speed-check-first-5', 'speed-check-first-6'] },
    ];
    const { columns, room } = layout(balanceModel(facts, { ...scene, left, right }), 480);
    expect(columns.map(({ x }) => x)).toEqual([0, room + 16]);
  });
});

describe('weights', () => {
  test('are whole numbers with a sum of 100 when equal', () => {
    expect(equalWeights(ids)).toEqual({ [ids[0] ?? '']: 34, [ids[1] ?? '']: 33, [ids[2] ?? '']: 33 });
    expect(equalWeights([])).toEqual({});
  });

  test('change in proportion when one is moved, as whole numbers with a sum of 100', () => {
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

  test('give the remainder to the weights that lose most by rounding', () => {
    // 20.1, 33.5 and 13.4 of 67.
    expect(reweighed({ a: 0, b: 30, c: 50, d: 20 }, 'a', 33)).toEqual({ a: 33, b: 20, c: 34, d: 13 });
    // 30, 12.5 and 7.5 of 50.
    expect(reweighed({ a: 0, b: 60, c: 25, d: 15 }, 'a', 50)).toEqual({ a: 50, b: 30, c: 13, d: 7 });
    expect(reweighed({ a: 100, b: 0, c: 0, d: 0 }, 'a', 98)).toEqual({ a: 98, b: 1, c: 1, d: 0 });
  });

  test('are whole numbers from 0 to 100 for any input', () => {
    const moved = (value: number) => reweighed({ a: 50, b: 50 }, 'a', value)['a'];
    expect([-5, 0, 33.4, 33.5, 100, 150].map(moved)).toEqual([0, 0, 33, 34, 100, 100]);
    expect([Number.NaN, Infinity, -Infinity].map(moved)).toEqual([0, 0, 0]);
  });

  test('deal out questions in proportion, with ties in dataset order', () => {
    const dealt = (weights: Record<string, number>) =>
      questionsBy(
        [tension('one', [[], []], ['q1', 'q2']), tension('two', [[], []], ['q3', 'q4', 'q5'])],
        weights,
      ).map(({ id }) => id);
    expect(dealt({ one: 60, two: 40 })).toEqual(['q1', 'q3', 'q2', 'q4', 'q5']);
    expect(dealt({ one: 50, two: 50 })).toEqual(['q1', 'q3', 'q2', 'q4', 'q5']);
    // Three times the weight: three questions before the other tension's first.
    expect(dealt({ one: 20, two: 61 })).toEqual(['q3', 'q4', 'q5', 'q1', 'q2']);
    expect(dealt({ two: 100 })).toEqual(['q3', 'q4', 'q5', 'q1', 'q2']);
    expect(dealt({})).toEqual(['q1', 'q3', 'q2', 'q4', 'q5']);
  });

  test('reorder questions without losing any; more weight never moves a question down', () => {
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

test('reads back weights that it wrote to an address, and ignores anything else', () => {
  const ids = ['a', 'b', 'c'];
  expect(weightsText({ a: 35, b: 40, c: 25 })).toBe('35-40-25');
  expect(weightsFrom('35-40-25', ids)).toEqual({ a: 35, b: 40, c: 25 });
  for (const other of ['', '35-40', '90-90-90', '50-50--0', 'x-y-z', '33.5-33.5-33'])
    expect(weightsFrom(other, ids)).toBeNull();
});

const few = {
  tensions: [
    tension(
      'speed-vs-scrutiny',
      [[point('fast', { inference: true })], [point('slow', { evidence: 'single' })]],
      ['fast-first', 'slow-first'],
    ),
    tension('other', [[point('here')], []], ['other-first']),
  ],
};
const level: BalanceScene = {
  ...scene,
  left: [{ id: 'speed-vs-scrutiny-left', on: 0.5, points: ['fast'] }],
  right: [
    { id: 'speed-vs-scrutiny-right', on: 1, points: ['slow'] },
    { id: 'other-left', on: 0.49, points: ['here'] },
  ],
};
const of = { 'speed-vs-scrutiny': 60 };

test('names a handle after itself or after its tension', () => {
  expect(few.tensions.map(handleOf)).toEqual(['Speed or care', 'Other']);
});

test('describes a tension when it is at least half visible', () => {
  const { columns, table, plain, weights } = balanceModel(recordOf(few), level);
  expect(table.ids).toEqual(['fast', 'slow']);
  expect(table.body).toEqual([
    ['Fast', 'Speed vs scrutiny left', 'Official; our reading', 'Fast in full.'],
    ['Slow', 'Speed vs scrutiny right', 'Single source', 'Slow in full.'],
  ]);
  expect(plain).toEqual([
    { label: 'Speed vs scrutiny left', text: 'Fast' },
    { label: 'Speed vs scrutiny right', text: 'Slow' },
  ]);
  expect(columns).toEqual([
    {
      id: 'speed-vs-scrutiny-left',
      at: 'left',
      on: 0.5,
      title: 'Speed vs scrutiny left',
      points: [{ id: 'fast', text: 'Fast', mark: 'reading', note: null }],
    },
    {
      id: 'speed-vs-scrutiny-right',
      at: 'right',
      on: 1,
      title: 'Speed vs scrutiny right',
      points: [{ id: 'slow', text: 'Slow', mark: 'single', note: null }],
    },
    {
      id: 'other-left',
      at: 'right',
      on: 0.49,
      title: 'Other left',
      points: [{ id: 'here', text: 'Here', mark: 'official', note: null }],
    },
  ]);
  expect(weights).toBeNull();
});

test('lists the questions below the points, labelled illustrative, when weights are set', () => {
  const { table, plain, weights } = balanceModel(recordOf(few), {
    ...level,
    right: [],
    weights: { on: 0.5, of },
  });
  expect(table.ids).toEqual(['fast', 'speed-vs-scrutiny', 'speed-vs-scrutiny', 'other']);
  expect(table.body.slice(1)).toEqual([
    ['Fast first?', 'Speed or care', 'Illustrative: a question to ask', '–'],
    ['Slow first?', 'Speed or care', 'Illustrative: a question to ask', '–'],
    ['Other first?', 'Other', 'Illustrative: a question to ask', '–'],
  ]);
  expect(plain.slice(1)).toEqual([
    { label: 'Speed or care', text: 'Fast first?' },
    { label: 'Speed or care', text: 'Slow first?' },
    { label: 'Other', text: 'Other first?' },
  ]);
  expect(weights).toEqual({
    on: 0.5,
    shares: [
      { id: 'speed-vs-scrutiny', name: 'Speed or care', share: 60 },
      { id: 'other', name: 'Other', share: 0 },
    ],
    questions: [
      { id: 'fast-first', text: 'Fast first?', of: 'speed-vs-scrutiny' },
      { id: 'slow-first', text: 'Slow first?', of: 'speed-vs-scrutiny' },
      { id: 'other-first', text: 'Other first?', of: 'other' },
    ],
  });
});

test('draws weights without describing them when they are less than half visible', () => {
  const { table, plain, weights } = balanceModel(recordOf(few), { ...scene, weights: { on: 0.49, of } });
  expect([table.body, plain]).toEqual([[], []]);
  expect(weights?.questions).toHaveLength(3);
});

test('keeps only the side of a hidden point', () => {
  const { columns, table, plain } = balanceModel(officially(few), level);
  expect(table.body).toEqual([
    ['Fast', 'Speed vs scrutiny left', 'Official; our reading', 'Fast in full.'],
    ['A point of evidence', WITHHELD.cell, '–', '–'],
  ]);
  expect(plain[1]).toEqual({ label: 'Speed vs scrutiny right', text: WITHHELD.text });
  expect(columns[1]?.points).toEqual([
    { id: 'slow', text: 'A point of evidence', mark: null, note: WITHHELD.note },
  ]);
});
