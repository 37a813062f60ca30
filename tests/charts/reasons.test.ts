import { expect, test } from 'vitest';
import { layout } from '$lib/charts/reasons/layout.ts';
import { facts } from '$lib/data/dataset.ts';
import { reasonsModel, type ReasonsScene, type Slip } from '$lib/charts/reasons/model.ts';
import { argument, event, officially, point, recordOf, tension, voice, WITHHELD } from '../data/factories.ts';

const scene: ReasonsScene = {
  title: 'A title.',
  subtitle: 'Reasons in one place',
  words: 'Some slips.',
  signers: [],
  slips: [],
};
const slip = (id: string, under: Slip['under'], answer?: string): Slip => ({
  id,
  on: 1,
  under,
  ...(answer ? { answer } : {}),
});

test('handles no slip, one slip and many', () => {
  expect(reasonsModel(facts, scene).table.body).toEqual([]);
  const one = reasonsModel(facts, {
    ...scene,
    slips: [slip('procurement-rules', 'grounds', 'met-response')],
  });
  expect(one.table.body).toEqual([
    [
      'Buying rules',
      'City Hall’s grounds',
      'Reported',
      'Sadiq Khan; Kaya Comer-Schwartz; City Hall (MOPAC)',
      'Met warns of fewer officers',
    ],
  ]);
  expect(one.slips[0]?.answer?.text).toBe('Met warns of fewer officers');
  expect(one.table.ids).toEqual(['procurement-rules']);
});

test('says that no answer was found, and shows no evidence label there', () => {
  const missing = { ...slip('procurement-rules', 'grounds', 'met-response'), answerText: 'No answer found' };
  const { slips, table } = reasonsModel(facts, { ...scene, slips: [missing] });
  expect(slips[0]?.answer).toEqual({ text: 'No answer found', mark: null, note: null });
  expect(table.body[0]?.at(-1)).toBe('No answer found');
});

test('takes the owner of a reason from the dataset: City Hall has only three', () => {
  const grounds = facts.arguments.filter(({ cityHall }) => cityHall === 'reason').map(({ id }) => id);
  expect(grounds).toEqual(['procurement-rules', 'value-for-money']);
  expect(facts.arguments.find(({ id }) => id === 'supplier-ethics')?.cityHall).toBe('voiced-not-decisive');
  expect(facts.arguments.find(({ id }) => id === 'vendor-lock-in')?.cityHall).toBe('second-hand-only');
});

test('gives a slip and its answer the same size, without overlaps', () => {
  const slips = [
    slip('procurement-rules', 'grounds', 'met-response'),
    slip('speed-check-first-3', 'grounds', 'domestic-manageable-3'),
    slip('value-for-money', 'grounds', 'speed-faster-2'),
    slip('supplier-ethics', 'voiced', 'palantir-hits-back'),
    slip('privacy', 'others'),
    slip('surveillance-bias', 'others'),
    slip('framed-lockin', 'not-found'),
  ];
  for (const width of [288, 480]) {
    const { papers } = layout(reasonsModel(facts, { ...scene, slips }), width);
    for (const paper of papers.filter(({ id }) => id.endsWith(' answer'))) {
      const question = papers.find(({ id }) => `${id} answer` === paper.id);
      expect([paper.width, paper.height]).toEqual([question?.width, question?.height]);
    }
    for (const [index, a] of papers.entries()) {
      expect(a.x + a.width).toBeLessThanOrEqual(width);
      for (const b of papers.slice(index + 1)) {
        const apart =
          a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
        expect(apart, `${a.id} and ${b.id} at ${String(width)}`).toBe(true);
      }
    }
  }
});

test('throws when the fact of a slip does not exist', () => {
  expect(() => reasonsModel(facts, { ...scene, slips: [slip('nowhere', 'grounds')] })).toThrow(
    'no fact "nowhere"',
  );
});

const few = {
  stakeholders: [voice('mayor'), voice('deputy', { evidence: 'single' })],
  arguments: [argument('price', { madeBy: ['mayor'], madeByOther: ['an unnamed official'] })],
  tensions: [tension('speed', [[point('fast', { evidence: 'single' })], []])],
  timeline: [event('reply', '2026-05-21', { evidence: 'single' })],
};
const board: ReasonsScene = {
  ...scene,
  signers: [
    { id: 'mayor', on: 0.5 },
    { id: 'deputy', on: 1 },
    { id: 'mayor', on: 0.49 },
  ],
  slips: [
    { id: 'price', on: 0.5, under: 'grounds', answer: 'reply' },
    { id: 'fast', on: 1, under: 'not-found', text: 'faster, they say' },
    { id: 'fast', on: 1, under: 'others' },
    { id: 'price', on: 0.49, under: 'voiced' },
  ],
};

test('describes a slip when it is at least half visible: signers first, then reasons with their owners', () => {
  const { table, plain } = reasonsModel(recordOf(few), board);
  expect(table.ids).toEqual(['mayor', 'deputy', 'price', 'fast', 'fast']);
  expect(table.body).toEqual([
    ['Mayor', 'One decision', 'Official', 'Member', '–'],
    ['Deputy', 'One decision', 'Single source', 'Member', '–'],
    ['Price', 'City Hall’s grounds', 'Official', 'Mayor; an unnamed official', 'Reply'],
    ['Faster, they say', 'Not found as City Hall’s', 'Single source', '–', '–'],
    ['Fast', 'Other people’s reasons', 'Single source', '–', '–'],
  ]);
  expect(plain).toEqual([
    { label: 'Mayor', text: 'one decision with the others' },
    { label: 'Deputy', text: 'one decision with the others' },
    { label: 'Price', text: 'City Hall’s grounds. Answer: Reply' },
    { label: 'faster, they say', text: 'Not found as City Hall’s' },
    { label: 'Fast', text: 'Other people’s reasons' },
  ]);
});

test('draws all papers, with a ghost only for a reason that nobody else gives', () => {
  const { signers, slips, sources } = reasonsModel(recordOf(few), board);
  const words = (text: string, mark: string) => ({ text, mark, note: null });
  expect(signers).toEqual([
    { id: 'mayor', on: 0.5, ...words('Mayor', 'official') },
    { id: 'deputy', on: 1, ...words('Deputy', 'single') },
    { id: 'mayor', on: 0.49, ...words('Mayor', 'official') },
  ]);
  const slip = { ghost: false, answer: null };
  expect(slips).toEqual([
    {
      ...slip,
      id: 'price',
      on: 0.5,
      under: 'grounds',
      ...words('Price', 'official'),
      answer: words('Reply', 'single'),
    },
    { ...slip, id: 'fast', on: 1, under: 'not-found', ghost: true, ...words('faster, they say', 'single') },
    { ...slip, id: 'fast', on: 1, under: 'others', ...words('Fast', 'single') },
    { ...slip, id: 'price', on: 0.49, under: 'voiced', ...words('Price', 'official') },
  ]);
  expect(sources).toEqual(['of-mayor', 'of-deputy', 'of-price', 'of-reply', 'of-fast']);
});

test('draws a hidden reason as an outline without its words, and gives the reason for a hidden answer', () => {
  const { table, plain, summary } = reasonsModel(officially(few), board);
  expect(table.body).toEqual([
    ['Mayor', 'One decision', 'Official', 'Member', '–'],
    ['Deputy', WITHHELD.cell, '–', '–', '–'],
    ['Price', 'City Hall’s grounds', 'Official', 'Mayor; an unnamed official', WITHHELD.cell],
    ['Faster, they say', WITHHELD.cell, '–', '–', '–'],
    ['A point of evidence', WITHHELD.cell, '–', '–', '–'],
  ]);
  expect(plain.slice(1)).toEqual([
    { label: 'Deputy', text: WITHHELD.text },
    { label: 'Price', text: 'City Hall’s grounds' },
    { label: 'faster, they say', text: WITHHELD.text },
    { label: 'A point of evidence', text: WITHHELD.text },
  ]);
  const seen = { ...scene, slips: [slip('price', 'grounds', 'mayor')] };
  expect(reasonsModel(officially(few), seen).table.body[0]?.[4]).toBe('Mayor');
  expect(summary).toBe(
    'Two of five facts here are official; the rest are outlines. Outlines: Deputy; Reply; A point of evidence.',
  );
});
