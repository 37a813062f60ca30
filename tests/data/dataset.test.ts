import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import prettier from 'prettier';
import { describe, expect, it, test } from 'vitest';
import { isObject } from '$lib/data/validate/json-file.ts';
import { facts } from '$lib/data/dataset.ts';
import { fileOf } from '$lib/data/schema.ts';
import { dataDir } from './validate/fixtures.ts';

const count = (values: readonly (string | null)[]) =>
  values.reduce<Record<string, number>>((sums, value) => {
    sums[String(value)] = (sums[String(value)] ?? 0) + 1;
    return sums;
  }, {});

const by = <T extends { id: string }>(rows: readonly T[], id: string): T => {
  const row = rows.find((each) => each.id === id);
  if (!row) throw new Error(`no row ${id}`);
  return row;
};

describe('the counts that the story states', () => {
  it('has ten rows and seven voices on the deal, as counted by hand', () => {
    const onDeal = facts.stakeholders.filter(({ basis }) => basis === 'on-deal');
    expect(onDeal).toHaveLength(10);
    expect(new Set(onDeal.map(({ countsAs }) => countsAs)).size).toBe(7);
    expect(count(onDeal.map(({ stance }) => stance))).toEqual({
      'opposes-deal': 5,
      'leans-against': 1,
      'neutral-or-split': 1,
      'supports-deal': 3,
    });
  });

  it('has 18 corroborated, 3 contradicted and 29 unverified claims', () => {
    expect(count(facts.claims.map(({ verdict }) => verdict))).toEqual({
      corroborated: 18,
      contradicted: 3,
      unverified: 29,
    });
  });
});

it('uses every id once, over rows, sides, points and questions', () => {
  const { record, lens, ...lists } = facts;
  const ids = [
    ...Object.values(lists).flatMap((rows) => rows.map(({ id }) => id)),
    ...facts.tensions.flatMap(({ sides, questions }) => [
      ...sides.flatMap((side) => [side.id, ...side.evidence.map(({ id }) => id)]),
      ...questions.map(({ id }) => id),
    ]),
    ...facts.options.flatMap((option) => option.facts.map(({ id }) => id)),
  ];
  expect(lens).toBeUndefined();
  expect(record.cutOff).toBe('2026-06');
  expect(new Set(ids).size).toBe(ids.length);
});

describe('sums that were computed by hand', () => {
  it('splits the refused contract into £25.3m and £24.8m, £50.1m against a round £50m', () => {
    const parts = facts.amounts.filter(({ partOf }) => partOf === 'met-palantir-ceiling');
    expect(parts.map(({ amountGBP }) => amountGBP)).toEqual([25_300_000, 24_800_000]);
    expect(parts.map(({ state }) => state)).toEqual(['refused', 'optional']);
    expect(by(facts.amounts, 'met-palantir-ceiling').amountGBP).toBe(50_000_000);
  });

  test.each([
    ['cmp-ceiling-threshold', 100],
    ['cmp-pilot-threshold', 0.98],
    ['cmp-ceiling-met-funding', 0.007],
    ['cmp-ceiling-police-ai', 25 / 38.33],
    ['cmp-ceiling-leicestershire', 31],
    ['cmp-ceiling-bedfordshire', 36],
    ['cmp-ceiling-body-worn', 5],
    ['cmp-first-year-treasury', 25.3 / 55.5],
  ])('%s is about %f', (id, ratio) => {
    const { a, b, basis } = by(facts.comparisons, id);
    const [left, right] = [a, b].map((side) => {
      const { amountGBP, annualGBP } = by(facts.amounts, side);
      return (basis === 'whole' ? amountGBP : annualGBP) ?? NaN;
    });
    expect((left ?? NaN) / (right ?? NaN) / ratio).toBeCloseTo(1, 1);
  });

  it('has no sum in exactly the rows marked unknown', () => {
    const empty = facts.amounts.filter(({ amountGBP, lowGBP }) => amountGBP === null && lowGBP === null);
    expect(empty.length).toBeGreaterThan(0);
    expect(facts.amounts.filter(({ state }) => state === 'unknown')).toEqual(empty);
  });
});

it('keeps the contract, the staff pilot and the rest in separate lanes', () => {
  expect(Object.keys(count(facts.timeline.map(({ lane }) => lane))).sort()).toEqual([
    'contract',
    'elsewhere',
    'staff-pilot',
  ]);
  expect(by(facts.timeline, 'dmpc-refusal').lane).toBe('contract');
  expect(by(facts.timeline, 'pilot-extended').lane).toBe('staff-pilot');
  expect(by(facts.timeline, 'precise-policing-market').lane).toBe('elsewhere');
});

it('has three or four questions in each tension, for both sides', () => {
  for (const { questions, sides } of facts.tensions) {
    expect([3, 4]).toContain(questions.length);
    const asked = new Set(questions.flatMap(({ points }) => points));
    for (const { evidence } of sides) expect(evidence.some(({ id }) => asked.has(id))).toBe(true);
  }
});

describe('the format of the data files', () => {
  test.each(Object.values(fileOf))(
    'is standard in %s, with the same field order in every row',
    async (file) => {
      const path = join(dataDir, file);
      const text = readFileSync(path, 'utf8');
      const style = await prettier.resolveConfig(path);
      expect(await prettier.check(text, { ...style, plugins: [], filepath: path })).toBe(true);
      const value: unknown = JSON.parse(text);
      const rows: unknown[] = Array.isArray(value) ? value : [value];
      expect(new Set(rows.map((row) => (isObject(row) ? Object.keys(row).join() : ''))).size).toBe(1);
    },
  );
});
