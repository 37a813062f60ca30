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

/** Returns the base with one file replaced. */
const withFile = (target: string, raw: Uint8Array) => check(new Map([...base, [target, raw]]));

it('passes the real dataset', () => {
  expect(check(readRecord(dataDir)).map(formatProblem)).toEqual([]);
});

it('passes the base of the invalid fixtures', () => {
  expect(check(base).map(formatProblem)).toEqual([]);
});

describe('rejects an invalid fixture by its rule alone, at the right place', () => {
  test.each(bad)('$name', ({ name, target, raw }) => {
    const problems = withFile(target, raw);
    expect([...new Set(problems.map(({ rule }) => rule))]).toEqual([name.slice(0, 3)]);
    expect(problems.map(({ file, pointer }) => `${file}#${pointer}`)).toContain(places[name]);
    for (const problem of problems) {
      expect(formatProblem(problem)).toMatch(
        /^DATA-\d{3} [a-z-]+\.json#\/\S*: [^\n]+\. Expected [^\n]+\. Got [^\n]+\. Fix: [^\n]+\.$/,
      );
      // A message with an unfilled placeholder.
      expect(formatProblem(problem)).not.toContain('undefined');
    }
  });
});

describe('passes an edge case', () => {
  test.each(edge)('$name', ({ target, raw }) => {
    expect(withFile(target, raw).map(formatProblem)).toEqual([]);
  });
});

it('has an invalid fixture for every rule and a rule for every fixture, and enough of both', () => {
  expect([...new Set(bad.map(({ name }) => name.slice(0, 3)))].sort()).toEqual(Object.keys(rules).sort());
  expect(Object.keys(places).sort()).toEqual(bad.map(({ name }) => name));
  expect(bad.length).toBeGreaterThanOrEqual(60);
  expect(edge.length).toBeGreaterThanOrEqual(15);
});

it('lists every rule word for word in the README of the data', () => {
  const readme = readFileSync(join(dataDir, 'README.md'), 'utf8');
  for (const [rule, says] of Object.entries(rules)) {
    expect(
      readme.split('\n').some((line) => line.startsWith(`| ${rule} |`) && line.endsWith(`| ${says} |`)),
    ).toBe(true);
  }
});
