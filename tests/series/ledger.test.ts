import { expect, test } from 'vitest';
import { MARGIN, figureSize, layoutOf } from '#charts/parts/book.ts';
import { widthOf } from '#charts/parts/text.ts';
import { facts } from '#facts/index.ts';
import { ledgerSeries, type LedgerRow, type LedgerScene } from '#series/ledger.ts';

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

test('nothing, and one row with a figure, a mark and an answer', () => {
  expect(ledgerSeries(facts, scene).table.body).toEqual([]);
  const { rows, table, evidence } = ledgerSeries(facts, { ...scene, rows: [row()] });
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

test('a closed row is on the page and not in its table', () => {
  const series = ledgerSeries(facts, { ...scene, rows: [row({ open: 0 })] });
  expect(series.rows).toHaveLength(1);
  expect(series.table.body).toEqual([]);
});

test('both columns have one width, at both widths', () => {
  for (const width of [288, 480]) {
    const { columns, room } = layoutOf(ledgerSeries(facts, { ...scene, rows: [row()] }), width);
    expect(columns[1] - columns[0]).toBeGreaterThanOrEqual(room);
    expect(columns[1] + room).toBeLessThanOrEqual(width);
  }
});

test('a strip of forces ranks nobody: users, none found, and the rest by one sentence', () => {
  const { forces, table } = ledgerSeries(facts, {
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

test('every figure of the story’s ledger fits the page, at both widths', async () => {
  const { default: section } = await import('#story/case-for/index.ts');
  for (const { scene } of section.steps) {
    if (!('rows' in scene)) continue;
    for (const { figure } of ledgerSeries(facts, scene as LedgerScene).rows)
      for (const width of [288, 480])
        expect(widthOf(figure, figureSize(figure, width)) * 1.2, figure).toBeLessThanOrEqual(width - MARGIN);
  }
});
