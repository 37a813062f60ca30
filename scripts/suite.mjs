// Runs one of the long suites of browser tests on a finished build; --write puts the results into the README.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { insertTables } from './docs-tables.mjs';
import { endWithNpm, isProgram, readJson, root, runPackage } from './run.mjs';
import { tools } from './tools.mjs';

/** @typedef {{ title: string, specs?: { title: string, ok: boolean }[], suites?: Suite[] }} Suite a part of Playwright's report */

/** @param {Suite} suite @returns {{ title: string, ok: boolean }[]} every test of the suite */
const testsOf = ({ specs = [], suites = [] }) => [...specs, ...suites.flatMap(testsOf)];

/**
 * Returns a table of the results of each fault; tests that differ only in the broken chart or script share a
 * row.
 * @param {{ title: string, ok: boolean }[]} tests
 */
export function tableOf(tests) {
  /** @type {Map<string, { passed: number, all: number }>} */
  const rows = new Map();
  for (const { title, ok } of tests) {
    const row = title
      .replace(/^the script .+ is /, 'a script is ')
      .replace(/^[A-Z]\w+ throws, /, 'a chart throws, ')
      .replace(
        /^history \d+$/,
        'a history of deploys, kills, evictions and offline spells: one build, or nothing',
      );
    const { passed, all } = rows.get(row) ?? { passed: 0, all: 0 };
    rows.set(row, { passed: passed + (ok ? 1 : 0), all: all + 1 });
  }
  const lines = [...rows].map(([row, { passed, all }]) => {
    const [fault = '', ...answer] = row.split(': ');
    return `| ${fault} | ${answer.join(': ')} | ${passed} of ${all} |`;
  });
  return ['| fault | what the reader gets | passed |', '| --- | --- | --- |', ...lines].join('\n');
}

/**
 * @param {string} suite a folder of `tests/`
 * @param {string[]} args arguments for Playwright, and `--write`
 */
async function suite(suite, args) {
  if (!existsSync(join(root, 'build/service-worker.js'))) {
    console.error('There is no finished build: run "npm run build" first.');
    return 1;
  }
  // The second engine of this suite is not a package of the site.
  if (suite === 'a11y' && !(await tools())) return 1;
  const code = await runPackage(
    '@playwright/test:playwright',
    ['test', ...args.filter((one) => one !== '--write')],
    { ...process.env, SUITE: suite },
  );
  if (args.includes('--write')) {
    const { suites } = /** @type {{ suites: Suite[] }} */ (readJson(join(root, 'test-results/browser.json')));
    const file = join(root, 'docs/benchmarks.md');
    const about = `On ${new Date().toISOString().slice(0, 10)}, in headless Chromium:`;
    const table = tableOf(suites.flatMap(testsOf));
    writeFileSync(file, insertTables(readFileSync(file, 'utf8'), `test:${suite}`, `${about}\n\n${table}`));
  }
  return code;
}

if (isProgram(import.meta.url)) {
  endWithNpm();
  const [name = '', ...args] = process.argv.slice(2);
  process.exitCode = await suite(name, args);
}
