// Builds the site in the necessary order: first the scripts that pages load, then the pages.
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { embeds } from './embeds.mjs';
import { isProgram, root, runPackage, seconds } from './run.mjs';

/** @type {{ what: string, work: (env: NodeJS.ProcessEnv) => Promise<number> }[]} */
const STEPS = [
  {
    // Runs before the pages, which contain the content hash of the script. Both builds validate the dataset
    // first.
    what: 'check the record, bundle what runs in the browser → static/live',
    work: (env) => {
      rmSync(join(root, 'static/live'), { recursive: true, force: true });
      return runPackage('vite', ['build', '--mode', 'live'], env);
    },
  },
  {
    what: 'bundle one script for each chart’s embed → static/live/embed',
    work: () => embeds(),
  },
  {
    what: 'write the pages → build',
    work: (env) => runPackage('vite', ['build'], env),
  },
  {
    what: 'put the page for lost addresses in its place → build/404.html',
    work: async () => (await import('./lost.mjs')).lost(),
  },
  // Imports packages lazily, because on a fresh machine they are installed after this file is loaded.
  { what: 'draw the cards and slides → build/img', work: async () => (await import('./cards.mjs')).cards() },
  {
    what: 'put every chart’s files into one archive → build/data',
    work: async () => (await import('./archives.mjs')).archives(),
  },
  {
    what: 'say in headers what the pages say in their heads → build/_headers',
    work: async () => (await import('./headers.mjs')).headers(),
  },
  {
    what: 'list the build, and write the worker that keeps it → build/service-worker.js',
    work: async () => (await import('./offline.mjs')).offline(),
  },
];

/** Runs all build steps in order. @returns {Promise<boolean>} whether every step succeeded */
export async function build() {
  // A shell's NODE_ENV=development or test would build a larger, slower site than the published one.
  const env = { ...process.env, NODE_ENV: 'production' };
  const start = performance.now();
  for (const [index, { what, work }] of STEPS.entries()) {
    console.log(`\n[${index + 1}/${STEPS.length}] ${what} …`);
    const stepStart = performance.now();
    if ((await work(env)) !== 0) {
      console.error(`[${index + 1}/${STEPS.length}] ${what}: failed; the reason is above.`);
      return false;
    }
    console.log(`[${index + 1}/${STEPS.length}] done in ${seconds(stepStart)}`);
  }
  if (!existsSync(join(root, 'build/index.html'))) {
    console.error('The build ended without a front page (build/index.html).');
    return false;
  }
  console.log(`\nBuilt in ${seconds(start)}.`);
  return true;
}

if (isProgram(import.meta.url)) process.exitCode = (await build()) ? 0 : 1;
