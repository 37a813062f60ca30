import { expect, test } from 'vitest';
import { layout } from '$lib/charts/gaps/layout.ts';
import { numberToWords, capitalize } from '$lib/data/format.ts';
import { facts } from '$lib/data/dataset.ts';
import { gapsModel, type GapsScene } from '$lib/charts/gaps/model.ts';
import { claim, officially, question, recordOf, WITHHELD } from '../data/factories.ts';

const closed = { papers: 0, money: 0, proof: 0, 'after-june': 0 };
const scene: GapsScene = {
  title: 'A title.',
  subtitle: 'Open questions',
  words: '{questions} boxes.',
  open: closed,
  edge: 0,
  claims: 0,
};

test('draws one empty box for every open question, with counts in words', () => {
  const { groups, summary } = gapsModel(facts, { ...scene, open: { ...closed, papers: 1 } });
  for (const { id, boxes } of groups)
    expect(boxes).toHaveLength(facts.questions.filter(({ group }) => group === id).length);
  expect(groups.map(({ id }) => id)).toEqual(['papers', 'money', 'proof', 'after-june']);
  const papers = facts.questions.filter(({ group }) => group === 'papers').length;
  expect(summary).toBe(`${capitalize(numberToWords(papers))} boxes.`);
  expect(gapsModel(facts, scene).table.body).toEqual([]);
});

test('groups fifty claims by verdict: 18, 3 and 29', () => {
  const { claims, table } = gapsModel(facts, { ...scene, claims: 1 });
  expect(claims.rows.map(({ text, boxes }) => [text, boxes.length])).toEqual([
    ['Eighteen corroborated', 18],
    ['Three contradicted', 3],
    ['Twenty-nine unverified', 29],
  ]);
  expect(table.body).toHaveLength(50);
  expect(table.ids).toEqual(facts.claims.map(({ id }) => id));
});

test('keeps open and closed boxes of a group apart', () => {
  for (const width of [288, 480]) {
    for (const open of [0, 1]) {
      const { groups } = layout(gapsModel(facts, { ...scene, open: { ...closed, money: open } }), width);
      const places = groups.flatMap(({ boxes }) =>
        boxes.map(({ x, y }) => `${String(Math.round(x))} ${String(Math.round(y))}`),
      );
      expect(new Set(places).size).toBe(facts.questions.length);
    }
  }
});

// With a filter, a question or a claim has the label of its basis.
const rests = { evidence: 'single', knownFrom: null } as const;
const few = {
  questions: [
    question('q-letter', { sources: ['of-letter'] }),
    question('q-price', { group: 'money' }),
    question('q-memo', { rests }),
    question('q-sum', { group: 'money', rests }),
  ],
  claims: [
    claim('khan', 'corroborated', { sources: ['of-khan'] }),
    claim('lock', 'unverified', { rests }),
    claim('veto', 'contradicted'),
  ],
};
const half = { ...scene, words: '{questions}.', open: { ...closed, papers: 0.5, money: 0.49 } };

test('describes a group or an early article when it is at least half visible', () => {
  const small = recordOf(few);
  const { table, plain, summary, sources } = gapsModel(small, { ...half, claims: 0.5 });
  expect(table.body).toEqual([
    ['Q letter?', 'Papers: not found', 'Q letter was looked for.'],
    ['Q memo?', 'Papers: not found', 'Q memo was looked for.'],
    ['Khan is so.', 'Corroborated', 'Why khan.'],
    ['Lock is so.', 'Unverified', 'Why lock.'],
    ['Veto is so.', 'Contradicted', 'Why veto.'],
  ]);
  expect(table.ids).toEqual(['q-letter', 'q-memo', 'khan', 'lock', 'veto']);
  expect(plain).toEqual([
    { label: 'Papers', text: 'Q letter?' },
    { label: 'Papers', text: 'Q memo?' },
    { label: 'Corroborated', text: 'Khan is so.' },
    { label: 'Unverified', text: 'Lock is so.' },
    { label: 'Contradicted', text: 'Veto is so.' },
  ]);
  expect(summary).toBe('Two.');
  expect(sources).toEqual(['of-letter', 'of-khan']);
  expect(gapsModel(small, { ...half, claims: 0.49 }).table.ids).toEqual(['q-letter', 'q-memo']);
});

test('has every box of a group, open or closed, with squares for money', () => {
  const { groups, edge, claims } = gapsModel(recordOf(few), { ...half, edge: 0.25, claims: 0.75 });
  const box = (id: string, text: string) => ({ id, text, isHidden: false });
  expect(groups).toEqual([
    {
      id: 'papers',
      name: 'Papers',
      open: 0.5,
      square: false,
      boxes: [box('q-letter', 'Q letter?'), box('q-memo', 'Q memo?')],
    },
    {
      id: 'money',
      name: 'Money',
      open: 0.49,
      square: true,
      boxes: [box('q-price', 'Q price?'), box('q-sum', 'Q sum?')],
    },
    { id: 'proof', name: 'Proof and opinion', open: 0, square: false, boxes: [] },
    { id: 'after-june', name: 'After the record stops', open: 0, square: false, boxes: [] },
  ]);
  expect(edge).toEqual({ on: 0.25, text: 'Our record stops in June 2026' });
  expect(claims).toEqual({
    on: 0.75,
    rows: [
      { verdict: 'corroborated', text: 'One corroborated', boxes: [{ id: 'khan', isHidden: false }] },
      { verdict: 'contradicted', text: 'One contradicted', boxes: [{ id: 'veto', isHidden: false }] },
      { verdict: 'unverified', text: 'One unverified', boxes: [{ id: 'lock', isHidden: false }] },
    ],
  });
});

test('shows only the topic of a hidden question and the number of a hidden claim', () => {
  const dim = officially(few);
  const { table, plain, groups, claims } = gapsModel(dim, {
    ...scene,
    open: { ...closed, papers: 1, money: 1 },
    claims: 1,
  });
  expect(table.body).toEqual([
    ['Q letter?', 'Papers: not found', 'Q letter was looked for.'],
    ['Q price?', 'Money: not found', 'Q price was looked for.'],
    ['A question about papers', WITHHELD.cell, '–'],
    ['A question about money', WITHHELD.cell, '–'],
    ['Khan is so.', 'Corroborated', 'Why khan.'],
    ['Claim 2', WITHHELD.cell, '–'],
    ['Veto is so.', 'Contradicted', 'Why veto.'],
  ]);
  expect(plain[2]).toEqual({ label: 'Papers', text: WITHHELD.text });
  expect(plain[5]).toEqual({ label: 'Unverified', text: WITHHELD.text });
  expect(groups[0]?.boxes).toEqual([
    { id: 'q-letter', text: 'Q letter?', isHidden: false },
    { id: 'q-memo', text: `A question that ${WITHHELD.text}`, isHidden: true },
  ]);
  // One hidden item among others is enough.
  const more = officially({ ...few, claims: [...few.claims, claim('audit', 'unverified')] });
  expect(gapsModel(more, { ...scene, claims: 1 }).claims.rows[2]?.text).toBe('Unverified');
  // Their number would reveal the hidden items.
  expect(claims.rows.map(({ text, boxes }) => [text, boxes[0]?.isHidden])).toEqual([
    ['One corroborated', false],
    ['One contradicted', false],
    ['Unverified', true],
  ]);
});
