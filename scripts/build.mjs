// Exists because the site is built in an order that matters: first the script that pages load, then the pages.
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { embeds } from './embeds.mjs';
import { isProgram, root, runPackage, seconds } from './run.mjs';

/** @type {{ what: string, work: (env: NodeJS.ProcessEnv) => Promise<number> }[]} */
const STEPS = [
  {
    // Before the pages: they name it by its content. Both builds check the record before they begin.
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
  // What needs packages is asked for when its turn comes: on a fresh machine they are installed after this file is read.
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

/** Builds the site, one step after another. @returns {Promise<boolean>} did every step succeed? */
export async function build() {
  // A shell's NODE_ENV=development or test would build a larger, slower site than the one that is published.
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
