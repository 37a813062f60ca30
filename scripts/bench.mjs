// Exists because speed is a figure to be read, not a test to pass: measures CPU time per work done and prints one table.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createServer } from 'vite';
import { isProgram, root } from './run.mjs';

/** @typedef {{ what: string, times: number, work: () => unknown }} Measure */

const ROUNDS = 9;
const LONG = 100_000;

/** A text repeated to a length. @param {string} text */
const long = (text) => text.repeat(Math.ceil(LONG / text.length)).slice(0, LONG);

/**
 * What is measured: a name, how often the work is done in a round, and the work. One a line, to add to.
 * @param {{ stateFrom: (query: string) => unknown, saidIn: (query: string) => unknown }} links
 * @returns {Measure[]}
 */
const measures = ({ stateFrom, saidIn }) =>
  [
    ['an address of ours', '?view=flat&ev=confirmed&asof=2026-05-21'],
    ['100 kB of one value', `?ev=${long('x')}`],
    ['100 kB of pairs', `?${long('a=b&')}`],
    ['100 kB of separators', `?${long('&')}`],
    ['100 kB of broken escapes', `?ev=${long('%')}`],
    ['100 kB of one key again and again', `?${long('ev=confirmed&')}`],
  ].map(([what = '', query = '']) => ({
    what: `parse ${what}`,
    times: 2000,
    work: () => [stateFrom(query), saidIn(query)],
  }));

/** Milliseconds of CPU time for each time the work is done. @param {Measure} measure */
function once({ times, work }) {
  const before = process.cpuUsage();
  for (let time = 0; time < times; time += 1) work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / times;
}

/** The middle of some numbers. @param {number[]} numbers */
const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

/** Measures everything, in rounds, so that a busy moment falls on all alike. @returns {Promise<number>} exit code */
export async function bench() {
  const vite = await createServer({
    root,
    server: { middlewareMode: true },
    appType: 'custom',
    logLevel: 'error',
  });
  try {
    const links = /** @type {Parameters<typeof measures>[0]} */ (
      await vite.ssrLoadModule('/src/links/state.ts')
    );
    const all = measures(links);
    /** @type {number[][]} */
    const found = all.map(() => []);
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const [index, measure] of all.entries()) found[index]?.push(once(measure));
      console.log(`  round ${round + 1} of ${ROUNDS}`);
    }
    const table = all.map(({ what }, index) => ({
      what,
      'CPU ms': Number(median(found[index] ?? []).toFixed(4)),
      'times the first': Number((median(found[index] ?? []) / median(found[0] ?? [1])).toFixed(1)),
    }));
    console.table(table);
    mkdirSync(join(root, 'test-results'), { recursive: true });
    const said = {
      date: new Date().toISOString().slice(0, 10),
      node: process.version,
      rounds: ROUNDS,
      table,
    };
    writeFileSync(join(root, 'test-results/bench.json'), `${JSON.stringify(said, null, 2)}\n`);
    return 0;
  } finally {
    await vite.close();
  }
}

if (isProgram(import.meta.url)) process.exitCode = await bench();
