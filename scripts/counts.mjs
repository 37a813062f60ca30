// Reads the totals of `npm test` from the runners' own reports, and never counts a crashed runner as a pass.
import { readJson } from './run.mjs';

/** @typedef {{ passed: number, failed: number }} Counts */

/**
 * @typedef {object} VitestReport the parts of Vitest's JSON report that are used here
 * @property {number} numPassedTests
 * @property {number} numFailedTests
 * @property {{ status: string, assertionResults: unknown[] }[]} testResults one per file
 */

/** @typedef {{ stats: { expected: number, unexpected: number, flaky: number }, errors: unknown[] }} PlaywrightReport */

/** @param {VitestReport} report @returns {Counts} a file that cannot be loaded counts as one failed test */
export const vitestCounts = ({ numPassedTests, numFailedTests, testResults }) => ({
  passed: numPassedTests,
  failed:
    numFailedTests +
    testResults.filter(({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0)
      .length,
});

/** @param {PlaywrightReport} report @returns {Counts} an error outside a test counts as one failed test */
export const playwrightCounts = ({ stats, errors }) => ({
  passed: stats.expected,
  failed: stats.unexpected + stats.flaky + errors.length,
});

/**
 * Returns the counts of a run from its report.
 * @template Report
 * @param {string} file the report
 * @param {number} code the runner's exit code
 * @param {(report: Report) => Counts} count
 * @returns {Counts}
 */
export function countsOf(file, code, count) {
  const { passed, failed } = read(file, count);
  // A runner that found no tests, or that failed without a failed test, has not passed.
  const silent = failed === 0 && (code !== 0 || passed === 0);
  return { passed, failed: silent ? 1 : failed };
}

/**
 * @template Report
 * @param {string} file
 * @param {(report: Report) => Counts} count
 * @returns {Counts}
 */
function read(file, count) {
  try {
    return count(/** @type {Report} */ (readJson(file)));
  } catch (error) {
    console.error(
      `The runner left no report that can be read: ${error instanceof Error ? error.message : file}`,
    );
    return { passed: 0, failed: 1 };
  }
}
