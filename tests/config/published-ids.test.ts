import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as v from 'valibot';
import { facts } from '$lib/data/dataset.ts';
import { pointsOf } from '$lib/data/lookup.ts';
import { charts } from '$lib/story/story-charts.ts';
import { story } from '$lib/story/index.ts';

const LOCK = 'config/ids.lock.json';
const Lock = v.record(v.string(), v.array(v.string()));
const read = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
const locked = v.parse(Lock, read(LOCK));
const redirects = v.parse(v.record(v.string(), v.string()), read('config/redirects.json'));

/** Every id that can stand in an address today. */
const now: Record<string, string[]> = {
  sections: story.map(({ id }) => id),
  steps: story.flatMap((section) => section.steps.map(({ id }) => id)),
  facts: [
    ...facts.amounts,
    ...facts.timeline,
    ...facts.stakeholders,
    ...facts.arguments,
    ...facts.tensions,
    ...facts.tensions.flatMap(({ sides, questions }) => [...sides, ...questions]),
    ...facts.options,
    ...pointsOf(facts),
    ...facts.questions,
    ...facts.figures,
    ...facts.comparisons,
    ...facts.claims,
    ...facts.forces,
    ...facts.polls,
    ...facts.notices,
    ...facts.cases,
  ].map(({ id }) => id),
  charts: charts.map(({ id }) => id),
  // What other people's pages load from here, and what they frame as it was on a day.
  scripts: readdirSync('static').filter((name) => /^embed\..*\.js$/.test(name)),
  versions: v.parse(v.array(v.string()), read('config/versions.json')),
  terms: facts.glossary.map(({ id }) => id),
  sources: facts.sources.map(({ id }) => id),
};

// `UPDATE=1 npx vitest run tests/config` adds what is new; nothing is ever taken out.
if (process.env['UPDATE'] === '1') {
  const all = Object.entries(now).map(([kind, ids]) => [
    kind,
    [...new Set([...(locked[kind] ?? []), ...ids])].sort(),
  ]);
  writeFileSync(LOCK, `${JSON.stringify(Object.fromEntries(all), null, 2)}\n`);
}

/** Published ids of a kind that lead nowhere. */
const lost = (kind: string, ids: readonly string[]): string[] =>
  (locked[kind] ?? []).filter((id) => !ids.includes(id) && !ids.includes(redirects[id] ?? ''));

test.each(Object.entries(now))('no published id of %s has disappeared', (kind, ids) => {
  expect(lost(kind, ids)).toEqual([]);
});

test.each(Object.entries(now))('every id of %s is in the lock', (kind, ids) => {
  const known = new Set(v.parse(Lock, read(LOCK))[kind]);
  expect(ids.filter((id) => !known.has(id))).toEqual([]);
});

test('a step that is taken out is caught, unless its old address leads on', () => {
  const without = (now['steps'] ?? []).filter((id) => id !== 'threshold--half-firm');
  expect(lost('steps', without)).toEqual(['threshold--half-firm']);
});

test('a redirect leads to what is there, and never from it', () => {
  const all = new Set(Object.values(now).flat());
  for (const [old, place] of Object.entries(redirects)) {
    expect(all.has(old)).toBe(false);
    expect(all.has(place)).toBe(true);
  }
});
