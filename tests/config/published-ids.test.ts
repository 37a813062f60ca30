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

/** Every id that an address can contain today. */
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
  // Files that other sites load from here, and versions that they embed.
  scripts: readdirSync('static').filter((name) => /^embed\..*\.js$/.test(name)),
  versions: v.parse(v.array(v.string()), read('config/versions.json')),
  terms: facts.glossary.map(({ id }) => id),
  sources: facts.sources.map(({ id }) => id),
};

// `UPDATE=1 npx vitest run tests/config` adds new ids and never removes one.
if (process.env['UPDATE'] === '1') {
  const all = Object.entries(now).map(([kind, ids]) => [
    kind,
    [...new Set([...(locked[kind] ?? []), ...ids])].sort(),
  ]);
  writeFileSync(LOCK, `${JSON.stringify(Object.fromEntries(all), null, 2)}\n`);
}

/** Returns published ids of a kind that no longer exist. */
const lost = (kind: string, ids: readonly string[]): string[] =>
  (locked[kind] ?? []).filter((id) => !ids.includes(id) && !ids.includes(redirects[id] ?? ''));

test.each(Object.entries(now))('every published id of %s still exists', (kind, ids) => {
  expect(lost(kind, ids)).toEqual([]);
});

test.each(Object.entries(now))('every id of %s is in the lock file', (kind, ids) => {
  const known = new Set(v.parse(Lock, read(LOCK))[kind]);
  expect(ids.filter((id) => !known.has(id))).toEqual([]);
});

test('reports a removed step unless its old address redirects', () => {
  const without = (now['steps'] ?? []).filter((id) => id !== 'threshold--half-firm');
  expect(lost('steps', without)).toEqual(['threshold--half-firm']);
});

test('redirects only to existing ids, and never from one', () => {
  const all = new Set(Object.values(now).flat());
  for (const [old, place] of Object.entries(redirects)) {
    expect(all.has(old)).toBe(false);
    expect(all.has(place)).toBe(true);
  }
});
