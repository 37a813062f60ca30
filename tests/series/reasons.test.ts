import { expect, test } from 'vitest';
import { layoutOf } from '#charts/parts/board.ts';
import { facts } from '#facts/index.ts';
import { reasonsSeries, type ReasonsScene, type Slip } from '#series/reasons.ts';

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

test('nothing, one slip, and many', () => {
  expect(reasonsSeries(facts, scene).table.body).toEqual([]);
  const one = reasonsSeries(facts, {
    ...scene,
    slips: [slip('procurement-rules', 'grounds', 'met-response')],
  });
  expect(one.table.body).toEqual([
    [
      'Buying rules',
      'City Hall’s grounds',
      'Reported',
      'Sadiq Khan; Kaya Comer-Schwartz; City Hall (MOPAC)',
      'Met calls it disappointing',
    ],
  ]);
  expect(one.slips[0]?.answer?.text).toBe('Met calls it disappointing');
  expect(one.table.ids).toEqual(['procurement-rules']);
});

test('whose reason it is comes from the record: only three slips may lie under City Hall’s grounds', () => {
  const grounds = facts.arguments.filter(({ cityHall }) => cityHall === 'reason').map(({ id }) => id);
  expect(grounds).toEqual(['procurement-rules', 'value-for-money']);
  expect(facts.arguments.find(({ id }) => id === 'supplier-ethics')?.cityHall).toBe('voiced-not-decisive');
  expect(facts.arguments.find(({ id }) => id === 'vendor-lock-in')?.cityHall).toBe('second-hand-only');
});

test('a slip and its answer are the same size, and nothing lies over anything', () => {
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
    const { papers } = layoutOf(reasonsSeries(facts, { ...scene, slips }), width);
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

test('a slip of no fact is an error', () => {
  expect(() => reasonsSeries(facts, { ...scene, slips: [slip('nowhere', 'grounds')] })).toThrow(
    'no fact "nowhere"',
  );
});
