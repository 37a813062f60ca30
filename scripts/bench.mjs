// Measures CPU time per operation and page cost, and prints one table. Speed is reported here instead of
// tested.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createServer } from 'vite';
import { benchPages, median } from './bench-pages.mjs';
import { held } from './budgets.mjs';
import { build } from './build.mjs';
import { insertTables } from './docs-tables.mjs';
import { isProgram, orExplain, root } from './run.mjs';
import { tools } from './tools.mjs';

/** @typedef {{ what: string, times: number, work: () => unknown }} Measure */

const ROUNDS = 9;
const LONG = 100_000;

/** Returns a text repeated to a length. @param {string} text */
const long = (text) => text.repeat(Math.ceil(LONG / text.length)).slice(0, LONG);

/**
 * Returns the measurements, one on each line: name, repetitions in a round, and the work.
 * @param {{ parseQuery: (query: string) => unknown, saidIn: (query: string) => unknown }} links
 * @returns {Measure[]}
 */
const measures = ({ parseQuery, saidIn }) =>
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
    work: () => [parseQuery(query), saidIn(query)],
  }));

/** Returns the CPU time of one repetition, in milliseconds. @param {Measure} measure */
function once({ times, work }) {
  const before = process.cpuUsage();
  for (let time = 0; time < times; time += 1) work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / times;
}

/** @typedef {{ what: string, 'CPU ms': number, 'times the first': number }} Parsing */

/** Measures the cost of parsing an address. @returns {Promise<Parsing[]>} */
async function parsing() {
  const vite = await createServer({
    root,
    server: { middlewareMode: true },
    appType: 'custom',
    logLevel: 'error',
  });
  try {
    const links = /** @type {Parameters<typeof measures>[0]} */ (
      await vite.ssrLoadModule('/src/lib/url/query-state.ts')
    );
    const all = measures(links);
    /** @type {number[][]} */
    const found = all.map(() => []);
    // Several rounds spread a busy moment over all measurements.
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const [index, measure] of all.entries()) found[index]?.push(once(measure));
      console.log(`  addresses: round ${round + 1} of ${ROUNDS}`);
    }
    return all.map(({ what }, index) => ({
      what,
      'CPU ms': Number(median(found[index] ?? []).toFixed(4)),
      'times the first': Number((median(found[index] ?? []) / median(found[0] ?? [1])).toFixed(1)),
    }));
  } finally {
    await vite.close();
  }
}

/** @typedef {Record<string, Record<string, number>>} Pages measurement → figure → number */

/** Formats a number with as many digits as are significant. @param {number} value */
const told = (value) =>
  Math.abs(value) >= 100 ? value.toFixed(0) : value.toFixed(value === 0 ? 0 : 2).replace(/\.?0+$/, '') || '0';

/**
 * Groups of measurements with the same figures: pages, two scrolling speeds, reading on, and longer stories.
 */
const GROUPS = [/^\w+$/, /^(scrolling|words only),/, /^slow /, /^reading on$/, /^story × \d+$/];

/**
 * Returns a table of the figures that several measurements share.
 * @param {Pages} pages
 * @param {Pages} [other]
 */
export function tableOf(pages, other) {
  const groups = GROUPS.map((group) => Object.keys(pages).filter((what) => group.test(what))).filter(
    (names) => names.length > 0,
  );
  return groups
    .map((names) => {
      const figures = [...new Set(names.flatMap((name) => Object.keys(pages[name] ?? {})))];
      const rows = figures.map((figure) => {
        const cells = names.map((name) => {
          const [one, two] = [pages[name]?.[figure], other?.[name]?.[figure]];
          if (one === undefined) return '';
          return told(one) + (two === undefined || one === 0 ? '' : ` (× ${told(two / one)})`);
        });
        return `| ${figure} | ${cells.join(' | ')} |`;
      });
      return [`|  | ${names.join(' | ')} |`, `| --- |${' --- |'.repeat(names.length)}`, ...rows].join('\n');
    })
    .join('\n\n');
}

/**
 * Runs all measurements.
 * @param {{ compare?: string | undefined, write: boolean, rounds: number, passes: number }} how
 * @returns {Promise<number>} exit code
 */
export async function bench({ compare, write, rounds, passes }) {
  if (!existsSync(join(root, 'build/service-worker.js')) && !(await build())) return 1;
  if (!(await tools())) return 1;
  const addresses = await parsing();
  const dirs = [join(root, 'build'), ...(compare === undefined ? [] : [resolve(compare)])];
  const [pages = {}, other] = await benchPages(dirs, { rounds, passes, say: console.log });
  console.table(addresses);
  const tables = tableOf(pages, other);
  console.log(`\n${tables}\n`);
  const { met, missed } = held(pages);
  const count = `Of ${met.length + missed.length} budgets (scripts/budgets.mjs) ${met.length} are met.`;
  console.log([count, ...missed.map((line) => `  not met: ${line}`)].join('\n'));
  mkdirSync(join(root, 'test-results'), { recursive: true });
  const date = new Date().toISOString().slice(0, 10);
  const said = {
    date,
    node: process.version,
    machine: cpus()[0]?.model ?? '',
    rounds,
    passes,
    addresses,
    pages,
    other,
  };
  writeFileSync(join(root, 'test-results/bench.json'), `${JSON.stringify(said, null, 2)}\n`);
  if (write) {
    const file = join(root, 'docs/benchmarks.md');
    const result = [
      count,
      ...(missed.length > 0 ? ['Not met:\n'] : []),
      ...missed.map((line) => `- ${line}`),
    ].join('\n');
    const about = `On ${date}: ${cpus().length} cores of ${said.machine}, Node ${process.versions.node}, headless Chromium slowed down four times; medians of ${rounds} rounds; packed with brotli.`;
    writeFileSync(
      file,
      insertTables(readFileSync(file, 'utf8'), 'bench', `${about}\n\n${tables}\n\n${result}`),
    );
  }
  return 0;
}

/** Reads `--compare DIR --write --rounds 3 --passes 3`. @param {string[]} args */
function optionsFrom(args) {
  const { values } = parseArgs({
    args,
    options: {
      compare: { type: 'string' },
      write: { type: 'boolean', default: false },
      rounds: { type: 'string', default: '3' },
      passes: { type: 'string', default: '3' },
    },
  });
  const [rounds, passes] = [Number(values.rounds), Number(values.passes)];
  if (!(rounds >= 1 && passes >= 2)) throw new Error('--rounds takes a number from 1, --passes one from 2.');
  return { compare: values.compare, write: values.write, rounds, passes };
}

if (isProgram(import.meta.url))
  process.exitCode = await bench(orExplain(() => optionsFrom(process.argv.slice(2))));
