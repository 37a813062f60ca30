import { expect, test } from 'vitest';
import { MARGIN, figureSize, layout } from '$lib/charts/ledger/layout.ts';
import { textWidth } from '$lib/charts/text.ts';
import { facts } from '$lib/data/dataset.ts';
import section from '$lib/story/case-for/index.ts';
import { ledgerModel, type LedgerRow, type LedgerScene } from '$lib/charts/ledger/model.ts';
import { amount, officially, question, recordOf, voice, WITHHELD } from '../data/factories.ts';

const scene: LedgerScene = {
  title: 'A title.',
  subtitle: 'Claims and answers',
  words: 'Some rows.',
  rows: [],
};
const row = (more: Partial<LedgerRow> = {}): LedgerRow => ({
  id: 'time',
  on: 1,
  open: 1,
  heading: 'Time',
  claim: { of: 'speed-faster-5' },
  answer: { of: 'q-independent-test', text: 'No independent test was found' },
  figure: '{fig-phone-hours-before} to {fig-phone-hours-after}',
  ...more,
});

test('handles no row, and one row with a figure, an icon and an answer', () => {
  expect(ledgerModel(facts, scene).table.body).toEqual([]);
  const { rows, table, evidence } = ledgerModel(facts, { ...scene, rows: [row()] });
  expect(rows[0]?.figure).toBe('48\u00a0hours to three');
  expect(rows[0]?.claim).toEqual({
    text: 'Bedfordshire: phone-call data far faster',
    mark: 'single',
    note: null,
  });
  expect(rows[0]?.answer.mark).toBe('not-published');
  expect(table.body[0]?.slice(0, 3)).toEqual([
    'Time',
    facts.tensions[0]?.sides[0]?.evidence[4]?.text,
    'Single source',
  ]);
  expect(evidence).toEqual(['single']);
});

test('draws a closed row without listing it in the table', () => {
  const model = ledgerModel(facts, { ...scene, rows: [row({ open: 0 })] });
  expect(model.rows).toHaveLength(1);
  expect(model.table.body).toEqual([]);
});

test('gives both columns the same width, at both widths', () => {
  for (const width of [288, 480]) {
    const { columns, room } = layout(ledgerModel(facts, { ...scene, rows: [row()] }), width);
    expect(columns[1] - columns[0]).toBeGreaterThanOrEqual(room);
    expect(columns[1] + room).toBeLessThanOrEqual(width);
  }
});

test('groups forces without ranking them: users, none found, and the rest in one sentence', () => {
  const { forces, table } = ledgerModel(facts, {
    ...scene,
    forces: {
      on: 1,
      users: ['bedfordshire-police'],
      none: ['gmp'],
      silent: { of: 'openness-openness-helps-2', text: '{fig-forces-35} of {fig-forces-45} would not tell.' },
    },
  });
  expect(forces?.known.map(({ user, mark }) => [user, mark])).toEqual([
    [true, 'reported'],
    [false, null],
  ]);
  expect(forces?.silent.text).toBe('35 of 45\u00a0forces would not tell.');
  expect(table.body.map(([name]) => name)).toEqual([
    'Bedfordshire Police',
    'Gr. Manchester Police',
    'Most forces',
  ]);
});

test('fits every figure of the story’s ledger, at both widths', () => {
  for (const { scene } of section.steps) {
    if (!('rows' in scene)) continue;
    for (const { figure } of ledgerModel(facts, scene as LedgerScene).rows)
      for (const width of [288, 480])
        expect(textWidth(figure, figureSize(figure, width)) * 1.2, figure).toBeLessThanOrEqual(
          width - MARGIN,
        );
  }
});

const few = {
  amounts: [amount('saving', { evidence: 'single', amountGBP: 2_000_000, amountText: 'about £2m' })],
  stakeholders: [
    voice('met'),
    voice('kent', { evidence: 'single' }),
    voice('devon', { stance: null, basis: 'none-found', evidence: null }),
    voice('rest', { evidence: null }),
  ],
  questions: [question('q-test')],
};
const book: LedgerScene = {
  ...scene,
  rows: [
    {
      id: 'money',
      on: 0.5,
      open: 0.5,
      heading: 'Money',
      claim: { of: 'saving', text: 'It saves money' },
      answer: { of: 'met' },
      figure: '{saving:sum}',
      boxed: true,
    },
    {
      id: 'use',
      on: 1,
      open: 1,
      heading: 'Use',
      claim: { of: 'devon' },
      answer: { of: 'q-test', text: 'No test' },
    },
    { id: 'shut', on: 1, open: 0.49, heading: 'Shut', claim: { of: 'met' }, answer: { of: 'met' } },
    { id: 'gone', on: 0.49, open: 1, heading: 'Gone', claim: { of: 'met' }, answer: { of: 'saving' } },
  ],
  forces: {
    on: 0.5,
    users: ['kent'],
    none: ['devon'],
    silent: { of: 'rest', text: 'More than {saving:sum}' },
  },
};

test('describes a row when it is at least half open, with the label of each side; then the forces', () => {
  const { table, plain, sources } = ledgerModel(recordOf(few), book);
  expect(table.ids).toEqual(['saving', 'devon', 'kent', 'devon', 'rest']);
  expect(table.body).toEqual([
    ['Money', 'Saving at length: about £2m', 'Single source', 'Met spoke.', 'Official'],
    ['Use', 'Devon spoke.', '–', 'No test', 'Not found'],
    ['Kent', 'Bought or built on it, as reported', 'Single source', '–', '–'],
    ['Devon', 'No such contract found', 'Not found', '–', '–'],
    ['Most forces', 'More than £2m', 'Not found', '–', '–'],
  ]);
  expect(plain).toEqual([
    { label: 'Money', text: 'It saves money. Answer: Met' },
    { label: 'Use', text: 'Devon. Answer: No test' },
    { label: 'Kent', text: 'Bought or built on it, as reported' },
    { label: 'Devon', text: 'No such contract found' },
    { label: 'Most forces', text: 'More than £2m' },
  ]);
  expect(sources).toEqual(['of-saving', 'of-met', 'of-devon', 'of-kent', 'of-rest']);
});

test('draws all rows with their figures, and the forces with their status', () => {
  const { rows, forces } = ledgerModel(recordOf(few), book);
  expect(
    rows.map(({ id, on, open, heading, figure, boxed }) => [id, on, open, heading, figure, boxed]),
  ).toEqual([
    ['money', 0.5, 0.5, 'Money', '£2m', true],
    ['use', 1, 1, 'Use', '', false],
    ['shut', 1, 0.49, 'Shut', '', false],
    ['gone', 0.49, 1, 'Gone', '', false],
  ]);
  expect(rows[0]?.claim).toEqual({ text: 'It saves money', mark: 'single', note: null });
  expect(rows[0]?.answer).toEqual({ text: 'Met', mark: 'official', note: null });
  expect(forces).toEqual({
    on: 0.5,
    known: [
      { id: 'kent', user: true, text: 'Kent', mark: 'single', note: null },
      { id: 'devon', user: false, text: 'Devon', mark: null, note: null },
    ],
    silent: { text: 'More than £2m', mark: null, note: null },
  });
});

test('draws forces without describing them when they are less than half visible', () => {
  const { forces, ...rest } = book;
  if (!forces) throw new Error('the scene has lost its forces');
  const faint = ledgerModel(recordOf(few), { ...rest, forces: { ...forces, on: 0.49 } });
  expect(faint.table.ids).toEqual(['saving', 'devon']);
  expect(faint.plain).toHaveLength(2);
  expect(faint.sources).not.toContain('of-kent');
  expect(faint.forces?.known).toHaveLength(2);
  expect(ledgerModel(recordOf(few), rest).forces).toBeNull();
});

test('draws a hidden claim as an outline without its figure, and gives the reason for a hidden answer', () => {
  const { rows, table, plain, forces } = ledgerModel(officially(few), {
    ...book,
    rows: [
      ...book.rows,
      {
        id: 'turned',
        on: 1,
        open: 1,
        heading: 'Turned',
        claim: { of: 'met' },
        answer: { of: 'saving', text: 'Saves' },
      },
    ],
  });
  expect(rows[0]).toMatchObject({ figure: '', claim: { text: 'It saves money', note: WITHHELD.note } });
  expect(table.body[0]).toEqual(['Money', WITHHELD.cell, '–', '–', '–']);
  expect(table.body[1]).toEqual(['Use', 'Devon spoke.', '–', 'No test', 'Not found']);
  expect(table.body[2]).toEqual(['Turned', 'Met spoke.', 'Official', WITHHELD.cell, '–']);
  expect(table.body[3]).toEqual(['Kent', WITHHELD.cell, '–', '–', '–']);
  expect(plain[0]).toEqual({ label: 'Money', text: WITHHELD.text });
  expect(plain[3]).toEqual({ label: 'Kent', text: WITHHELD.text });
  expect(forces?.silent.text).toBe('Most forces: not known');
});

test('drops a figure that uses a hidden fact, and keeps its claim', () => {
  const [first] = book.rows;
  if (!first) throw new Error('the scene has lost its rows');
  const { rows } = ledgerModel(officially(few), { ...scene, rows: [{ ...first, claim: { of: 'met' } }] });
  expect(rows[0]).toMatchObject({ figure: '', claim: { mark: 'official' } });
  // And in reverse: a hidden claim hides its figure, even if the basis of the figure is visible.
  const dim = ledgerModel(officially(few), { ...scene, rows: [{ ...first, figure: '{square}' }] });
  expect(dim.rows[0]?.figure).toBe('');
});
