import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { serve } from '../../scripts/serve.mjs';
import { goTo, sectionIds, test } from './page-object.ts';

test.use({ serviceWorkers: 'allow' });

test('the whole site is readable offline after a single visit: the story, pages and embeds', async ({
  page,
}) => {
  const { url, close } = await serve({ dir: 'build', port: 0, base: '/a/deep/path/' });
  await page.goto(url);
  await page.evaluate(() => navigator.serviceWorker.ready);
  // The server has stopped.
  await close();
  await page.goto(`${url}?view=scroll`);
  for (const id of await sectionIds(page)) await goTo(page, id);
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  const { files } = JSON.parse(readFileSync('build/build.json', 'utf8')) as { files: Record<string, string> };
  const pages = Object.keys(files).filter((path) => path.endsWith('/'));
  expect(pages.length).toBeGreaterThan(30);
  // A third of the pages is enough, because the worker keeps all files of the same list.
  for (const path of pages.filter((_, index) => index % 3 === 0)) {
    const answer = await page.goto(url + path);
    expect(answer?.status(), path).toBe(200);
    await expect(page.locator('html[data-ready]'), path).toBeAttached({ timeout: 30_000 });
    if (path.startsWith('embed/'))
      await expect(page.locator('.picture:visible svg').first(), path).toBeVisible();
  }
  // Offline answers have the same headers as the host's, in particular those about framing.
  const kept = await page.evaluate(async () =>
    (await fetch(location.href)).headers.get('content-security-policy'),
  );
  expect(kept).toContain('frame-ancestors');
  await page.goto(`${url}nowhere/`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no such page');
  expect(problems).toEqual([]);
});

test('an embed registers no worker', async ({ page, baseURL }) => {
  await page.goto(`${baseURL ?? ''}embed/money/`);
  await page.waitForTimeout(5000);
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
});
