import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { facts } from '$lib/data/dataset.ts';
import { blend } from '$lib/scrolly/interpolate-scene.ts';
import { moneyModel, type MoneyScene } from '$lib/charts/money/model.ts';
import { story } from '$lib/story/index.ts';
import { amount, officially, recordOf, WITHHELD } from '../data/factories.ts';

const base: MoneyScene = {
  title: 'A title stands here for the test.',
  subtitle: 'A measure, a place and a period',
  words: 'A picture in words for the test.',
  blocks: [],
  line: 0,
};
const whole = (of: string, more = {}): MoneyScene => ({
  ...base,
  blocks: [{ id: 'contract', on: 1, of: { [of]: 1 }, ...more }],
});
const squares = (scene: MoneyScene) => moneyModel(facts, scene).groups.flatMap((group) => group.squares);
const filled = (scene: MoneyScene): number => squares(scene).reduce((sum, square) => sum + square.part, 0);

test('draws sums in units of the threshold, with partial squares in proportion', () => {
  expect(filled(whole('ctx-mopac-500k'))).toBe(1);
  expect(filled(whole('met-palantir-ceiling'))).toBe(100);
  expect(filled(whole('nat-hmt-2425'))).toBeCloseTo(111);
  expect(filled(whole('nat-policeai-115m', { yearly: 1 }))).toBeCloseTo(76.67, 2);
  expect(filled(whole('force-leics-palantir', { yearly: 1 }))).toBeCloseTo(1.6375);
  expect(squares(whole('force-leics-palantir')).map((square) => Math.round(square.part * 100) / 100)).toEqual(
    [1, 0.64],
  );
});

test('fills rows of ten, in order', () => {
  const block = squares(whole('met-palantir-ceiling'));
  expect(block.slice(9, 11).map(({ x, y }) => [x, y])).toEqual([
    [9, 0],
    [0, 1],
  ]);
  expect(block.at(-1)).toMatchObject({ x: 9, y: 9 });
});

const parts = { parts: ['met-palantir-year1', 'met-palantir-year2'] as [string, string] };

test('splits the contract into its two reported parts, 50.6 and 49.6', () => {
  const [group] = moneyModel(facts, whole('met-palantir-ceiling', { ...parts, apart: 1 })).groups;
  const split = group?.split ?? 0;
  const first = group?.squares.filter((square) => square.y < split) ?? [];
  const second = group?.squares.filter((square) => square.y >= split) ?? [];
  const sum = (all: typeof first): number => all.reduce((total, square) => total + square.part, 0);
  expect(sum(first)).toBeCloseTo(50.6);
  expect(sum(second)).toBeCloseTo(49.6);
});

test('keeps the key of every square, and moves it without a jump, while the contract splits', () => {
  const from = whole('met-palantir-ceiling', { ...parts, apart: 0 });
  const to = whole('met-palantir-ceiling', { ...parts, apart: 1 });
  fc.assert(
    fc.property(fc.double({ min: 0.01, max: 0.98, noNaN: true }), (t) => {
      const before = squares(blend(from, to, t));
      const after = squares(blend(from, to, t + 0.01));
      for (const square of after) {
        const same = before.find((one) => one.id === square.id);
        if (!same) continue;
        expect(Math.abs(same.x - square.x)).toBeLessThan(0.12);
        expect(Math.abs(same.y - square.y)).toBeLessThan(0.12);
      }
      expect(before.length).toBeGreaterThanOrEqual(100);
    }),
  );
});

test('keeps all squares of the contract while one scene turns into the next', () => {
  const [one, hundred, half, nothing] = story[0]?.steps.map((step) => step.scene as MoneyScene) ?? [];
  if (!one || !hundred || !half || !nothing) throw new Error('the first section has lost a scene');
  for (let t = 0; t <= 1; t += 0.05) {
    expect(filled(blend(hundred, half, t))).toBeGreaterThanOrEqual(100 - 1e-9);
    expect(filled(blend(half, nothing, t))).toBeLessThanOrEqual(100.2 + 1e-9);
    expect(filled(blend(half, nothing, t))).toBeGreaterThanOrEqual(100 - 1e-9);
  }
});

test('draws refused and optional money hollow, a rule and agreed money solid', () => {
  const solid = (id: string): number => moneyModel(facts, whole(id)).groups[0]?.solid ?? NaN;
  expect(solid('met-palantir-ceiling')).toBe(0);
  expect(solid('nat-policeai-115m')).toBe(0);
  expect(solid('ctx-mopac-500k')).toBe(1);
  expect(solid('force-leics-palantir')).toBe(1);
});

test('marks seven of a thousand dots', () => {
  const { field } = moneyModel(facts, { ...base, field: [{ id: 'cmp-ceiling-met-funding', on: 1 }] });
  expect(field).toEqual([
    { id: 'cmp-ceiling-met-funding', on: 1, marked: 7, text: 'Seven in every thousand' },
  ]);
});

test('computes the years that no money reached from the two periods', () => {
  const { boxes } = moneyModel(facts, {
    ...base,
    boxes: [{ id: 'stopped', on: 1, text: 'Planned', years: { of: 'nat-hmt-234m', after: 'nat-hmt-2425' } }],
  });
  expect(boxes[0]?.labels).toEqual(['2025–26', '2026–27', '2027–28']);
});

test('handles no sum, one sum and an unknown sum', () => {
  expect(squares(base)).toEqual([]);
  // An unpublished price is one empty square without a figure.
  expect(squares(whole('met-palantir-pilot-extension'))).toHaveLength(1);
  const [unknown] = moneyModel(facts, whole('met-palantir-pilot-extension')).groups;
  expect(unknown?.solid).toBe(0);
  expect(unknown?.labels[0]?.figure).toBe('');
  expect(() => moneyModel(facts, whole('no-such-amount'))).toThrow('no fact "no-such-amount"');
});

const moneyScenes = story
  .filter((section) => 'blocks' in section.still.scene)
  .flatMap((section) => section.steps.map((step) => ({ id: step.id, scene: step.scene as MoneyScene })));

test.each(moneyScenes)('$id follows the money rules', ({ scene }) => {
  const model = moneyModel(facts, scene);
  expect(model.groups.flatMap((group) => group.squares).length).toBeLessThanOrEqual(200);
  for (const block of scene.blocks) {
    for (const id of Object.keys(block.of)) {
      const amount = facts.amounts.find((row) => row.id === id);
      // Claims of the early article alone are never drawn, and only the contract and its line are tape.
      expect(amount?.state).not.toBe('claimed');
      expect(amount?.id).not.toContain('pilot');
      expect(['refused', 'optional', 'rule'].includes(amount?.state ?? '')).toBe(block.id === 'contract');
    }
  }
});

test('shows two sums side by side only when the dataset calls the pair fair', () => {
  const fair = facts.comparisons.map(({ a, b }) => `${a}|${b}`);
  for (const { scene } of moneyScenes) {
    const [first, ...others] = scene.blocks.flatMap((block) => Object.keys(block.of));
    for (const other of others) expect(fair).toContain(`${first ?? ''}|${other}`);
  }
});

const few = {
  amounts: [
    amount('ctx-mopac-500k', { amountGBP: 500_000, amountText: '£500,000', state: 'rule' }),
    amount('deal', {
      amountGBP: 5_000_000,
      annualGBP: 2_500_000,
      amountText: 'up to £5m',
      state: 'refused',
      periodEnd: '2028-03-31',
    }),
    amount('one', { amountGBP: 2_500_000, amountText: '£2.5m', state: 'refused', date: null }),
    amount('two', { amountGBP: 2_500_000, amountText: '£2.5m', state: 'optional', evidence: 'single' }),
    amount('year', {
      amountGBP: 1_000_000_000,
      annualGBP: 1_000_000_000,
      amountText: '£1bn in 2025',
      state: 'spent',
      periodEnd: '2026-03-31',
    }),
    amount('unseen', { amountGBP: null, amountText: 'not published', state: 'unknown' }),
    amount('told', {
      evidence: 'single',
      amountText: 'about £1m',
      state: 'claimed',
      periodEnd: '2028-03-31',
    }),
  ],
  comparisons: [
    { id: 'cmp-deal-year', a: 'deal', b: 'year', basis: 'per-year' as const, caveat: 'Not the same years.' },
    { id: 'cmp-told-year', a: 'told', b: 'year', basis: 'whole' as const, caveat: 'Only told.' },
  ],
};
const contract = (more: Partial<MoneyScene['blocks'][number]> = {}) => ({
  id: 'contract',
  on: 1,
  of: { deal: 1 },
  ...more,
});
const parted = { parts: ['one', 'two'] as const };

describe('rows of the table', () => {
  const rowsOf = (scene: Partial<MoneyScene>, facts = recordOf(few)) => {
    const { table, plain } = moneyModel(facts, { ...base, ...scene });
    return {
      ids: table.ids,
      body: JSON.parse(JSON.stringify(table.body).replaceAll('\u00a0', ' ')) as unknown,
      plain,
    };
  };

  test('have the sums of a block that is at least half visible, whole or by the year', () => {
    const { ids, body, plain } = rowsOf({
      blocks: [
        contract({ of: { deal: 0.5, one: 0.49 } }),
        { id: 'other', on: 1, of: { year: 1, deal: 0.5 }, yearly: 1 },
        { id: 'third', on: 1, of: { unseen: 1 } },
      ],
    });
    expect(ids).toEqual(['deal', 'year', 'deal', 'unseen']);
    expect(body).toEqual([
      ['Deal at length', 'up to £5m', 10, 'refused', 'Official', '20 May 2026'],
      ['Year at length', '£1bn in the year', 2000, 'spent', 'Official', '20 May 2026'],
      ['Deal at length', '£2.5m, yearly average', 5, 'refused', 'Official', '20 May 2026'],
      ['Unseen at length', 'not published', 'not in squares', 'not published', 'Official', '20 May 2026'],
    ]);
    expect(plain).toEqual([
      { label: 'Deal', text: 'up to £5m, refused', value: 5_000_000 },
      { label: 'Year', text: '£1bn, spent', value: 1_000_000_000 },
      { label: 'Deal', text: '£2.5m, yearly average, refused', value: 2_500_000 },
      { label: 'Unseen', text: 'not published, not published', value: 0 },
    ]);
  });

  test('have the parts of a block that is more than half split', () => {
    expect(rowsOf({ blocks: [contract({ ...parted, apart: 0.5 })] }).ids).toEqual(['deal']);
    expect(rowsOf({ blocks: [contract(parted)] }).ids).toEqual(['deal']);
    expect(rowsOf({ blocks: [contract({ apart: 1 })] }).ids).toEqual(['deal']);
    const { ids, body } = rowsOf({ blocks: [contract({ ...parted, apart: 0.51 })] });
    expect(ids).toEqual(['one', 'two']);
    expect(body).toEqual([
      ['One at length', '£2.5m', 5, 'refused', 'Official', 'not dated'],
      ['Two at length', '£2.5m', 5, 'optional', 'Single source', '20 May 2026'],
    ]);
  });

  test('have the sum of a box in words and without a bar, or no row when the box has no sum', () => {
    const { ids, body, plain } = rowsOf({
      boxes: [
        { id: 'told', on: 1, text: 'Told' },
        { id: 'words', on: 1, text: 'Only words' },
        { id: 'stopped', on: 1, text: 'Planned', years: { of: 'deal', after: 'year' } },
      ],
    });
    expect(ids).toEqual(['told', 'deal']);
    expect(body).toEqual([
      ['Told at length', 'about £1m', 'not in squares', 'claimed, not shown', 'Single source', '20 May 2026'],
      ['Deal at length', 'up to £5m', 'not in squares', 'refused', 'Official', '20 May 2026'],
    ]);
    expect(plain[0]).toEqual({ label: 'Told', text: 'about £1m, claimed, not shown' });
  });

  test('have both sides of a comparison, by the year and without a bar', () => {
    const { ids, body, plain } = rowsOf({ field: [{ id: 'cmp-deal-year', on: 1 }] });
    expect(ids).toEqual(['deal', 'year']);
    expect(body).toEqual([
      ['Deal at length', '£2.5m, yearly average', 5, 'refused', 'Official', '20 May 2026'],
      ['Year at length', '£1bn in the year', 2000, 'spent', 'Official', '20 May 2026'],
    ]);
    expect(plain.map(({ value }) => value)).toEqual([undefined, undefined]);
  });

  test('have only the short name of a hidden sum', () => {
    const { body, plain } = rowsOf({ blocks: [contract({ ...parted, apart: 1 })] }, officially(few));
    expect(body).toEqual([
      ['One at length', '£2.5m', 5, 'refused', 'Official', 'not dated'],
      ['Two', WITHHELD.cell, '–', '–', '–', '–'],
    ]);
    expect(plain[1]).toEqual({ label: 'Two', text: WITHHELD.text });
  });
});

test('shows the note on two sums only when both are visible', () => {
  const caveats = (of: Record<string, number>, facts = recordOf(few)) =>
    moneyModel(facts, { ...base, blocks: [contract({ of })] }).caveats;
  expect(caveats({ deal: 1, year: 1 })).toEqual(['Deal and Year: Not the same years.']);
  expect(caveats({ deal: 1, told: 1 })).toEqual([]);
  expect(caveats({ told: 1, year: 1 })).toEqual(['Told and Year: Only told.']);
  expect(caveats({ told: 1, year: 1 }, officially(few))).toEqual([]);
});

test('draws groups, line, boxes, notes and dots as far as the scene says', () => {
  const { groups, line, boxes, notes, field } = moneyModel(recordOf(few), {
    ...base,
    blocks: [contract({ on: 0.25 })],
    line: 0.75,
    boxes: [{ id: 'told', on: 0.5, text: 'Told: {told:sum}' }],
    notes: [{ id: 'note', on: 0.5, text: 'Of {square}', large: true }],
    field: [{ id: 'cmp-deal-year', on: 0.5 }],
  });
  expect(groups.map(({ id, on }) => [id, on])).toEqual([['contract', 0.25]]);
  expect(line).toEqual({ on: 0.75, text: 'Past £500,000 City Hall had to agree' });
  expect(boxes).toEqual([{ id: 'told', on: 0.5, text: 'Told: £1m', labels: [] }]);
  expect(notes).toEqual([{ id: 'note', on: 0.5, text: 'Of £500,000', large: true }]);
  // 2.5 of 1,000: three dots, and the exact number in words.
  expect(field).toEqual([{ id: 'cmp-deal-year', on: 0.5, marked: 3, text: 'Three in every thousand' }]);
});

test('says that the sum of a box is hidden, and marks no dot for a share of a hidden sum', () => {
  const boxes = [
    { id: 'told', on: 1, text: 'Told: {told:sum}' },
    { id: 'words', on: 1, text: 'Told: {told:sum}' },
    { id: 'deal', on: 1, text: 'Against {told:sum}' },
    { id: 'plan', on: 1, text: 'Not {told:sum}', years: { of: 'told', after: 'year' } },
    { id: 'open', on: 1, text: 'Planned', years: { of: 'deal', after: 'year' } },
  ];
  const model = moneyModel(officially(few), {
    ...base,
    boxes,
    notes: [{ id: 'note', on: 1, text: 'Told: {told:sum}' }],
    field: [{ id: 'cmp-told-year', on: 1 }],
  });
  expect(model.boxes.map(({ text, labels }) => [text, labels])).toEqual([
    [`Told: ${WITHHELD.text}`, []],
    ['', []],
    ['', []],
    [`Told: ${WITHHELD.text}`, []],
    ['Planned', ['2026–27', '2027–28']],
  ]);
  expect(model.notes[0]?.text).toBe('');
  expect(model.field).toEqual([{ id: 'cmp-told-year', on: 1, marked: 0, text: 'The share is withheld' }]);
});

test('shortens the text of a line that uses a hidden sum', () => {
  const [line, ...others] = few.amounts;
  if (!line) throw new Error('the line is gone');
  const record = officially({ ...few, amounts: [{ ...line, evidence: 'single' }, ...others] });
  expect(moneyModel(record, base).line.text).toBe('Past this line City Hall had to agree');
});
