// Runs every check of the site in order and prints one total at the end.
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from './build.mjs';
import { countsOf, playwrightCounts, vitestCounts } from './counts.mjs';
import { install } from './install.mjs';
import { endWithNpm, orExplain, root, runPackage, seconds } from './run.mjs';

/** @typedef {import('./counts.mjs').Counts} Counts */
/**
 * @typedef {object} Step
 * @property {string} name
 * @property {string} what
 * @property {() => Promise<Counts>} work
 * @property {string[]} [after] steps that must finish first
 * @property {boolean} [needsBuild]
 */

/** @param {boolean} good @returns {Counts} */
const asOne = (good) => ({ passed: good ? 1 : 0, failed: good ? 0 : 1 });

/**
 * Returns a check that counts as one test.
 * @param {string} program
 * @param {string[]} args
 */
const check =
  (program, ...args) =>
  async () =>
    asOne((await runPackage(program, args)) === 0);

/**
 * @param {string} name name of the report
 * @param {string[]} args
 */
const vitest =
  (name, ...args) =>
  async () => {
    const report = join(root, 'test-results', `${name}.json`);
    // Remove an old report, so that it cannot stand for a run that crashed.
    rmSync(report, { force: true });
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    const code = await runPackage('vitest', ['run', '--allowOnly=false', ...reporters, ...args]);
    return countsOf(report, code, vitestCounts);
  };

const playwright = async () => {
  const report = join(root, 'test-results/browser.json');
  rmSync(report, { force: true });
  const code = await runPackage('@playwright/test:playwright', ['test']);
  return countsOf(report, code, playwrightCounts);
};

/** @type {Step[]} */
const STEPS = [
  {
    name: 'format',
    what: 'format (prettier)',
    work: check('prettier', '--check', '--log-level=warn', '.'),
  },
  {
    name: 'css',
    what: 'CSS lint (stylelint)',
    work: check('stylelint', '--max-warnings=0', 'src/**/*.{css,svelte}'),
  },
  {
    name: 'layers',
    what: 'layers and circles (dependency-cruiser)',
    work: check('dependency-cruiser:depcruise', 'src', '--config', '.dependency-cruiser.cjs'),
  },
  { name: 'build', what: 'build', work: async () => asOne(await build()) },
  // The build rewrites files that linters and the type checker read.
  {
    name: 'lint',
    what: 'lint (eslint)',
    after: ['build'],
    work: check('eslint', '--max-warnings=0', '.'),
  },
  {
    name: 'types',
    what: 'types (svelte-check)',
    after: ['build'],
    work: check('svelte-check', '--fail-on-warnings'),
  },
  {
    name: 'units',
    what: 'units and snapshots (vitest)',
    work: vitest('units', '--exclude=tests/build/**'),
  },
  {
    name: 'html',
    what: 'built HTML (vitest)',
    after: ['build'],
    needsBuild: true,
    work: vitest('html', 'tests/build/'),
  },
  // Runs alone, because some of these tests wait for a page to come to rest.
  {
    name: 'browser',
    what: 'pages in a browser (playwright)',
    after: ['format', 'layers', 'lint', 'types', 'css', 'units', 'build', 'html'],
    needsBuild: true,
    work: playwright,
  },
];

/** @param {string[]} args @returns {Step[]} the steps that `--only lint,types` names, or all */
function chosen(args) {
  const { values } = parseArgs({ args, options: { only: { type: 'string', multiple: true, default: [] } } });
  const names = values.only.flatMap((list) => list.split(','));
  const known = STEPS.map(({ name }) => name);
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0)
    throw new Error(`No step "${unknown.join('", "')}". There are: ${known.join(', ')}.`);
  return STEPS.filter(({ name }) => names.length === 0 || names.includes(name));
}

/**
 * @param {Step} step
 * @param {boolean} built whether a build exists for the step
 * @returns {Promise<Counts>}
 */
async function result({ work, needsBuild }, built) {
  if (needsBuild && !built) {
    console.error('Not run: there is no finished build to look at.');
    return asOne(false);
  }
  try {
    return await work();
  } catch (error) {
    console.error(error);
    return asOne(false);
  }
}

/**
 * Runs independent steps in parallel: none of them measures anything, and there are two cores.
 * @param {Step[]} steps
 * @returns {Promise<Counts>}
 */
async function testAll(steps) {
  const total = { passed: 0, failed: 0 };
  /** @type {string[]} */
  const lines = [];
  let built = existsSync(join(root, 'build/index.html'));
  /** @param {Step} step */
  const go = async (step) => {
    console.log(`\n── ${steps.indexOf(step) + 1} of ${steps.length}: ${step.what} ${'─'.repeat(50)}`);
    const start = performance.now();
    const { passed, failed } = await result(step, built);
    const line = `${failed === 0 ? 'passed' : 'FAILED'}  ${step.what}: ${passed} passed, ${failed} failed, ${seconds(start)}`;
    console.log(line);
    lines.push(line);
    total.passed += passed;
    total.failed += failed;
    if (step.name === 'build') built = failed === 0;
  };
  /** @type {Map<string, Promise<void>>} */
  const going = new Map();
  for (const step of steps) {
    const before = (step.after ?? []).flatMap((name) => going.get(name) ?? []);
    going.set(
      step.name,
      Promise.all(before).then(() => go(step)),
    );
  }
  await Promise.all(going.values());
  console.log(`\n${lines.join('\n')}`);
  return total;
}

endWithNpm();
const steps = orExplain(() => chosen(process.argv.slice(2)));
const start = performance.now();
const { passed, failed } = (await install()) ? await testAll(steps) : asOne(false);
console.log(`\nDone in ${seconds(start)}.\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
