import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { countsOf, playwrightCounts, vitestCounts } from '../../scripts/counts.mjs';

const dir = mkdtempSync(join(tmpdir(), 'counts-'));
const report = join(dir, 'report.json');
afterEach(() => {
  vi.restoreAllMocks();
});
afterAll(() => {
  rmSync(dir, { recursive: true });
});

const units = (numPassedTests: number, numFailedTests: number, testResults: unknown[] = []) => {
  writeFileSync(report, JSON.stringify({ numPassedTests, numFailedTests, testResults }));
};

test('the counts are those of the report', () => {
  units(7, 2);
  expect(countsOf(report, 1, vitestCounts)).toEqual({ passed: 7, failed: 2 });
});

test('a test file that could not be loaded has failed', () => {
  units(7, 0, [{ status: 'failed', assertionResults: [] }]);
  expect(countsOf(report, 1, vitestCounts)).toEqual({ passed: 7, failed: 1 });
});

test('a failure that no test owns is still one', () => {
  units(7, 0);
  expect(countsOf(report, 1, vitestCounts)).toEqual({ passed: 7, failed: 1 });
});

test('no tests at all is a failure', () => {
  units(0, 0);
  expect(countsOf(report, 0, vitestCounts)).toEqual({ passed: 0, failed: 1 });
});

test('a runner that left no report, or half of one, has failed, and is told of', () => {
  const told = vi.spyOn(console, 'error').mockReturnValue();
  expect(countsOf(join(dir, 'none.json'), 0, vitestCounts)).toEqual({ passed: 0, failed: 1 });
  writeFileSync(report, '{ "numPassedTests": 7');
  expect(countsOf(report, 0, vitestCounts)).toEqual({ passed: 0, failed: 1 });
  expect(told).toHaveBeenCalledTimes(2);
});

test('a flaky page and an error outside the tests count as failed', () => {
  writeFileSync(report, JSON.stringify({ stats: { expected: 5, unexpected: 1, flaky: 1 }, errors: [{}] }));
  expect(countsOf(report, 1, playwrightCounts)).toEqual({ passed: 5, failed: 3 });
});
