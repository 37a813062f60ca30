import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { expect } from '@playwright/test';
import { awake, goTo, stepIds, test } from './page-object.ts';

const brotli = (address: string): number =>
  brotliCompressSync(readFileSync(`build/live/${address.split('/live/')[1] ?? ''}`)).length / 1024;

test('a visit sends at most thirty requests, all to this site, and stores nothing before a choice', async ({
  page,
  context,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto('');
  const origin = new URL(page.url()).origin;
  for (const id of await stepIds(page)) await goTo(page, id);
  expect(asked.filter((url) => new URL(url).origin !== origin)).toEqual([]);
  expect(asked.length).toBeLessThanOrEqual(30);
  expect(await context.cookies()).toEqual([]);
  expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
});

for (const [width, height] of [
  [390, 844],
  [1440, 900],
] as const) {
  test(`at ${width} px the page loads at most 40 KB of script before scrolling and 70 KB in all`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    const scripts: string[] = [];
    page.on('request', (request) => {
      if (request.resourceType() === 'script') scripts.push(request.url());
    });
    await page.goto('', { waitUntil: 'networkidle' });
    await awake(page);
    await page.waitForLoadState('networkidle');
    const first = scripts.reduce((sum, url) => sum + brotli(url), 0);
    expect(first).toBeGreaterThan(5);
    expect(first).toBeLessThanOrEqual(40);
    for (const id of await stepIds(page)) await goTo(page, id);
    const all = scripts.reduce((sum, url) => sum + brotli(url), 0);
    expect(all).toBeGreaterThan(20);
    expect(all).toBeLessThanOrEqual(70);
  });
}

test('the console has no message or error from top to bottom', async ({ page }) => {
  const said: string[] = [];
  page.on('console', (message) => {
    // The worker registers some seconds after loading. A longer test must block it explicitly.
    if (!message.text().includes('blocked by Playwright')) said.push(message.text());
  });
  page.on('pageerror', (error) => said.push(error.message));
  await page.goto('');
  for (const id of await stepIds(page)) await goTo(page, id);
  // Messages of the test browser itself.
  expect(said.filter((text) => !text.endsWith('blocked by Playwright'))).toEqual([]);
});
