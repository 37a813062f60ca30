import { describe, expect, test } from 'vitest';
import { facts } from '$lib/data/dataset.ts';
import { applyFilter, type EvidenceFilter } from '$lib/data/filter.ts';
import { story } from '$lib/story/index.ts';
import { pictureOf } from '../story/render-chart.ts';

const steps = story.flatMap((section) => section.steps);
const official = new Set(
  [...facts.amounts, ...facts.timeline, ...facts.stakeholders, ...facts.arguments].flatMap((row) =>
    row.evidence === 'official' ? row.sources : [],
  ),
);
for (const { sides } of facts.tensions)
  for (const { evidence } of sides)
    for (const point of evidence)
      if (point.evidence === 'official') for (const id of point.sources) official.add(id);
for (const option of facts.options)
  for (const fact of option.facts)
    if (fact.evidence === 'official') for (const id of fact.sources) official.add(id);

const CONFIRMED: EvidenceFilter = { ev: 'confirmed', asof: null };
const seen = applyFilter(facts, CONFIRMED);

describe.each(steps)('$id with the official filter', ({ id, chart, scene, model }) => {
  const dimmed = chart.toModel(seen, scene);

  test('keeps every row, with an official source or the reason it is hidden', () => {
    expect(dimmed.table.ids).toEqual(model.table.ids);
    expect(dimmed.plain).toHaveLength(model.plain.length);
    for (const source of dimmed.sources) {
      const question = facts.questions.some(({ sources }) => sources.includes(source));
      const silence = facts.stakeholders.some((row) => row.evidence === null && row.sources.includes(source));
      expect(official.has(source) || question || silence, source).toBe(true);
    }
    expect(dimmed.evidence.filter((label) => label !== 'official')).toEqual([]);
  });

  test('has a cell for each column in every row, with and without the filter', () => {
    for (const { table } of [facts, seen].map((record) => chart.toModel(record, scene)))
      for (const row of table.body) expect(row).toHaveLength(table.head.length);
  });

  test('states only the visible part of its finding', () => {
    expect(dimmed.title.length).toBeLessThanOrEqual(90);
    expect(dimmed.title).toMatch(/^[\p{Lu}£].*[.?]$/u);
    const withheld = dimmed.table.body.some((row) => row.some((cell) => String(cell).startsWith('Rests on')));
    if (withheld) expect(dimmed.title).toMatch(/official/);
  });

  test('stays inside its frame and shows only the official icon', () => {
    for (const width of [288, 480] as const) {
      const svg = pictureOf({ id, chart, scene, model, name: '', heights: {} }, width, seen);
      expect(svg).not.toMatch(/NaN|undefined|Infinity|\{/);
      expect(svg).not.toMatch(/>(Reported|Single source|Contested|Unconfirmed)</);
      // A hidden voice has no tape, square or dot, only an outline.
      expect(svg).not.toMatch(/£(25|24|50(m|\D*million)|10m|200|489|818|55|234)/);
    }
  });
});

test('draws the split of the money as an outline on 21 May, and counts it', () => {
  const step = steps.find(({ id }) => id === 'threshold--half-firm');
  const before = step?.chart.toModel(applyFilter(facts, { ev: 'all', asof: '2026-05-21' }), step.scene);
  expect(before?.title).toBe('None of two facts here were public by that day; all are outlines.');
  expect(before?.table.body.flat().join(' ')).not.toContain('£25.3m');
  expect(before?.table.body[0]?.[1]).toContain('Was not public by');
});

test('keeps the name and place of every hidden voice', () => {
  const step = steps.find(({ id }) => id === 'positions--on-deal');
  const dimmed = step?.chart.toModel(seen, step.scene);
  expect(dimmed?.table.body.map(([name]) => name)).toEqual(step?.model.table.body.map(([name]) => name));
});
