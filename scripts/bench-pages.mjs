// Measures the cost of pages in a browser on a finished build: bytes, paint times and work while scrolling. A
// page with the same words and nothing else is measured in the same run as a baseline.
import { readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import { answer, typeOf } from './answer.mjs';
import { grown, TIMES } from './bench-growth.mjs';
import { lighthouse } from './bench-lighthouse.mjs';
import { browser } from './browser.mjs';

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('@playwright/test').CDPSession} Session */
/** @typedef {Record<string, number>} Figures name → number; its unit is in the name */

const SCREENS = /** @type {const} */ ([
  [390, 844],
  [1440, 900],
]);
/** A phone that is several years old. */
const SLOWDOWN = 4;
/** Scrolling in CSS pixels per second, and its distance: fast, and at reading speed. */
const FAST = { speed: 1500, far: 20_000 };
const SLOW = { speed: 400, far: 4000 };
/** Pages to measure. */
export const PAGES = /** @type {const} */ ({ story: '', share: 's/threshold/', embed: 'embed/money/' });

/**
 * Serves a build with compression, as a good host does, and one more page: the story's words alone.
 * @param {string} dir
 */
export async function packed(dir) {
  const words = wordsOnly(readFileSync(join(dir, 'index.html'), 'utf8'));
  /** @type {Map<string, Buffer>} */
  const sent = new Map();
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    const { status, file } = answer(dir, '/', path);
    const kept = path === '/words-only' ? path : (file ?? '');
    const bytes =
      sent.get(kept) ??
      brotliCompressSync(kept === path ? words : file === undefined ? '' : readFileSync(file));
    sent.set(kept, bytes);
    response.writeHead(path === '/words-only' ? 200 : status, {
      'Content-Type':
        file === undefined || path === '/words-only' ? 'text/html; charset=utf-8' : typeOf(file),
      'Content-Encoding': 'br',
      'Cache-Control': 'no-cache',
    });
    response.end(bytes);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', () => done(null)));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { url: `http://127.0.0.1:${port}/`, close: () => void server.close() };
}

/**
 * Returns the story's paragraphs with its style sheet, repeated to the length of the page.
 * @param {string} html
 */
function wordsOnly(html) {
  const sheets = [...html.matchAll(/<style>[\s\S]*?<\/style>/g)].map(([sheet]) => sheet);
  const paragraphs = [...html.matchAll(/<p[^>]*>([\s\S]*?)<\/p>/g)].map(
    ([, text = '']) => `<p>${text.replace(/<[^>]+>/g, '')}</p>`,
  );
  return `<!doctype html><html lang="en-GB"><meta charset="utf-8"><meta name="viewport" content="width=device-width">${sheets.join('')}<main>${paragraphs.join('')}${paragraphs.join('')}${paragraphs.join('')}</main>`;
}

/**
 * Returns the engine's performance totals of a page since its start.
 * @param {Session} session
 * @returns {Promise<Figures>}
 */
async function totals(session) {
  const { metrics } = await session.send('Performance.getMetrics');
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
}

/**
 * Scrolls a distance at a speed, one step each frame, and records the start on the page's clock.
 * @param {Page} page
 * @param {number} distance
 * @param {number} speed
 */
const scroll = (page, distance, speed) =>
  page.evaluate(
    ([far, fast]) =>
      /** @type {Promise<{ frames: number[], moved: number, began: number }>} */ (
        new Promise((done) => {
          const [from, began] = [scrollY, performance.now()];
          /** @type {number[]} */
          const frames = [];
          let first = 0;
          let last = 0;
          requestAnimationFrame(function step(now) {
            if (first === 0) first = now;
            else frames.push(now - last);
            last = now;
            const to = Math.min(far, ((now - first) / 1000) * fast);
            scrollTo({ top: from + to, behavior: 'instant' });
            if (to < far) requestAnimationFrame(step);
            else done({ frames, moved: scrollY - from, began });
          });
        })
      ),
    /** @type {const} */ ([distance, speed]),
  );

/** Records layout shifts, long tasks and paint times. @param {Page} page */
const watch = (page) =>
  page.addInitScript(() => {
    const seen = { shift: 0, long: /** @type {{ start: number, took: number }[]} */ ([]), largest: 0 };
    Reflect.set(window, 'seen', seen);
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        if (Reflect.get(entry, 'hadRecentInput') !== true) seen.shift += Number(Reflect.get(entry, 'value'));
    }).observe({ type: 'layout-shift', buffered: true });
    new PerformanceObserver((list) => {
      for (const { startTime: start, duration: took } of list.getEntries()) seen.long.push({ start, took });
    }).observe({ type: 'longtask', buffered: true });
    new PerformanceObserver((list) => {
      for (const { startTime } of list.getEntries()) seen.largest = startTime;
    }).observe({ type: 'largest-contentful-paint', buffered: true });
  });
/** @param {Page} page */
const seen = (page) =>
  page.evaluate(() => {
    /** @type {unknown} */
    const noted = Reflect.get(window, 'seen');
    return /** @type {{ shift: number, long: { start: number, took: number }[], largest: number }} */ (noted);
  });

/** @param {import('@playwright/test').Browser} chrome @param {number} width @param {number} height */
const open = async (chrome, width, height) => {
  const context = await chrome.newContext({ viewport: { width, height }, serviceWorkers: 'block' });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable');
  await watch(page);
  return { page, session, close: () => context.close() };
};

/**
 * Measures the weight and paint times of a page, on a slow phone behind a slow connection (Lighthouse's
 * settings: 1.6 Mbit/s, 150 ms round trip, a quarter of the CPU speed).
 * @param {import('@playwright/test').Browser} chrome @param {string} url @param {string} dir
 * @returns {Promise<Figures>}
 */
async function weigh(chrome, url, dir) {
  const { page, session, close } = await open(chrome, 390, 844);
  const files = new Set();
  page.on('response', (response) => files.add(new URL(response.url()).pathname));
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 150,
    downloadThroughput: 200_000,
    uploadThroughput: 90_000,
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  await page.coverage.startJSCoverage();
  await page.goto(url, { waitUntil: 'networkidle' });
  const coverage = await page.coverage.stopJSCoverage();
  const { largest, long, shift } = await seen(page);
  const first = await page.evaluate(
    () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
  );
  await close();
  /** @type {Figures} */
  const figures = { requests: files.size };
  for (const path of files) {
    const { file } = answer(dir, '/', String(path));
    if (file === undefined) continue;
    const bytes = readFileSync(file);
    const kind = { '.html': 'HTML', '.js': 'JS', '.css': 'CSS', '.woff2': 'fonts' }[extname(file)] ?? 'other';
    for (const [how, size] of /** @type {const} */ ([
      ['gzip', gzipSync(bytes).length],
      ['brotli', brotliCompressSync(bytes).length],
    ]))
      figures[`${kind} ${how}, KB`] = (figures[`${kind} ${how}, KB`] ?? 0) + size / 1024;
  }
  let [unused, sent] = [0, 0];
  for (const { source, functions } of coverage) {
    const never = functions.flatMap(({ ranges }) => ranges.filter(({ count }) => count === 0));
    // Coverage ranges are nested; count only the outer ones.
    const outer = never.filter(
      (one) =>
        !never.some(
          (other) =>
            other !== one && other.startOffset <= one.startOffset && other.endOffset >= one.endOffset,
        ),
    );
    for (const { startOffset, endOffset } of outer) unused += endOffset - startOffset;
    sent += source?.length ?? 0;
  }
  return {
    ...figures,
    'JS unused, %': (100 * unused) / Math.max(1, sent),
    'first paint, ms': first,
    'largest paint, ms': largest,
    'blocking, ms': long.reduce((sum, { took }) => sum + Math.max(0, took - 50), 0),
    'layout shift': shift,
  };
}

/**
 * Measures the cost of scrolling through a page, at a quarter of the CPU speed.
 * @param {import('@playwright/test').Browser} chrome @param {string} url @param {number} width
 * @param {number} height
 * @param {{ speed: number, far: number }} how
 * @returns {Promise<Figures>}
 */
async function drive(chrome, url, width, height, { speed, far }) {
  const { page, session, close } = await open(chrome, width, height);
  await page.goto(url, { waitUntil: 'networkidle' });
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  const height_ = await page.evaluate(() => document.documentElement.scrollHeight - innerHeight);
  const distance = Math.min(height_, far);
  const before = await totals(session);
  const { frames, moved, began } = await scroll(page, distance, speed);
  const after = await totals(session);
  const { long, shift } = await seen(page);
  await close();
  /** @param {string} name */
  const cost = (name) => (((after[name] ?? 0) - (before[name] ?? 0)) * 1000) / (moved / 1000);
  /** @param {number} limit */
  const over = (limit) => (100 * frames.filter((frame) => frame > limit).length) / Math.max(1, frames.length);
  return {
    'CPU, ms per 1,000 px': cost('TaskDuration'),
    'of it script': cost('ScriptDuration'),
    'of it style': cost('RecalcStyleDuration'),
    'of it layout': cost('LayoutDuration'),
    'frames over 20 ms, %': over(20),
    'frames over 50 ms, %': over(50),
    // Long tasks during loading are reported as "blocking".
    'long tasks': long.filter(({ start }) => start >= began).length,
    'layout shift': shift,
  };
}

/**
 * Measures whether memory or the DOM grows when a reader goes to the end and back.
 * @param {import('@playwright/test').Browser} chrome @param {string} url @param {number} passes
 * @returns {Promise<Figures>}
 */
async function keepReading(chrome, url, passes) {
  const { page, session, close } = await open(chrome, 390, 844);
  await page.goto(url, { waitUntil: 'networkidle' });
  /** @type {Figures[]} */
  const after = [];
  for (let pass = 0; pass < passes; pass += 1) {
    for (const id of await page.locator('[data-step]').evaluateAll((steps) => steps.map((step) => step.id)))
      await page.evaluate(async (step) => {
        document.getElementById(step)?.scrollIntoView({ behavior: 'instant' });
        // Then continue at reading speed, because skipped sections do not hydrate.
        for (let stride = 0; stride < 12; stride += 1) {
          await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
          scrollBy({ top: -12, behavior: 'instant' });
        }
      }, id);
    await session.send('HeapProfiler.collectGarbage');
    after.push(await totals(session));
  }
  await close();
  const [first, last] = [after[0] ?? {}, after.at(-1) ?? {}];
  return {
    'DOM nodes': last['Nodes'] ?? 0,
    'heap, MB': (last['JSHeapUsedSize'] ?? 0) / 1e6,
    'nodes, last pass ÷ first': (last['Nodes'] ?? 0) / (first['Nodes'] ?? 1),
    'heap, last pass ÷ first': (last['JSHeapUsedSize'] ?? 0) / (first['JSHeapUsedSize'] ?? 1),
  };
}

/**
 * Measures the cost of loading and scrolling a longer story, at a quarter of the CPU speed.
 * @param {import('@playwright/test').Browser} chrome @param {string} dir a finished build
 * @returns {Promise<Figures>}
 */
async function growth(chrome, dir) {
  const host = await packed(dir);
  const { page, session, close } = await open(chrome, 390, 844);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  await page.goto(host.url, { waitUntil: 'networkidle' });
  await session.send('HeapProfiler.collectGarbage');
  const loaded = await totals(session);
  const steps = await page.locator('[data-step]').count();
  await close();
  const scrolled = await drive(chrome, host.url, 390, 844, FAST);
  host.close();
  const cost = (loaded['TaskDuration'] ?? 0) * 1000;
  return {
    steps,
    'HTML brotli, KB': brotliCompressSync(readFileSync(join(dir, 'index.html'))).length / 1024,
    'DOM nodes': loaded['Nodes'] ?? 0,
    'heap, MB': (loaded['JSHeapUsedSize'] ?? 0) / 1e6,
    'CPU to load, ms': cost,
    'CPU to load, ms a step': cost / Math.max(1, steps),
    'CPU, ms per 1,000 px': scrolled['CPU, ms per 1,000 px'] ?? 0,
  };
}

/** Returns the median. @param {number[]} numbers */
export const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

/** Returns the medians of several rounds. @param {Figures[]} rounds @returns {Figures} */
const medians = (rounds) =>
  Object.fromEntries(
    [...new Set(rounds.flatMap(Object.keys))].map((name) => [
      name,
      median(rounds.flatMap((round) => round[name] ?? [])),
    ]),
  );

/**
 * Measures builds in turns, so that a busy moment affects all alike.
 * @param {string[]} dirs finished builds
 * @param {{ rounds: number, passes: number, say: (line: string) => void }} how
 * @returns {Promise<Record<string, Figures>[]>} for every build: measurement → medians
 */
export async function benchPages(dirs, { rounds, passes, say }) {
  const { executablePath, env, args } = await browser();
  const chrome = await chromium.launch({ executablePath, env, args });
  const hosts = await Promise.all(dirs.map((dir) => packed(dir)));
  const longer = dirs.map((dir) => TIMES.map((times) => /** @type {const} */ ([times, grown(dir, times)])));
  /** @type {Record<string, Figures[]>[]} */
  const found = dirs.map(() => ({}));
  try {
    for (let round = 1; round <= rounds; round += 1)
      for (const [index, { url }] of hosts.entries()) {
        const dir = dirs[index] ?? '';
        const all = found[index] ?? {};
        /** @param {string} what @param {Promise<Figures>} work */
        const add = async (what, work) => void (all[what] ??= []).push(await work);
        for (const [name, path] of Object.entries(PAGES)) await add(name, weigh(chrome, url + path, dir));
        for (const [width, height] of SCREENS) {
          for (const [what, how] of /** @type {const} */ ([
            ['', FAST],
            ['slow ', SLOW],
          ])) {
            await add(`${what}scrolling, ${width} × ${height}`, drive(chrome, url, width, height, how));
            const words = `${url}words-only`;
            await add(`${what}words only, ${width} × ${height}`, drive(chrome, words, width, height, how));
          }
        }
        if (round === 1) await add('reading on', keepReading(chrome, url, passes));
        for (const [name, path] of Object.entries(PAGES)) await add(name, lighthouse(url + path));
        for (const [times, place] of longer[index] ?? [])
          await add(`story × ${times}`, growth(chrome, place));
        say(`  pages: round ${round} of ${rounds}${dirs.length > 1 ? `, build ${index + 1}` : ''}`);
      }
  } finally {
    for (const host of hosts) host.close();
    for (const [index, builds] of longer.entries())
      for (const [, place] of builds)
        if (place !== dirs[index]) rmSync(place, { recursive: true, force: true });
    await chrome.close();
  }
  return found.map((all) => {
    const pages = Object.fromEntries(Object.entries(all).map(([what, list]) => [what, medians(list)]));
    const name = 'CPU, ms per 1,000 px';
    for (const [what, figures] of Object.entries(pages)) {
      const words = pages[what.replace('scrolling', 'words only')]?.[name];
      if (what.includes('scrolling') && words !== undefined)
        figures['times the words alone'] = (figures[name] ?? 0) / words;
    }
    return pages;
  });
}
