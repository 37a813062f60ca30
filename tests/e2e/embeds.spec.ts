import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { CHARTS } from './axe.ts';
import {
  asTallAsMeasured,
  besideAnotherSite,
  charts,
  contentHeight,
  frameHeight,
  growsIn,
  labPage,
  openHost,
  said,
} from './embed-hosts.ts';
import { test } from './page-object.ts';
import { PNG } from 'pngjs';
import { hosts } from '$lib/embed/lab/hosts.ts';

besideAnotherSite();
// Uses the real libraries and every fourth chart; `npm run test:links` covers all hosts and pictures.
for (const host of hosts.filter(({ library }) => library !== undefined)) growsIn(host);
asTallAsMeasured((index) => index % 4 === 1);

test('the pasted height fits the chart when the host runs no script', async ({ page, baseURL }) => {
  await openHost(page, labPage('plain', baseURL ?? ''));
  // The narrowest is narrower than any page that prevents scrolling inside a frame.
  for (const frame of (await charts(page)).slice(1))
    expect(await contentHeight(frame)).toBeLessThanOrEqual(await frameHeight(frame));
});

test('at 280 px a chart fits in every view', async ({ page }) => {
  await page.setViewportSize({ width: 280, height: 800 });
  for (const id of CHARTS)
    for (const tab of ['chart', 'table', 'text']) {
      await page.goto(`embed/${id}/?tab=${tab}`);
      await page.waitForSelector('html[data-ready]', { state: 'attached' });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect([id, tab, wide]).toEqual([id, tab, 280]);
      expect(await page.locator('#embed-root').innerText()).not.toBe('');
    }
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  for (const id of CHARTS)
    test(`the embed of ${id} has chart, table, source and link`, async ({ page }) => {
      await page.setViewportSize({ width: 640, height: 800 });
      await page.goto(`embed/${id}/`);
      await expect(page.locator('.picture[data-width="480"] svg[role="img"]')).toBeVisible();
      expect(
        await page.locator('.picture[data-width="480"] svg :is(path, rect, circle)').count(),
      ).toBeGreaterThan(3);
      await page.locator('.data > summary').click();
      await expect(page.locator('.data table')).toBeVisible();
      await expect(page.getByText(/^Source: /)).toBeVisible();
      await expect(page.locator(`a[href="../../chart/${id}/"]`)).toBeVisible();
      await expect(page.locator('.tabs')).toBeHidden();
      const tall = (await page.locator('#embed-root').boundingBox())?.height ?? 0;
      expect(tall).toBeGreaterThan(200);
    });
});

test('an address sets step, tab, labels and theme, and ignores invalid values', async ({ page }) => {
  const problems = said(page);
  await page.goto('embed/money/?step=budgets--new-promise&theme=dark&labels=off');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  const title = page.locator('#money-title');
  await expect(title).toBeHidden();
  await page.getByRole('button', { name: 'Reveal the words' }).click();
  await expect(title).toBeVisible();
  const promise = await title.innerText();
  await page.goto('embed/money/');
  expect(await title.innerText()).not.toBe(promise);
  for (const junk of [
    '?step=positions--silence',
    '?step=999',
    '?theme=red&tab=__proto__',
    `?ev=${'x'.repeat(5000)}`,
  ]) {
    const plain = await page.goto('embed/money/').then(() => title.innerText());
    await page.goto(`embed/money/${junk}`);
    await page.waitForSelector('html[data-ready]', { state: 'attached' });
    expect(await title.innerText()).toBe(plain);
  }
  await page.goto('embed/positions/?ev=confirmed');
  await expect(page.locator('#positions-title')).toContainText('official');
  expect(problems).toEqual([]);
});

test('a host sets four options by one exact message, and other messages do nothing', async ({
  page,
  baseURL,
}) => {
  const problems = said(page);
  await openHost(
    page,
    `<iframe src="${baseURL ?? ''}embed/money/" width="640" height="600"></iframe><script>
      window.heard = [];
      addEventListener('message', ({ data }) => heard.push(data));
    </script>`,
  );
  const [frame] = await charts(page);
  if (!frame) throw new Error('no frame');
  const state = () =>
    frame.evaluate(() => [
      document.documentElement.outerHTML.replace(/<head>.*<\/head>/s, ''),
      Object.getOwnPropertyNames(Object.prototype).length,
    ]);
  const post = (messages: unknown[]) =>
    page.evaluate((all) => {
      for (const message of all) document.querySelector('iframe')?.contentWindow?.postMessage(message, '*');
    }, messages);
  const before = await state();
  const set = (data: unknown): unknown => ({ target: 'who-could-say-no', v: 1, type: 'set', data });
  const hostile = (index: number): unknown =>
    [
      null,
      index,
      'x'.repeat(index * 20),
      [index],
      set({ theme: `<img src=x onerror=alert(${index})>` }),
      set({ step: '__proto__' }),
      set({ constructor: { prototype: { theme: 'dark' } } }),
      { ...(set({ theme: 'dark' }) as object), v: index + 2 },
      JSON.parse(`{"target":"who-could-say-no","v":1,"type":"set","data":{"__proto__":{"theme":"dark"}}}`),
      { type: 'navigate', url: 'https://example.org/' },
    ][index % 10];
  await post(Array.from({ length: 1000 }, (_, index) => hostile(index)));
  await frame.waitForTimeout(300);
  expect(await state()).toEqual(before);
  // The exact message is ignored when it comes from a window other than the parent.
  await frame.evaluate(
    (message) => {
      window.postMessage(message, '*');
    },
    set({ theme: 'dark' }),
  );
  await frame.waitForTimeout(100);
  expect(await state()).toEqual(before);
  await post([set({ theme: 'dark', labels: 'off', step: 'threshold--half-firm' })]);
  await expect(frame.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(frame.getByRole('button', { name: 'Reveal the words' })).toBeVisible();
  await frame.getByRole('button', { name: 'Reveal the words' }).click();
  const events = async (): Promise<unknown[]> =>
    (await page.evaluate(() => Reflect.get(window, 'heard') as Record<string, unknown>[]))
      .filter(({ source }) => source === 'who-could-say-no')
      .map(({ type }) => type);
  // Messages arrive asynchronously.
  await expect.poll(events).toEqual(['ready', 'reveal']);
  expect(problems).toEqual([]);
});

test('sends at most ten heights a second when the content changes constantly', async ({ page, baseURL }) => {
  await openHost(
    page,
    `<iframe src="${baseURL ?? ''}embed/money/" width="640" height="600"></iframe><script>
      window.heights = [];
      addEventListener('message', ({ data }) => data.sentinel === 'amp' && heights.push([performance.now(), data.height]));
    </script>`,
  );
  const [frame] = await charts(page);
  await frame?.evaluate(async () => {
    for (let index = 0; index < 100; index += 1) {
      document.getElementById('embed-root')?.style.setProperty('padding-bottom', `${index}px`);
      await new Promise((done) => setTimeout(done, 10));
    }
  });
  await page.waitForTimeout(300);
  const heights = await page.evaluate(() => Reflect.get(window, 'heights') as [number, number][]);
  expect(heights.length).toBeGreaterThan(4);
  // On a busy machine one message may be late and the next on time, so test the average rate.
  const [[first] = [0], [last] = [0]] = [heights[0], heights.at(-1)];
  expect(last - first).toBeGreaterThan(100 * (heights.length - 1) - 100);
  expect(heights.at(-1)?.[1]).toBe(frame ? await contentHeight(frame) : 0);
});

for (const [host, colour] of [
  ['light', 'rgb(250, 240, 200)'],
  ['dark', 'rgb(20, 40, 60)'],
] as const)
  test(`on a ${host} host the embed’s background is transparent unless a theme is forced`, async ({
    page,
    baseURL,
  }) => {
    await page.emulateMedia({ colorScheme: host });
    const corner = async (query: string): Promise<string> => {
      await openHost(
        page,
        `<meta name="color-scheme" content="${host}"><body style="margin:0;background:${colour}"><iframe src="${baseURL ?? ''}embed/money/${query}" width="640" height="600" style="border:0;display:block"></iframe>`,
      );
      await charts(page);
      const { data } = PNG.sync.read(
        await page.screenshot({ clip: { x: 636, y: 590, width: 2, height: 2 } }),
      );
      return `rgb(${data[0] ?? 0}, ${data[1] ?? 0}, ${data[2] ?? 0})`;
    };
    expect(await corner('')).toBe(colour);
    expect(await corner('?theme=light')).toBe('rgb(250, 251, 249)');
    expect(await corner('?theme=dark')).toBe('rgb(30, 36, 42)');
  });

for (const id of CHARTS)
  test(`the embed of ${id} contacts no other site and stores nothing`, async ({ page, context, baseURL }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(`embed/${id}/`);
    await page.waitForSelector('html[data-ready]', { state: 'attached' });
    for (const tab of ['Table', 'Text', 'Chart'])
      await page.getByRole('button', { name: tab, exact: true }).click();
    expect(asked.filter((url) => !url.startsWith(baseURL ?? ' '))).toEqual([]);
    expect(asked.filter((url) => /\.(woff2?|json)$/.test(url))).toEqual([]);
    expect(asked.length).toBeLessThanOrEqual(10);
    expect(await context.cookies()).toEqual([]);
    expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
  });

test('a frozen embed runs, reports its height and links to the newest version', async ({ page, baseURL }) => {
  const [day] = JSON.parse(readFileSync('config/versions.json', 'utf8')) as string[];
  const problems = said(page);
  await openHost(
    page,
    `<iframe src="${baseURL ?? ''}v/${day ?? ''}/embed/money/" width="640" height="150" sandbox="allow-scripts"></iframe><script>
      addEventListener('message', ({ data }) => { if (data.sentinel === 'amp') document.querySelector('iframe').height = data.height; });
    </script>`,
  );
  const [frame] = await charts(page);
  if (!frame) throw new Error('no frame');
  await frame.getByRole('button', { name: 'Table' }).click();
  await expect(frame.locator('table')).toBeVisible();
  await expect
    .poll(async () => Math.abs((await frameHeight(frame)) - 4 - (await contentHeight(frame))))
    .toBeLessThanOrEqual(2);
  await expect(frame.getByRole('link', { name: 'See the newest' })).toBeVisible();
  expect(problems).toEqual([]);
});

for (const [name, javaScriptEnabled, query] of [
  ['with its tabs', true, ''],
  ['without controls', true, '?ui=none'],
  ['without scripts', false, ''],
] as const)
  test.describe(`an embed ${name}`, () => {
    test.use({ javaScriptEnabled });
    test('the end of the tape covers no word', async ({ page }) => {
      for (const width of [300, 640]) {
        await page.setViewportSize({ width, height: 700 });
        await page.goto(`embed/money/${query}`);
        const box = await page.locator('.stub').boundingBox();
        const covered = await page.locator('.title, .subtitle, .tabs button').evaluateAll(
          (all, stub) =>
            all.filter((one) => {
              const words = document.createRange();
              words.selectNodeContents(one);
              return (
                getComputedStyle(one).visibility === 'visible' &&
                [...words.getClientRects()].some(
                  ({ left, top }) => left < stub.x + stub.width && top < stub.y + stub.height,
                )
              );
            }).length,
          box ?? { x: 0, y: 0, width: 0, height: 0 },
        );
        expect(box?.height).toBeGreaterThan(20);
        expect(covered).toBe(0);
      }
    });
  });
