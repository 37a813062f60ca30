// The fault matrix: what a reader gets when something is not there, or not as it should be. Each test is a row.
import { readFileSync, readdirSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { awake, goTo, sectionIds, stepIds, test } from '../e2e/page-object.ts';

const errorsOf = (page: Page): string[] => {
  const all: string[] = [];
  page.on('pageerror', (error) => all.push(error.message));
  return all;
};

/** Every figure has a picture that can be seen, or says why not and shows its table. */
async function noBlankFigure(page: Page): Promise<void> {
  const blank = await page.locator('.chapter').evaluateAll((chapters) => {
    const seen = (one: Element): boolean => one.getClientRects().length > 0;
    return chapters
      .filter((chapter) => {
        const pictures = [...chapter.querySelectorAll('.picture svg')].filter(seen);
        const drawn = pictures.some((svg) => svg.querySelectorAll('path, rect, circle, text').length > 0);
        const table = [...chapter.querySelectorAll('.data table')].some(seen);
        return !drawn && !table;
      })
      .map(({ id }) => id);
  });
  expect(blank).toEqual([]);
}

/** Reads from the first step to the last, by scrolling and nothing else, when the scripts have come or have been given up. */
async function readAll(page: Page): Promise<void> {
  await awake(page);
  for (const id of await stepIds(page)) {
    await page.evaluate(
      (step) => document.getElementById(step)?.scrollIntoView({ behavior: 'instant', block: 'start' }),
      id,
    );
    await page.waitForTimeout(20);
  }
}

const CHUNKS = readdirSync('build/live/assets').filter((file) => file.endsWith('.js'));
for (const chunk of CHUNKS)
  for (const [how, width] of [
    ['not there', 390],
    ['corrupt', 1440],
  ] as const)
    test(`the script ${chunk.replace(/-[^-]{8}\.js$/, '')} is ${how}: no blank figure, no word lost`, async ({
      page,
    }) => {
      await page.setViewportSize({ width, height: 844 });
      await page.route(`**/live/assets/${chunk}`, (route) =>
        how === 'corrupt'
          ? route.fulfill({ body: 'export {', contentType: 'text/javascript' })
          : route.abort(),
      );
      await page.goto('');
      await readAll(page);
      await page.waitForTimeout(300);
      await noBlankFigure(page);
      await expect(page.locator('.step')).toHaveCount((await stepIds(page)).length);
    });

test('no fonts: nothing moves, nothing is cut', async ({ page }) => {
  await page.route('**/*.woff2', (route) => route.abort());
  await page.addInitScript(() => {
    Reflect.set(window, 'shift', 0);
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & {
        value: number;
        hadRecentInput: boolean;
      })[])
        if (!entry.hadRecentInput)
          Reflect.set(window, 'shift', Number(Reflect.get(window, 'shift')) + entry.value);
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('');
  await readAll(page);
  expect(await page.evaluate(() => Reflect.get(window, 'shift') as number)).toBeLessThanOrEqual(0.01);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  const cut = await page.locator('.picture:visible svg text').evaluateAll(
    (texts) =>
      texts.filter((text) => {
        const frame = text.closest('svg')?.getBoundingClientRect();
        const { right, left } = text.getBoundingClientRect();
        // Less than a letter.
        return frame !== undefined && (right > frame.right + 6 || left < frame.left - 6);
      }).length,
  );
  expect(cut).toBe(0);
});

test('no style sheet: everything in its order', async ({ page }) => {
  await page.route(/\/$/, async (route) => {
    const answer = await route.fetch();
    await route.fulfill({
      response: answer,
      body: (await answer.text()).replace(/<style>[\s\S]*?<\/style>/g, ''),
    });
  });
  await page.goto('');
  expect(await page.locator('style').count()).toBe(0);
  const headings = await page.locator('h1, .chapter > .head h2').allInnerTexts();
  expect(headings[0]).toContain('Who could');
  expect(headings).toHaveLength(1 + (await sectionIds(page)).length);
  const tops = await page
    .locator('.step')
    .evaluateAll((steps) => steps.map((one) => one.getBoundingClientRect().top));
  expect(tops).toEqual([...tops].sort((a, b) => a - b));
});

test('a slow connection and a slow phone: words and first picture before any script', async ({
  page,
  context,
}) => {
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 400,
    downloadThroughput: 50_000,
    uploadThroughput: 50_000,
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('', { waitUntil: 'commit' });
  await expect(page.locator('h1')).toBeVisible({ timeout: 30_000 });
  await expect(page.locator('.standfirst')).toBeVisible();
  expect(await page.evaluate(() => 'ready' in document.documentElement.dataset)).toBe(false);
});

for (const [name, break_] of [
  [
    'localStorage throws',
    "Object.defineProperty(window, 'localStorage', { get() { throw new Error('no'); } });",
  ],
  [
    'sessionStorage throws',
    "Object.defineProperty(window, 'sessionStorage', { get() { throw new Error('no'); } });",
  ],
  ['service workers are missing', 'delete Navigator.prototype.serviceWorker;'],
  [
    'service workers throw',
    "Object.defineProperty(Navigator.prototype, 'serviceWorker', { get() { throw new Error('no'); } });",
  ],
  ['matchMedia is missing', 'delete window.matchMedia; window.matchMedia = undefined;'],
  ['matchMedia throws', "window.matchMedia = () => { throw new Error('no'); };"],
  ['IntersectionObserver is missing', 'delete window.IntersectionObserver;'],
  [
    'IntersectionObserver throws',
    "window.IntersectionObserver = class { constructor() { throw new Error('no'); } };",
  ],
  ['PerformanceObserver is missing', 'delete window.PerformanceObserver;'],
  [
    'PerformanceObserver throws',
    "window.PerformanceObserver = class { constructor() { throw new Error('no'); } };",
  ],
  ['ResizeObserver is missing', 'delete window.ResizeObserver;'],
  ['Array.prototype.findLastIndex is missing', 'delete Array.prototype.findLastIndex;'],
] as const)
  test(`${name}: the page is read all the same`, async ({ page }) => {
    await page.addInitScript(break_);
    await page.goto('');
    await readAll(page);
    await noBlankFigure(page);
    expect((await page.locator('.step').first().innerText()).length).toBeGreaterThan(40);
    await page.goto('embed/money/');
    await expect(page.locator('.picture:visible svg').first()).toBeVisible();
  });

test.describe('where it is narrow, low, large or spaced', () => {
  for (const [name, width, height, style] of [
    ['320 by 256 pixels', 320, 256, ''],
    ['1280 pixels at 400 %', 320, 256, ''],
    ['200 % text', 640, 800, 'html { font-size: 200% !important; }'],
    ['a smallest size of 24 pixels', 640, 800, '* { font-size: max(24px, 1em) !important; }'],
    [
      'WCAG’s text spacing',
      390,
      844,
      '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }',
    ],
  ] as const)
    test(`${name}: one column, nothing to the side, no graphic that covers`, async ({ page }) => {
      await page.setViewportSize({ width, height });
      const errors = errorsOf(page);
      await page.goto('');
      await page.evaluate((css) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(css);
        document.adoptedStyleSheets = [sheet];
      }, style);
      await readAll(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      const sticky = await page
        .locator('.stage')
        .evaluateAll(
          (all) =>
            all.filter(
              (one) => getComputedStyle(one).position === 'sticky' && one.getClientRects().length > 0,
            ).length,
        );
      expect(sticky).toBe(0);
      expect(errors).toEqual([]);
    });
});

test('two hundred sizes while reading: the same step, no error', async ({ page }) => {
  const errors = errorsOf(page);
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('');
  await goTo(page, 'budgets--new-promise');
  await page.waitForTimeout(700);
  let seed = 7;
  const next = (from: number, to: number): number => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return from + Math.floor((seed / 2147483648) * (to - from));
  };
  for (let count = 0; count < 200; count += 1) {
    const [width, height] = [next(320, 1600), next(320, 1000)];
    await page.setViewportSize(
      count % 2 === 0 ? { width, height } : { width: height, height: Math.max(320, width) },
    );
  }
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.waitForTimeout(300);
  const here = await page.evaluate(() => {
    const steps = [...document.querySelectorAll('[data-step]')];
    const line = innerHeight * 0.55;
    return steps.filter((one) => one.getBoundingClientRect().top <= line).at(-1)?.id;
  });
  expect(here).toBe('budgets--new-promise');
  expect(errors).toEqual([]);
});

test('back from another page: the page is as it was left', async ({ page }) => {
  await page.goto('');
  await goTo(page, 'positions--on-deal');
  // The place, not its number: on a first visit what lies far above may not have its height yet.
  const top = () =>
    page.evaluate(() => document.getElementById('positions--on-deal')?.getBoundingClientRect().top ?? -1);
  const before = await top();
  // A browser writes down what stands at the top a second later, and until then a number that other fonts make wrong.
  await page.waitForTimeout(1500);
  await page.goto('sources/');
  await page.goBack();
  await expect.poll(async () => Math.abs((await top()) - before)).toBeLessThanOrEqual(2);
  // Nothing of ours keeps a browser from keeping the page: no handler of leaving it.
  for (const file of readdirSync('build/live/assets'))
    expect(readFileSync(`build/live/assets/${file}`, 'utf8')).not.toMatch(/['"`](before)?unload['"`]/);
});

for (const [timezoneId, locale, now] of [
  ['Pacific/Kiritimati', 'ar', '2040-01-01T12:00:00Z'],
  ['Etc/GMT+12', 'de', '2040-06-30T23:30:00Z'],
] as const)
  test.describe(`in ${timezoneId}, in ${locale}, in 2040`, () => {
    test.use({ timezoneId, locale });
    test('every number and date is the same', async ({ page, browser, baseURL }) => {
      const words = async (one: Page): Promise<string> => {
        await one.goto(`${baseURL ?? ''}?view=flat&ev=confirmed`);
        for (const id of await stepIds(one)) await goTo(one, id);
        return one.locator('main').innerText();
      };
      await page.clock.setFixedTime(now);
      const there = await words(page);
      const usual = await browser.newPage({ locale: 'en-GB', timezoneId: 'UTC', serviceWorkers: 'block' });
      expect(there).toBe(await words(usual));
      await usual.close();
    });
  });

test('a browser without modules: the flat page, every picture', async ({ page }) => {
  // It cannot read the page's first script, for that asks for one, and says nothing.
  await page.route('**/', async (route) => {
    const answer = await route.fetch();
    await route.fulfill({
      response: answer,
      body: (await answer.text()).replace(/<script>[^<]*import\([\s\S]*?<\/script>/, ''),
    });
  });
  await page.goto('');
  await page.waitForFunction(() => document.documentElement.dataset['view'] === undefined, null, {
    timeout: 15_000,
  });
  await noBlankFigure(page);
});
