import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as v from 'valibot';
import { charts } from '#story/charts.ts';
import { story } from '#story/index.ts';
import { hosts } from '../../src/routes/embed-lab/hosts.ts';

const Words = v.pipe(v.string(), v.minLength(3));
const Id = v.pipe(v.string(), v.regex(/^[a-z-]+$/));

/** What was not run has nothing beside it; what was has its day, who did it and with which versions. A failure says how. */
const Run = v.variant('is', [
  v.strictObject({
    combination: Id,
    task: Id,
    is: v.literal('not run'),
    on: v.null(),
    by: v.null(),
    versions: v.null(),
    note: v.null(),
  }),
  v.strictObject({
    combination: Id,
    task: Id,
    is: v.literal('passed'),
    on: v.pipe(v.string(), v.isoDate()),
    by: Words,
    versions: Words,
    note: v.nullable(Words),
  }),
  v.strictObject({
    combination: Id,
    task: Id,
    is: v.literal('failed'),
    on: v.pipe(v.string(), v.isoDate()),
    by: Words,
    versions: Words,
    note: Words,
  }),
]);
const People = v.strictObject({
  about: Words,
  combinations: v.array(v.strictObject({ id: Id, with: Words, by: Words })),
  tasks: v.array(
    v.strictObject({
      id: Id,
      page: v.string(),
      do: v.pipe(v.string(), v.minLength(40)),
      good: v.pipe(v.string(), v.minLength(40)),
    }),
  ),
  runs: v.array(Run),
});

const people = v.parse(People, JSON.parse(readFileSync('tests/access/people.json', 'utf8')));

test('twelve tasks for each of seven combinations, every one with a line for its run', () => {
  expect(people.tasks).toHaveLength(12);
  expect(people.combinations.map(({ id }) => id)).toEqual(
    'jaws-chrome nvda-firefox voiceover-macos voiceover-ios talkback dragon zoomtext'.split(' '),
  );
  expect(people.runs.map(({ combination, task }) => `${combination} ${task}`)).toEqual(
    people.combinations.flatMap(({ id }) => people.tasks.map((task) => `${id} ${task.id}`)),
  );
  expect(new Set(people.tasks.map(({ id }) => id)).size).toBe(12);
});

test('every task begins where there is something', () => {
  const places = new Set([
    '',
    ...story.flatMap(({ id, steps }) => [`#${id}`, `s/${id}/`, ...steps.map((step) => `#${step.id}`)]),
    ...charts.map(({ id }) => `chart/${id}/`),
    ...hosts.map(({ id }) => `embed-lab/${id}.html`),
  ]);
  expect(people.tasks.map(({ page }) => page).filter((page) => !places.has(page))).toEqual([]);
});

test('a run without its day, its person or its versions is refused, and so is a failure without a word', () => {
  const whole = {
    combination: 'jaws-chrome',
    task: 'overview',
    on: '2027-01-31',
    by: 'A. Reader',
    versions: 'JAWS 1',
  };
  expect(v.is(Run, { ...whole, is: 'passed', note: null })).toBe(true);
  expect(v.is(Run, { ...whole, is: 'failed', note: 'The card did not close.' })).toBe(true);
  expect(v.is(Run, { ...whole, is: 'failed', note: null })).toBe(false);
  expect(v.is(Run, { ...whole, is: 'passed', note: null, on: null })).toBe(false);
  expect(v.is(Run, { ...whole, is: 'passed', note: null, by: '' })).toBe(false);
  expect(v.is(Run, { ...whole, is: 'not run', note: null })).toBe(false);
  expect(v.is(Run, { ...whole, is: 'probably', note: null })).toBe(false);
});
