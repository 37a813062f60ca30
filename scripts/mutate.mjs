// Mutation testing: makes small mistakes in the pure modules and counts those that no test detects.
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { endWithNpm, orExplain, readJson, root, run } from './run.mjs';
import { tools } from './tools.mjs';

/** The folders of pure modules, and the minimum share of detected mistakes, in percent. */
const FLOORS = ['links', 'scroll', 'facts', 'series'];
const ENOUGH = 90;

/**
 * Excluded: browser tests cover modules with listeners, and modules with only lists and names have no logic.
 */
const LEFT = [
  'src/lib/scrolly/{observe,preserve-position,mode,active-section}.ts',
  'src/lib/data/{dataset,validate/cli}.ts',
];

/** @typedef {{ status: string, replacement: string, location: { start: { line: number } }, mutatorName: string }} Mutant */

/**
 * @param {Mutant[]} mutants
 * @returns {{ seen: number, all: number }} without mutants that fail to build or are unreachable
 */
export function countsOf(mutants) {
  const all = mutants.filter(({ status }) =>
    ['Killed', 'Timeout', 'Survived', 'NoCoverage'].includes(status),
  );
  return {
    seen: all.filter(({ status }) => status === 'Killed' || status === 'Timeout').length,
    all: all.length,
  };
}

/**
 * Excludes `tests/data/validate/defects.test.ts`, which plants random defects for seconds and then minimizes
 * them. An example of the rule must detect the same mistake, a thousand times as fast.
 * @param {string} floor
 * @returns {Promise<{ seen: number, all: number } | null>} null if the run itself failed
 */
async function mutate(floor) {
  const config = join(root, 'test-results', `mutate-${floor}.json`);
  const report = join(root, 'test-results', `mutants-${floor}.json`);
  mkdirSync(join(root, 'test-results'), { recursive: true });
  rmSync(report, { force: true });
  writeFileSync(
    config,
    JSON.stringify({
      mutate: [`src/${floor}/**/*.ts`, ...LEFT.map((files) => `!${files}`)],
      testRunner: 'vitest',
      vitest: { configFile: 'vite.config.ts', related: false },
      // The wording of messages may change.
      mutator: { excludedMutations: ['StringLiteral'] },
      reporters: ['progress-append-only', 'json'],
      jsonReporter: { fileName: report },
      concurrency: 2,
      tempDirName: 'test-results/mutants',
      ignorePatterns: ['build', 'static/live', 'static/v', 'test-results', 'tools'],
      // Code that runs when a module is loaded would need a new start for each mistake. Tests of these
      // modules therefore import them statically: code that is loaded inside a test counts as covered by it,
      // and does not run again.
      ignoreStatic: true,
      timeoutMS: 20_000,
      allowEmpty: true,
      checkers: [],
    }),
  );
  const code = await run(
    process.execPath,
    [join(root, 'tools/node_modules/@stryker-mutator/core/bin/stryker.js'), 'run', config],
    { ...process.env, TESTS: `tests/${floor}/**/!(mutation).test.ts` },
  );
  if (code !== 0 || !existsSync(report)) return null;
  const { files } = /** @type {{ files: Record<string, { mutants: Mutant[] }> }} */ (readJson(report));
  for (const [file, { mutants }] of Object.entries(files))
    for (const { status, location, mutatorName, replacement } of mutants)
      if (status === 'Survived' || status === 'NoCoverage')
        console.log(
          `  ${status}  ${file}:${location.start.line}  ${mutatorName}  ${replacement.replace(/\s+/g, ' ').slice(0, 60)}`,
        );
  return countsOf(Object.values(files).flatMap(({ mutants }) => mutants));
}

endWithNpm();
const floors = orExplain(() => {
  const { values } = parseArgs({ options: { only: { type: 'string', default: FLOORS.join(',') } } });
  const chosen = values.only.split(',');
  const unknown = chosen.filter((floor) => !FLOORS.includes(floor));
  if (unknown.length > 0)
    throw new Error(`No pure floor "${unknown.join('", "')}". There are: ${FLOORS.join(', ')}.`);
  return chosen;
});
process.exitCode = (await tools()) ? 0 : 1;
const lines = [];
for (const floor of process.exitCode === 0 ? floors : []) {
  const counts = await mutate(floor);
  const score = counts === null ? 0 : (100 * counts.seen) / Math.max(1, counts.all);
  lines.push(
    `${floor}: ${counts === null ? 'did not run' : `${counts.seen} of ${counts.all} seen, ${score.toFixed(1)} %`}`,
  );
  if (score < ENOUGH) process.exitCode = 1;
}
console.log(`\n${lines.join('\n')}\nwanted: ${ENOUGH} % on each floor`);
