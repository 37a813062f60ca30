import fc from 'fast-check';
import { expect, test } from 'vitest';
import { facts } from '#facts/index.ts';
import { blend } from '#scroll/scene.ts';
import { moneySeries, type MoneyScene } from '#series/money.ts';
import { story } from '#story/index.ts';

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
const squares = (scene: MoneyScene) => moneySeries(facts, scene).groups.flatMap((group) => group.squares);
const filled = (scene: MoneyScene): number => squares(scene).reduce((sum, square) => sum + square.part, 0);

test('squares are sums over the threshold, with part squares in proportion', () => {
  expect(filled(whole('ctx-mopac-500k'))).toBe(1);
  expect(filled(whole('met-palantir-ceiling'))).toBe(100);
  expect(filled(whole('nat-hmt-2425'))).toBeCloseTo(111);
  expect(filled(whole('nat-policeai-115m', { yearly: 1 }))).toBeCloseTo(76.67, 2);
  expect(filled(whole('force-leics-palantir', { yearly: 1 }))).toBeCloseTo(1.6375);
  expect(squares(whole('force-leics-palantir')).map((square) => Math.round(square.part * 100) / 100)).toEqual(
    [1, 0.64],
  );
});

test('ten to the row, in order', () => {
  const block = squares(whole('met-palantir-ceiling'));
  expect(block.slice(9, 11).map(({ x, y }) => [x, y])).toEqual([
    [9, 0],
    [0, 1],
  ]);
  expect(block.at(-1)).toMatchObject({ x: 9, y: 9 });
});

const parts = { parts: ['met-palantir-year1', 'met-palantir-year2'] as [string, string] };

test('the contract comes apart into its two reported parts, 50.6 and 49.6', () => {
  const [group] = moneySeries(facts, whole('met-palantir-ceiling', { ...parts, apart: 1 })).groups;
  const split = group?.split ?? 0;
  const first = group?.squares.filter((square) => square.y < split) ?? [];
  const second = group?.squares.filter((square) => square.y >= split) ?? [];
  const sum = (all: typeof first): number => all.reduce((total, square) => total + square.part, 0);
  expect(sum(first)).toBeCloseTo(50.6);
  expect(sum(second)).toBeCloseTo(49.6);
});

test('every square keeps its name, and moves without a jump, while the contract comes apart', () => {
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

test('while one scene turns into the next, the contract keeps all its squares', () => {
  const [one, hundred, half, nothing] = story[0]?.steps.map((step) => step.scene as MoneyScene) ?? [];
  if (!one || !hundred || !half || !nothing) throw new Error('the first section has lost a scene');
  for (let t = 0; t <= 1; t += 0.05) {
    expect(filled(blend(hundred, half, t))).toBeGreaterThanOrEqual(100 - 1e-9);
    expect(filled(blend(half, nothing, t))).toBeLessThanOrEqual(100.2 + 1e-9);
    expect(filled(blend(half, nothing, t))).toBeGreaterThanOrEqual(100 - 1e-9);
  }
});

test('refused and optional are hollow, a rule and agreed money are solid', () => {
  const solid = (id: string): number => moneySeries(facts, whole(id)).groups[0]?.solid ?? NaN;
  expect(solid('met-palantir-ceiling')).toBe(0);
  expect(solid('nat-policeai-115m')).toBe(0);
  expect(solid('ctx-mopac-500k')).toBe(1);
  expect(solid('force-leics-palantir')).toBe(1);
});

test('a thousand dots: seven marked', () => {
  const { field } = moneySeries(facts, { ...base, field: [{ id: 'cmp-ceiling-met-funding', on: 1 }] });
  expect(field).toEqual([
    { id: 'cmp-ceiling-met-funding', on: 1, marked: 7, text: 'Seven in every thousand' },
  ]);
});

test('the years that no money reached are worked out from the two periods', () => {
  const { boxes } = moneySeries(facts, {
    ...base,
    boxes: [{ id: 'stopped', on: 1, text: 'Planned', years: { of: 'nat-hmt-234m', after: 'nat-hmt-2425' } }],
  });
  expect(boxes[0]?.labels).toEqual(['2025–26', '2026–27', '2027–28']);
});

test('nothing, one and an unknown sum', () => {
  expect(squares(base)).toEqual([]);
  // A price that nobody has published is one empty square without a figure.
  expect(squares(whole('met-palantir-pilot-extension'))).toHaveLength(1);
  const [unknown] = moneySeries(facts, whole('met-palantir-pilot-extension')).groups;
  expect(unknown?.solid).toBe(0);
  expect(unknown?.labels[0]?.figure).toBe('');
  expect(() => moneySeries(facts, whole('no-such-amount'))).toThrow('no fact "no-such-amount"');
});

const moneyScenes = story
  .filter((section) => 'blocks' in section.still.scene)
  .flatMap((section) => section.steps.map((step) => ({ id: step.id, scene: step.scene as MoneyScene })));

test.each(moneyScenes)('$id keeps the money rules', ({ scene }) => {
  const series = moneySeries(facts, scene);
  expect(series.groups.flatMap((group) => group.squares).length).toBeLessThanOrEqual(200);
  for (const block of scene.blocks) {
    for (const id of Object.keys(block.of)) {
      const amount = facts.amounts.find((row) => row.id === id);
      // What only the early article says is never drawn, and only the contract and its line are tape.
      expect(amount?.state).not.toBe('claimed');
      expect(amount?.id).not.toContain('pilot');
      expect(['refused', 'optional', 'rule'].includes(amount?.state ?? '')).toBe(block.id === 'contract');
    }
  }
});

test('sums that stand side by side are pairs that the record calls fair', () => {
  const fair = facts.comparisons.map(({ a, b }) => `${a}|${b}`);
  for (const { scene } of moneyScenes) {
    const [first, ...others] = scene.blocks.flatMap((block) => Object.keys(block.of));
    for (const other of others) expect(fair).toContain(`${first ?? ''}|${other}`);
  }
});
