import { expect, test } from 'vitest';
import { layoutOf } from '#charts/parts/form.ts';
import { facts } from '#facts/index.ts';
import { gapsSeries, type GapsScene } from '#series/gaps.ts';

const closed = { papers: 0, money: 0, proof: 0, 'after-june': 0 };
const scene: GapsScene = {
  title: 'A title.',
  subtitle: 'Open questions',
  words: '{questions} boxes.',
  open: closed,
  edge: 0,
  claims: 0,
};

test('one empty box for every open question, and the counts in words', () => {
  const { groups, summary } = gapsSeries(facts, { ...scene, open: { ...closed, papers: 1 } });
  expect(groups.map(({ id, boxes }) => [id, boxes.length])).toEqual([
    ['papers', 3],
    ['money', 5],
    ['proof', 5],
    ['after-june', 4],
  ]);
  expect(summary).toBe('Three boxes.');
  expect(gapsSeries(facts, scene).table.body).toEqual([]);
});

test('fifty claims by verdict: 17, 3 and 30', () => {
  const { claims, table } = gapsSeries(facts, { ...scene, claims: 1 });
  expect(claims.rows.map(({ text, boxes }) => [text, boxes.length])).toEqual([
    ['Seventeen corroborated', 17],
    ['Three contradicted', 3],
    ['Thirty unverified', 30],
  ]);
  expect(table.body).toHaveLength(50);
  expect(table.ids).toEqual(facts.claims.map(({ id }) => id));
});

test('boxes of a group keep apart, open and closed', () => {
  for (const width of [288, 480]) {
    for (const open of [0, 1]) {
      const { groups } = layoutOf(gapsSeries(facts, { ...scene, open: { ...closed, money: open } }), width);
      const places = groups.flatMap(({ boxes }) =>
        boxes.map(({ x, y }) => `${String(Math.round(x))} ${String(Math.round(y))}`),
      );
      expect(new Set(places).size).toBe(17);
    }
  }
});
