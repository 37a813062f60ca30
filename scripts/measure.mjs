// Measures the embed of every step in the build, because a frame must have the height of its chart before any
// script runs.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { browser } from './browser.mjs';
import { isProgram, root } from './run.mjs';
import { serve } from './serve.mjs';

/** Width of the snippet, as in `src/lib/embed/snippet.ts`. */
const WIDTH = Number(
  /SNIPPET_WIDTH = (\d+)/.exec(readFileSync(join(root, 'src/lib/embed/snippet.ts'), 'utf8'))?.[1],
);
const parsed = /** @type {(text: string) => unknown} */ (JSON.parse);
const FILE = 'config/embed-heights.json';

/**
 * Returns the heights of every step's embed in the test browser, in CSS pixels.
 * @param {import('@playwright/test').Page} page
 * @param {string} site address of the served build
 * @param {readonly number[]} [widths] of the frame, in CSS pixels
 * @param {(index: number) => boolean} [some] selects charts by index
 * @returns {Promise<Record<string, number[]>>} by step id, one for each width
 */
export async function heights(page, site, widths = [WIDTH], some = () => true) {
  /** @type {Record<string, number[]>} */
  const found = {};
  await page.goto(`${site}charts/`);
  const ids = await page
    .locator('main li > a')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')?.split('/').at(-2) ?? ''));
  for (const id of ids.filter((_, index) => some(index))) {
    await page.goto(`${site}embed/${id}/`);
    const live = /** @type {{ steps: { id: string }[] }} */ (
      parsed((await page.locator('#live').textContent()) ?? '')
    );
    for (const { id: step } of live.steps) {
      await page.goto(`${site}embed/${id}/?step=${step}`);
      await page.waitForSelector('html[data-ready]', { state: 'attached' });
      found[step] = [];
      for (const width of widths) {
        await page.setViewportSize({ width, height: 800 });
        found[step].push(Math.ceil((await page.locator('#embed-root').boundingBox())?.height ?? 0));
      }
    }
  }
  return found;
}

if (isProgram(import.meta.url)) {
  const { executablePath, env, args } = await browser();
  console.log('Measuring every picture’s embed: about ten seconds …');
  const [server, chrome] = await Promise.all([
    serve({ dir: join(root, 'build'), port: 0 }),
    chromium.launch({ executablePath, env, args }),
  ]);
  const found = await heights(await chrome.newPage(), server.url);
  writeFileSync(
    join(root, FILE),
    `${JSON.stringify(Object.fromEntries(Object.entries(found).map(([step, [height]]) => [step, height])), null, 2)}\n`,
  );
  console.log(`${Object.keys(found).length} heights in ${FILE}; build again to paste them.`);
  await Promise.all([chrome.close(), server.close()]);
}
