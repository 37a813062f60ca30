import { expect, test } from 'vitest';
import { facts } from '#facts/index.ts';
import type { Facts } from '#facts/schema.ts';
import { positionsSeries, type PositionsScene } from '#series/positions.ts';

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
const marksOf = (more: Partial<PositionsScene> = {}, record: Facts = facts) =>
  positionsSeries(record, { ...scene, ...more }).marks;

test('ten marks on the contract, folding into seven voices', () => {
  expect(positionsSeries(facts, scene).summary).toBe('Ten: five, one, one, none, three.');
  expect(positionsSeries(facts, { ...scene, fold: 1 }).summary).toBe('Seven: three, one, one, none, two.');
});

test('every stakeholder is one mark on one shelf, and a name appears once', () => {
  const marks = marksOf();
  expect(marks.length).toBe(facts.stakeholders.length);
  expect(new Set(marks.map((mark) => mark.id)).size).toBe(marks.length);
  expect(marks.filter((mark) => mark.shelf === 'on-deal').length).toBe(10);
  expect(marks.filter((mark) => mark.shelf === 'silent').length).toBe(13);
});

test('silence is outside the scale, and only silence', () => {
  for (const mark of marksOf()) expect(mark.place === null).toBe(mark.shelf === 'silent');
});

test('what only the early article says is marked so', () => {
  expect(
    marksOf()
      .filter((mark) => mark.unconfirmed)
      .map((mark) => mark.id),
  ).toEqual(['liberty']);
});

test('rows run from stop to sign, then by date, then by name', () => {
  const open = marksOf().filter((mark) => mark.shelf === 'on-deal');
  const places = open.map((mark) => mark.place ?? 9);
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(open[0]?.id).toBe('comer-schwartz');
});

test('folding moves rows onto the row that speaks for them, without a jump', () => {
  const rows = (fold: number) => new Map(marksOf({ fold }).map((mark) => [mark.id, mark.row]));
  expect(rows(1).get('sadiq-khan')).toBeCloseTo(rows(1).get('mopac') ?? NaN);
  expect(rows(1).get('mark-rowley')).toBeCloseTo(rows(1).get('met-police') ?? NaN);
  for (let fold = 0; fold < 1; fold += 0.05) {
    for (const [id, row] of rows(fold))
      expect(Math.abs(row - (rows(fold + 0.05).get(id) ?? NaN))).toBeLessThan(0.6);
  }
});

test('no rows, one row, ties and a row without a date', () => {
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

test('the table says what the picture says', () => {
  const { table, plain } = positionsSeries(facts, { ...scene, related: 0, silent: 0, fold: 1 });
  expect(table.body.length).toBe(7);
  expect(plain.length).toBe(7);
  expect(table.body.every((row) => row[2] === 'this contract')).toBe(true);
});
