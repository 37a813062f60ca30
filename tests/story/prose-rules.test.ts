import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { facts } from '$lib/data/dataset.ts';
import { story } from '$lib/story/index.ts';
import { pictureOf } from './render-chart.ts';

const proseOf = (section: string): string => readFileSync(`src/lib/story/${section}/Prose.svelte`, 'utf8');
const steps = story.flatMap((section) => section.steps.map((step) => ({ step })));

test.each(story.map((section) => section.id))(
  '%s: one paragraph for every scene, in the same order',
  (id) => {
    const section = story.find((one) => one.id === id);
    const ids = [...proseOf(id).matchAll(/<Step id="([^"]+)"/g)].map((match) => match[1]);
    expect(ids).toEqual(section?.steps.map((step) => step.id));
    for (const step of ids) expect(step?.startsWith(`${id}--`)).toBe(true);
  },
);

test.each(story.map((section) => section.id))('%s: no sum and no date is typed by hand', (id) => {
  const prose = proseOf(id)
    .replace(/<script[\s\S]*?<\/script>/, '')
    .replace(/<\w+\s[^>]*>/g, '');
  expect(prose).not.toMatch(/\d/);
  expect(readFileSync(`src/lib/story/${id}/index.ts`, 'utf8')).not.toMatch(/£\d/);
});

test.each(story.map((section) => section.id))('%s: follows the house style', (id) => {
  const prose = proseOf(id).replace(/“[^”]*”/g, '');
  expect(prose).not.toMatch(/\b(axed|scrapped|vetoed|sued|illegal|controversial|sinister|blasts)\b/i);
  expect(prose).not.toMatch(/broke the law|people sacked/i);
});

test('the staff pilot and the contract never share a picture of money', () => {
  const withPilot = steps.filter(({ step }) => JSON.stringify(step.scene).includes('"met-palantir-pilot'));
  expect(withPilot.map(({ step }) => step.id)).toEqual(['case-for--pilot-price']);
  for (const { step } of withPilot)
    expect(JSON.stringify(step.scene)).not.toMatch(/met-palantir-(ceiling|year)|"contract"/);
});

test.each(story.map((section) => [section.id, section.height] as const))(
  '%s fits beside its text on the lowest viewport with two columns (%i px)',
  (_, height) => {
    // 84 % of 680 px, minus the caption's four lines.
    expect(height).toBeLessThanOrEqual(0.84 * 680 - 113);
  },
);

/** Returns the steps whose picture at 288 px differs under a changed dataset. */
const changedBy = (change: (record: typeof facts) => typeof facts): string[] => {
  const changed = change(facts);
  return steps
    .filter(({ step }) => pictureOf(step, 288) !== pictureOf(step, 288, changed))
    .map(({ step }) => step.id);
};

test('a changed sum changes only the pictures that draw it', () => {
  const amounts = facts.amounts.map((row) =>
    row.id === 'force-leics-palantir' ? { ...row, amountGBP: 1_500_000, annualGBP: 1_500_000 } : row,
  );
  expect(changedBy((record) => ({ ...record, amounts }))).toEqual(['budgets--same-supplier']);
});

test('a changed name changes only the pictures that print it', () => {
  const stakeholders = facts.stakeholders.map((row) =>
    row.id === 'psc' ? { ...row, short: 'Another name' } : row,
  );
  expect(changedBy((record) => ({ ...record, stakeholders }))).toEqual([
    'positions--on-deal',
    'positions--one-voice-each',
    'positions--campaigns',
  ]);
});

test('a changed label changes only the pictures that show it', () => {
  const timeline = facts.timeline.map((row) =>
    row.id === 'pilot-dpia' ? { ...row, evidence: 'official' as const } : row,
  );
  expect(changedBy((record) => ({ ...record, timeline }))).toEqual(['road-here--staff-pilot']);
});
