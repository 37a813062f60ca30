// Makes one contact sheet of all scenes for each width and theme, for review by eye.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { browser } from './browser.mjs';
import { isProgram, orExplain, root, seconds } from './run.mjs';
import { serve } from './serve.mjs';

/** @typedef {{ name: string, colorScheme?: 'light' | 'dark', css?: string, blocked?: RegExp }} Light */

const WIDTHS = /** @type {const} */ ([
  [320, 640],
  [390, 844],
  [768, 1024],
  [1440, 900],
]);
/** @type {Light[]} */
const LIGHTS = [
  { name: 'light', colorScheme: 'light' },
  { name: 'dark', colorScheme: 'dark' },
  { name: 'grey', colorScheme: 'light', css: 'html { filter: grayscale(1) }' },
  { name: 'no-fonts', colorScheme: 'light', blocked: /\.woff2/ },
];
/** Width of a picture on a sheet, in CSS pixels. */
const THUMB = { narrow: 112, wide: 224 };
const FOLDER = join(root, 'tests/screens');

/**
 * Takes a screenshot of every step of the story.
 * @param {import('@playwright/test').Browser} chrome
 * @param {string} url
 * @param {readonly [number, number]} size
 * @param {Light} light
 */
async function shots(chrome, url, [width, height], light) {
  // The page's policy forbids added styles.
  const page = await chrome.newPage({
    viewport: { width, height },
    colorScheme: light.colorScheme,
    bypassCSP: true,
  });
  const { blocked } = light;
  if (blocked) await page.route(blocked, (route) => route.abort());
  await page.goto(url);
  if (light.css) await page.addStyleTag({ content: light.css });
  const ids = await page.locator('[data-step]').evaluateAll((steps) => steps.map((step) => step.id));
  /** @type {{ id: string, image: string }[]} */
  const all = [];
  for (const id of ids) {
    const jump = () =>
      page.evaluate((step) => {
        document.getElementById(step)?.scrollIntoView({ behavior: 'instant', block: 'start' });
      }, id);
    await jump();
    await page.waitForFunction(
      (step) => document.getElementById(step)?.closest('.chapter')?.hasAttribute('data-hydrated'),
      id,
    );
    await jump();
    await page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(null)))),
    );
    const image = await page.screenshot({ type: 'jpeg', quality: 70 });
    all.push({ id, image: image.toString('base64') });
  }
  await page.close();
  return all;
}

/**
 * @param {import('@playwright/test').Browser} chrome
 * @param {{ id: string, image: string }[]} all
 * @param {number} width
 */
async function sheet(chrome, all, width) {
  const thumb = width >= 768 ? THUMB.wide : THUMB.narrow;
  const columns = Math.floor(1600 / (thumb + 8));
  const page = await chrome.newPage({ viewport: { width: columns * (thumb + 8) + 8, height: 600 } });
  const figures = all.map(
    ({ id, image }) =>
      `<figure><img alt="" width="${thumb}" src="data:image/jpeg;base64,${image}"><figcaption>${id}</figcaption></figure>`,
  );
  await page.setContent(`<style>
    body { margin: 4px; font: 9px/1.2 sans-serif; display: grid; grid-template-columns: repeat(${columns}, ${thumb}px); gap: 8px }
    figure { margin: 0 } figcaption { overflow: hidden } img { display: block; border: 1px solid #999 }
  </style>${figures.join('')}`);
  const picture = await page.screenshot({ fullPage: true, type: 'jpeg', quality: 42 });
  await page.close();
  return picture;
}

/** @param {string[]} args `--only 390-dark,1440-light` selects sheets */
function chosen(args) {
  const { values } = parseArgs({ args, options: { only: { type: 'string', default: '' } } });
  const only = values.only.split(',').filter((name) => name !== '');
  const all = WIDTHS.flatMap((size) =>
    LIGHTS.map((light) => ({ size, light, name: `${size[0]}-${light.name}` })),
  );
  const unknown = only.filter((name) => !all.some((one) => one.name === name));
  if (unknown.length > 0)
    throw new Error(
      `No sheet "${unknown.join('", "')}". There are: ${all.map(({ name }) => name).join(', ')}.`,
    );
  return all.filter(({ name }) => only.length === 0 || only.includes(name));
}

if (isProgram(import.meta.url)) {
  const sheets = orExplain(() => chosen(process.argv.slice(2)));
  const { executablePath, env, args } = await browser();
  const server = await serve({ dir: join(root, 'build'), port: 0 });
  const chrome = await chromium.launch({
    executablePath,
    env: /** @type {Record<string, string>} */ (env),
    args,
  });
  mkdirSync(FOLDER, { recursive: true });
  for (const [index, { size, light, name }] of sheets.entries()) {
    const start = performance.now();
    const all = await shots(chrome, server.url, size, light);
    writeFileSync(join(FOLDER, `${name}.jpg`), await sheet(chrome, all, size[0]));
    console.log(`[${index + 1}/${sheets.length}] ${name}: ${all.length} scenes in ${seconds(start)}`);
  }
  await chrome.close();
  await server.close();
}
