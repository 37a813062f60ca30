import { expect, test } from 'vitest';
import { facts } from '$lib/data/dataset.ts';
import type { Dataset } from '$lib/data/schema.ts';
import { positionsModel, type PositionsScene } from '$lib/charts/positions/model.ts';
import { officially, recordOf, voice, WITHHELD } from '../data/factories.ts';

const scene: PositionsScene = {
  title: '{marks} marks are in the picture.',
  subtitle: 'Positions in one place',
  words: '{marks}: {stop}, {lean-stop}, {split}, {lean-sign}, {sign}.',
  rows: 1,
  fold: 0,
  related: 1,
  silent: 1,
  lit: [],
};
const marksOf = (more: Partial<PositionsScene> = {}, record: Dataset = facts) =>
  positionsModel(record, { ...scene, ...more }).marks;

test('folds ten marks on the contract into seven voices', () => {
  expect(positionsModel(facts, scene).summary).toBe('Ten: five, one, one, none, three.');
  expect(positionsModel(facts, { ...scene, fold: 1 }).summary).toBe('Seven: three, one, one, none, two.');
});

test('puts every stakeholder on one shelf, and every name once', () => {
  const marks = marksOf();
  expect(marks.length).toBe(facts.stakeholders.length);
  expect(new Set(marks.map((mark) => mark.id)).size).toBe(marks.length);
  expect(marks.filter((mark) => mark.shelf === 'on-deal').length).toBe(10);
  expect(marks.filter((mark) => mark.shelf === 'silent').length).toBe(13);
});

test('puts silence, and only silence, outside the scale', () => {
  for (const mark of marksOf()) expect(mark.place === null).toBe(mark.shelf === 'silent');
});

test('marks positions that only the early article reports', () => {
  const early = facts.stakeholders.filter(({ evidence }) => evidence === 'unconfirmed');
  const marked = marksOf().filter((mark) => mark.unconfirmed);
  expect(marked.map(({ id }) => id)).toEqual(early.map(({ id }) => id));
});

test('orders rows from stop to sign, then by date, then by name', () => {
  const open = marksOf().filter((mark) => mark.shelf === 'on-deal');
  const places = open.map((mark) => mark.place ?? 9);
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(open[0]?.id).toBe('comer-schwartz');
});

test('moves folded rows onto the row that speaks for them, without a jump', () => {
  const rows = (fold: number) => new Map(marksOf({ fold }).map((mark) => [mark.id, mark.row]));
  expect(rows(1).get('sadiq-khan')).toBeCloseTo(rows(1).get('mopac') ?? NaN);
  expect(rows(1).get('mark-rowley')).toBeCloseTo(rows(1).get('met-police') ?? NaN);
  for (let fold = 0; fold < 1; fold += 0.05) {
    for (const [id, row] of rows(fold))
      expect(Math.abs(row - (rows(fold + 0.05).get(id) ?? NaN))).toBeLessThan(0.6);
  }
});

test('handles no rows, one row, ties and a row without a date', () => {
  expect(marksOf({}, { ...facts, stakeholders: [] })).toEqual([]);
  const [one] = facts.stakeholders;
  if (!one) throw new Error('the record has no stakeholders');
  expect(marksOf({}, { ...facts, stakeholders: [one] }).length).toBe(1);
  const twins = [
    { ...one, id: 'b', name: 'B' },
    { ...one, id: 'a', name: 'A' },
    { ...one, id: 'c', name: 'C', statedOn: null },
  ];
  const order = marksOf({}, { ...facts, stakeholders: twins.map((row) => ({ ...row, countsAs: row.id })) });
  expect(order.map((mark) => mark.id)).toEqual(['a', 'b', 'c']);
});

test('has the same rows in the table and in the picture', () => {
  const { table, plain } = positionsModel(facts, { ...scene, related: 0, silent: 0, fold: 1 });
  expect(table.body.length).toBe(7);
  expect(plain.length).toBe(7);
  expect(table.body.every((row) => row[2] === 'this contract')).toBe(true);
});

const few = {
  stakeholders: [
    voice('quiet', { stance: null, basis: 'none-found', evidence: null, statedOn: null }),
    voice('near', { stance: 'neutral-or-split', basis: 'related' }),
    voice('early', { stance: 'leans-against', basis: 'seed-only', evidence: 'unconfirmed' }),
    voice('union', { stance: 'leans-for', kind: 'group', evidence: 'single' }),
    voice('office', { kind: 'body' }),
    voice('mayor', { countsAs: 'office' }),
  ],
};
const midway: PositionsScene = {
  ...scene,
  words: '{stop}, {lean-stop}, {split}, {lean-sign}, {sign}; {marks}, {related}, {lit}',
  rows: 0.5,
  fold: 0.5,
  related: 0.25,
  silent: 0.75,
  lit: [
    { id: 'near', on: 0.6, tag: 'earlier' },
    { id: 'union', on: 0.5 },
  ],
};

test('places every mark between two scenes by its share of the rows above it', () => {
  const { marks, shelves } = positionsModel(recordOf(few), midway);
  const mark = { tag: null, weight: 1, unconfirmed: false, isHidden: false, evidence: 'official' };
  expect(marks).toEqual([
    // Half folded: half-way to the row that speaks for it, at half opacity.
    {
      ...mark,
      id: 'mayor',
      name: 'Mayor',
      shelf: 'on-deal',
      place: -2,
      open: 0.5,
      weight: 0.5,
      row: 0.125,
      opacity: 0.5,
    },
    { ...mark, id: 'office', name: 'Office', shelf: 'on-deal', place: -2, open: 0.5, row: 0.25, opacity: 1 },
    {
      ...mark,
      id: 'union',
      name: 'Union',
      shelf: 'on-deal',
      place: 1,
      open: 0.5,
      row: 0.75,
      opacity: 1,
      evidence: 'single',
    },
    {
      ...mark,
      id: 'early',
      name: 'Early',
      shelf: 'related',
      place: -1,
      open: 0,
      row: 0,
      opacity: 0.25,
      evidence: 'unconfirmed',
      unconfirmed: true,
    },
    {
      ...mark,
      id: 'near',
      name: 'Near',
      tag: 'earlier',
      shelf: 'related',
      place: 0,
      open: 0.6,
      row: 0,
      opacity: 0.6,
    },
    {
      ...mark,
      id: 'quiet',
      name: 'Quiet',
      shelf: 'silent',
      place: null,
      open: 0.75,
      row: 0,
      opacity: 0.75,
      evidence: null,
    },
  ]);
  expect(shelves).toEqual({
    'on-deal': { on: 1, rows: 1.25 },
    related: { on: 0.25, rows: 0.6 },
    silent: { on: 0.75, rows: 0.75 },
  });
});

test('describes and counts a row when it is more than half visible', () => {
  const { table, plain, summary } = positionsModel(recordOf(few), midway);
  expect(summary).toBe('One, none, none, one, none; two, two, one');
  const lit = ['near', 'early', 'union'].map((id, index) => ({ id, on: 0.7 - index / 10 }));
  expect(positionsModel(recordOf(few), { ...midway, words: '{lit}', lit }).summary).toBe('Two');
  expect(table.ids).toEqual(['office', 'union', 'near', 'quiet']);
  const spoke = '20\u00a0May\u00a02026';
  expect(table.body).toEqual([
    ['Office at length', 'Against', 'this contract', spoke, 'Official', 'Office said so.'],
    ['Union at length', 'Leaning for', 'this contract', spoke, 'Single source', 'Union said so.'],
    ['Near at length', 'Conditional or split', 'something near it', spoke, 'Official', 'Near said so.'],
    ['Quiet at length', 'Not stated', 'no position found', 'date not known', 'Not found', 'Quiet said so.'],
  ]);
  expect(plain).toEqual([
    { label: 'Office', text: 'Against; this contract' },
    { label: 'Union', text: 'Leaning for; this contract' },
    { label: 'Near', text: 'Conditional or split; something near it' },
    { label: 'Quiet', text: 'Not stated; no position found' },
  ]);
});

test('speaks for a voice by its own body, else by the row it counts as, else by the row itself', () => {
  const weights = (stakeholders: Dataset['stakeholders']) =>
    Object.fromEntries(
      marksOf({ fold: 1 }, recordOf({ stakeholders })).map(({ id, weight }) => [id, weight]),
    );
  expect(weights([voice('deputy', { countsAs: 'mayor' }), voice('mayor')])).toEqual({ deputy: 0, mayor: 1 });
  const office = voice('office', { kind: 'body', countsAs: 'mayor' });
  expect(weights([voice('mayor'), office])).toEqual({ mayor: 0, office: 1 });
  expect(weights([voice('deputy', { countsAs: 'gone' }), voice('mayor')])).toEqual({ deputy: 1, mayor: 1 });
});

test('keeps the name and place of a hidden voice, as an outline without a label', () => {
  const { marks, table, plain, summary } = positionsModel(officially(few), midway);
  expect(summary).toMatch(/ Outlines: Union\.$/);
  expect(marks.find(({ id }) => id === 'union')).toMatchObject({
    place: 1,
    evidence: null,
    isHidden: true,
  });
  expect(marks.find(({ id }) => id === 'office')).toMatchObject({ evidence: 'official', isHidden: false });
  expect(table.body[1]).toEqual(['Union at length', WITHHELD.cell, '–', '–', '–', '–']);
  expect(plain[1]).toEqual({ label: 'Union', text: WITHHELD.text });
});
