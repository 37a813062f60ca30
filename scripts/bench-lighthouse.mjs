// Runs Lighthouse on a finished build and returns its scores and times for a phone.
import { createServer } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';
import { browser } from './browser.mjs';
import { root } from './run.mjs';

/** @typedef {{ score: number | null, numericValue?: number }} Audit */
/** @typedef {{ lhr: { categories: Record<string, { score: number | null }>, audits: Record<string, Audit> } } | undefined} Result */

const CATEGORIES = {
  performance: 'performance',
  accessibility: 'accessibility',
  'best-practices': 'best practices',
  seo: 'SEO',
};
const TIMES = {
  'first-contentful-paint': 'first paint, simulated, ms',
  'largest-contentful-paint': 'largest paint, simulated, ms',
  'total-blocking-time': 'blocking, simulated, ms',
  'cumulative-layout-shift': 'layout shift, Lighthouse',
};

/** Returns a free port. @returns {Promise<number>} */
const freePort = () =>
  new Promise((done, fail) => {
    const server = createServer();
    server.once('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });

/**
 * Returns Lighthouse's scores out of a hundred, and the times on its simulated phone. Its packages are in
 * `tools/`.
 * @param {string} url
 * @returns {Promise<Record<string, number>>}
 */
export async function lighthouse(url) {
  const file = join(root, 'tools/node_modules/lighthouse/core/index.js');
  /** @type {unknown} */
  const tool = await import(pathToFileURL(file).href);
  const { default: run } = /** @type {{ default: (url: string, flags: object) => Promise<Result> }} */ (tool);
  const { executablePath, env, args } = await browser();
  const port = await freePort();
  const chrome = await chromium.launch({
    executablePath,
    env,
    args: [...args, `--remote-debugging-port=${port}`],
  });
  try {
    const result = await run(url, {
      port,
      output: 'json',
      logLevel: 'error',
      onlyCategories: Object.keys(CATEGORIES),
    });
    if (!result) throw new Error(`Lighthouse found nothing at ${url}`);
    const { categories, audits } = result.lhr;
    /** @type {Record<string, number>} */
    const figures = {};
    for (const [id, name] of Object.entries(CATEGORIES))
      figures[`Lighthouse, ${name}`] = Math.round(100 * (categories[id]?.score ?? 0));
    for (const [id, name] of Object.entries(TIMES)) figures[name] = audits[id]?.numericValue ?? NaN;
    return figures;
  } finally {
    await chrome.close();
  }
}
