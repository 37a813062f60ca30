import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { check, formatProblem, rules } from '$lib/data/validate/index.ts';
import { readRecord } from '$lib/data/validate/cli.ts';
import { baseDir, dataDir, expectedPlaces, fixtures } from './fixtures.ts';

const base = readRecord(baseDir);
const bad = fixtures('invalid');
const edge = fixtures('valid');
const places = expectedPlaces();

/** The base with one file replaced. */
const withFile = (target: string, raw: Uint8Array) => check(new Map([...base, [target, raw]]));

it('passes the real record', () => {
  expect(check(readRecord(dataDir)).map(formatProblem)).toEqual([]);
});

it('passes the base on which the bad files are tried', () => {
  expect(check(base).map(formatProblem)).toEqual([]);
});

describe('a bad file is rejected, by its rule and no other, where it is bad', () => {
  test.each(bad)('$name', ({ name, target, raw }) => {
    const problems = withFile(target, raw);
    expect([...new Set(problems.map(({ rule }) => rule))]).toEqual([name.slice(0, 3)]);
    expect(problems.map(({ file, pointer }) => `${file}#${pointer}`)).toContain(places[name]);
    for (const problem of problems) {
      expect(formatProblem(problem)).toMatch(
        /^DATA-\d{3} [a-z-]+\.json#\/\S*: [^\n]+\. Expected [^\n]+\. Got [^\n]+\. Fix: [^\n]+\.$/,
      );
      // A message with a word that was forgotten.
      expect(formatProblem(problem)).not.toContain('undefined');
    }
  });
});

describe('an edge file passes', () => {
  test.each(edge)('$name', ({ target, raw }) => {
    expect(withFile(target, raw).map(formatProblem)).toEqual([]);
  });
});

it('has a bad file for every rule, a rule for every bad file, and enough of both', () => {
  expect([...new Set(bad.map(({ name }) => name.slice(0, 3)))].sort()).toEqual(Object.keys(rules).sort());
  expect(Object.keys(places).sort()).toEqual(bad.map(({ name }) => name));
  expect(bad.length).toBeGreaterThanOrEqual(60);
  expect(edge.length).toBeGreaterThanOrEqual(15);
});

it('tells every rule in the record’s README, word for word', () => {
  const readme = readFileSync(join(dataDir, 'README.md'), 'utf8');
  for (const [rule, says] of Object.entries(rules)) {
    expect(
      readme.split('\n').some((line) => line.startsWith(`| ${rule} |`) && line.endsWith(`| ${says} |`)),
    ).toBe(true);
  }
});
