import { describe, expect, test } from 'vitest';
import { groupOf, sumText, valueOf, type MoneyBlock } from '$lib/charts/money/grid.ts';
import { amount, officially, recordOf, WITHHELD } from '../data/factories.ts';

// Ten squares, refused, in two parts of 5.4 and 4.8 squares.
const amounts = [
  amount('ceiling', {
    amountGBP: 5_000_000,
    annualGBP: 2_500_000,
    amountText: 'up to £5m',
    state: 'refused',
  }),
  amount('first', { amountGBP: 2_700_000, amountText: '£2.7m', state: 'refused' }),
  amount('second', { amountGBP: 2_400_000, amountText: '£2.4m', state: 'optional', evidence: 'single' }),
  amount('large', { amountGBP: 10_000_000, annualGBP: 10_000_000, amountText: '£10m in 2025' }),
  amount('unseen', { amountGBP: null, amountText: 'not published', state: 'unknown' }),
  amount('heard', { state: 'spent', evidence: 'single' }),
];
const facts = recordOf({ amounts });
const whole: MoneyBlock = { id: 'contract', on: 1, of: { ceiling: 1 } };
const group = (more: Partial<MoneyBlock>, record = facts) => groupOf(record, { ...whole, ...more });
const apart = { parts: ['first', 'second'] as const, apart: 1 };
/** Formats squares as lines: position, part and opacity, to two decimals. */
const drawn = ({ squares }: ReturnType<typeof groupOf>): string[] =>
  squares.map(({ id, x, y, below, part, opacity }) =>
    [id, ...[x, y, below, part, opacity].map((value) => Math.round(value * 100) / 100)].join(' '),
  );

describe('a whole sum', () => {
  test('has rows of ten squares, a figure, its own words and its state', () => {
    const { squares, labels, ...rest } = group({});
    expect(squares.map(({ id, x, y }) => [id, x, y])).toEqual(
      Array.from({ length: 10 }, (_, k) => [`contract-${k}`, k, 0]),
    );
    expect(new Set(squares.map(({ part, opacity, below }) => [part, opacity, below].join()))).toEqual(
      new Set(['1,1,0']),
    );
    expect(rest).toEqual({
      id: 'contract',
      tape: true,
      on: 1,
      solid: 0,
      pale: 0,
      rows: 1,
      split: null,
      apart: 0,
      isHidden: false,
    });
    expect(labels).toEqual([
      {
        figure: '£5m',
        head: 'Ceiling',
        text: 'up to £5m: refused',
        evidence: 'official',
        row: 0,
        on: 1,
      },
    ]);
  });

  test('draws half its squares when it is half visible', () => {
    const { squares, rows, on } = group({ on: 0.25 });
    expect(squares.map(({ part }) => part)).toEqual([1, 1, 0.5]);
    // 0.1 + 0.2 in floating point must not add a square for the remainder.
    expect(group({ on: 0.1 + 0.2 }).squares).toHaveLength(3);
    // A new row takes up space in proportion to its visible part.
    expect([rows, on]).toEqual([1, 0.25]);
    expect(group({ on: 0.05 }).rows).toBe(0.5);
    expect(group({ of: { ceiling: 2.25 } }).rows).toBe(3);
    expect(group({ of: { ceiling: 2.05 } }).rows).toBe(2.5);
  });

  test('blends the squares of two sums, and takes the name of the larger share', () => {
    const { squares, labels, tape } = group({ id: 'other', of: { ceiling: 0.4, large: 0.6 } });
    expect(squares).toHaveLength(16);
    expect(labels.map(({ head }) => head)).toEqual(['Large']);
    expect(tape).toBe(false);
    expect(group({ of: { ceiling: 0.5, large: 0.5 } }).labels[0]?.head).toBe('Ceiling');
  });

  test('throws when the amount does not exist', () => {
    expect(() => group({ of: {} })).toThrow('block "contract" shows no amount');
  });

  test('is drawn by the year, whole, or between the two', () => {
    expect(group({ yearly: 1 }).squares).toHaveLength(5);
    expect(drawn(group({ yearly: 0.5 })).slice(7)).toEqual(['contract-7 7 0 0 0.5 1']);
    const labelAt = (yearly: number) => {
      const [label] = group({ yearly }).labels;
      return [label?.figure, label?.text];
    };
    expect(labelAt(1)).toEqual(['£2.5m', '£2.5m, yearly average: refused']);
    expect(labelAt(0.5)).toEqual(['£3.75m', '£2.5m, yearly average: refused']);
    expect(labelAt(0.49)).toEqual(['£3.77m', 'up to £5m: refused']);
  });

  test('shows its own words until it is split', () => {
    expect(group({ remark: 'over {square}' }).labels[0]?.text).toBe('up to £5m over £500,000: refused');
    expect(group({ ...apart, remark: 'over {square}', apart: 0.2 }).labels[0]?.text).toBe(
      'up to £5m: refused',
    );
    expect(group({ ...apart, remark: 'more', apart: 1 }).labels.map(({ text }) => text)).toEqual([
      '£2.7m: refused',
      '£2.4m: refused',
    ]);
  });
});

test('is one empty square without figure or state when no price is published', () => {
  const { squares, labels, solid } = group({ of: { unseen: 1 } });
  expect([squares.length, solid]).toEqual([1, 0]);
  expect(labels[0]).toMatchObject({ figure: '', text: 'not published' });
});

describe('money', () => {
  const [solid, pale] = [
    (more: Partial<MoneyBlock>) => group(more).solid,
    (more: Partial<MoneyBlock>) => group(more).pale,
  ];

  test('is solid when agreed or spent, as far as its square is filled', () => {
    expect(solid({ of: { large: 1 } })).toBe(1);
    expect(solid({ of: { heard: 1 } })).toBe(1);
    expect(solid({ of: { large: 0.5, ceiling: 0.5 } })).toBe(0.5);
    expect(solid({ of: { large: 1 }, empty: 0.25 })).toBe(0.75);
  });

  test('is pale when optional, or when a single source says it was spent', () => {
    expect(pale({ of: { second: 1 } })).toBe(1);
    expect(pale({ of: { heard: 1 } })).toBe(1);
    expect(pale({ of: { heard: 0.25, ceiling: 0.75 } })).toBe(0.25);
    const other = recordOf({
      amounts: [amount('agreed', { evidence: 'single' }), amount('known', { state: 'spent' })],
    });
    expect(group({ of: { agreed: 1 } }, other).pale).toBe(0);
    expect(group({ of: { known: 1 } }, other).pale).toBe(0);
  });
});

describe('a block that is split', () => {
  test('puts each part on its own rows, with a label for each', () => {
    const parted = group(apart);
    expect(drawn(parted)).toEqual([
      'contract-0 0 0 0 1 1',
      'contract-1 1 0 0 1 1',
      'contract-2 2 0 0 1 1',
      'contract-3 3 0 0 1 1',
      'contract-4 4 0 0 1 1',
      'contract-5 5 0 0 0.4 1',
      'contract-6 0 1 1 1 1',
      'contract-7 1 1 1 1 1',
      'contract-8 2 1 1 1 1',
      'contract-9 3 1 1 1 1',
      'contract-10 4 1 1 0.8 1',
    ]);
    expect(parted).toMatchObject({ split: 1, apart: 1, rows: 2 });
    expect(parted.labels).toEqual([
      { figure: '£2.7m', head: 'First', text: '£2.7m: refused', evidence: 'official', row: 0, on: 1 },
      { figure: '£2.4m', head: 'Second', text: '£2.4m: refused', evidence: 'single', row: 1, on: 1 },
    ]);
  });

  test('draws every square half-way and hides all labels when it is half split', () => {
    const parted = group({ ...apart, apart: 0.5 });
    // The parts add up to 10.2 squares and the whole to ten, so half-way there are 10.1.
    expect(drawn(parted).slice(4)).toEqual([
      'contract-4 4 0 0 1 1',
      'contract-5 5 0 0 0.7 1',
      'contract-6 3 0.5 1 1 1',
      'contract-7 4 0.5 1 1 1',
      'contract-8 5 0.5 1 1 1',
      'contract-9 6 0.5 1 1 1',
      'contract-10 2 1 1 0.4 1',
    ]);
    expect(parted.labels.map(({ head, on, row }) => [head, on, row])).toEqual([
      ['Ceiling', 0, 0],
      ['Second', 0, 1],
    ]);
    expect(parted.rows).toBeCloseTo((1.1 + 2) / 2);
  });

  test('removes the old label before it shows the new ones', () => {
    const labels = (share: number) =>
      group({ ...apart, apart: share }).labels.map(({ head, on }) => [head, Math.round(on * 100) / 100]);
    expect(labels(0.25)).toEqual([
      ['Ceiling', 0.5],
      ['Second', 0],
    ]);
    expect(labels(0.75)).toEqual([
      ['First', 0.5],
      ['Second', 0.5],
    ]);
  });

  test('stays whole when the scene does not split it, or when it has no parts', () => {
    for (const more of [{ ...apart, apart: 0 }, { parts: apart.parts }, { apart: 1 }]) {
      expect(drawn(group(more))).toEqual(drawn(group({})));
      expect(group(more)).toMatchObject({ split: null, apart: 0, rows: 1 });
    }
  });

  test('starts its second part on a new row when it has more than one row', () => {
    const record = recordOf({
      amounts: [
        amount('all', { amountGBP: 12_000_000 }),
        amount('one', { amountGBP: 6_000_000 }),
        amount('two', { amountGBP: 6_000_000 }),
      ],
    });
    const parted = group({ of: { all: 1 }, parts: ['one', 'two'], apart: 1 }, record);
    expect(parted.split).toBe(2);
    expect(drawn(parted).slice(11, 13)).toEqual(['contract-11 1 1 0 1 1', 'contract-12 0 2 1 1 1']);
    expect(parted.rows).toBe(4);
  });
});

test('fades all squares but the first, and frees their space when they are almost gone', () => {
  const two = { of: { ceiling: 2 } };
  const faded = group({ ...two, faded: 0.25 });
  expect(faded.squares.map(({ opacity }) => opacity).slice(0, 3)).toEqual([1, 0.75, 0.75]);
  expect(faded.rows).toBe(2);
  expect(group({ ...two, faded: 0.9 }).rows).toBe(2);
  expect(group({ ...two, faded: 0.95 }).rows).toBeCloseTo(1.5);
  const gone = group({ ...two, faded: 1 });
  expect(gone.squares).toHaveLength(1);
  expect(gone.rows).toBeCloseTo(1);
  expect(group({ on: 0.05, faded: 1 }).rows).toBe(0.5);
});

describe('a hidden sum', () => {
  const dim = officially({
    amounts: [...amounts.slice(0, 3), amount('told', { evidence: 'single' }), ...amounts.slice(3)],
  });

  test('has no figure, no state and no label', () => {
    const { isHidden, labels } = group({ of: { told: 1 } }, dim);
    expect(isHidden).toBe(true);
    expect(labels).toEqual([
      { figure: '', head: 'Told', text: WITHHELD.cell, evidence: null, row: 0, on: 1 },
    ]);
    expect(group({}, dim).isHidden).toBe(false);
    expect(group({}, dim).labels[0]?.text).toBe('up to £5m: refused');
  });

  test('makes its block an outline when it is one of the parts', () => {
    const isHidden = (parts: readonly [string, string], share: number) =>
      group({ parts, apart: share }, dim).isHidden;
    expect(isHidden(['first', 'second'], 0.5)).toBe(false);
    expect(isHidden(['first', 'second'], 0.51)).toBe(true);
    expect(isHidden(['second', 'first'], 1)).toBe(true);
    expect(isHidden(['first', 'first'], 1)).toBe(false);
  });
});

test('takes the average as the yearly sum, or the sum itself when it covers one year', () => {
  const [ceiling, , , large, unseen, heard] = amounts;
  if (!ceiling || !large || !unseen || !heard) throw new Error('an amount is gone');
  expect([0, 0.5, 1].map((yearly) => valueOf(ceiling, yearly))).toEqual([5_000_000, 3_750_000, 2_500_000]);
  expect(valueOf(heard, 1)).toBe(1_000_000);
  expect(valueOf(unseen, 1)).toBe(0);
  expect([0.49, 0.5].map((yearly) => sumText(ceiling, yearly))).toEqual([
    'up to £5m',
    '£2.5m, yearly average',
  ]);
  expect(sumText(large, 1)).toBe('£10m');
  expect(sumText(heard, 1)).toBe('£1m');
});
