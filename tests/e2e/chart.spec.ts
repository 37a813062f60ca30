import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { awake, test } from './page-object.ts';

const title = (page: Page) => page.locator('.chart-tabs .title');

test('a chart shows any of its pictures and writes the choice to the address', async ({ page }) => {
  await page.goto('chart/money/');
  await awake(page);
  const still = await title(page).innerText();
  await page.getByRole('button', { name: 'Next' }).click();
  const next = await title(page).innerText();
  expect(next).not.toBe(still);
  expect(new URL(page.url()).search).toMatch(/^\?step=threshold--/);
  await page.reload();
  await awake(page);
  expect(await title(page).innerText()).toBe(next);
  await page.getByRole('button', { name: 'Earlier' }).click();
  // An address without a step means the still scene.
  expect(new URL(page.url()).search).toBe('');
  expect(await title(page).innerText()).toBe(still);
});

test('picture, table and text show the same rows', async ({ page }) => {
  await page.goto('chart/ledger/?tab=table');
  await awake(page);
  await expect(page.locator('.chart-tabs table')).toBeVisible();
  await expect(page.locator('.chart-tabs .picture:visible')).toHaveCount(0);
  const rows = await page.locator('.chart-tabs tbody th').allInnerTexts();
  await page.getByRole('button', { name: 'Text' }).click();
  expect(new URL(page.url()).search).toBe('?tab=text');
  expect(await page.locator('.chart-tabs .text-alternative li').count()).toBe(rows.length);
  await page.getByRole('button', { name: 'Chart', exact: true }).click();
  expect(new URL(page.url()).search).toBe('');
  await expect(page.locator('.chart-tabs .picture:visible')).toHaveCount(1);
});

test('the filter hides the same rows in picture, table and text', async ({ page }) => {
  await page.goto('chart/positions/?ev=confirmed&tab=table');
  await awake(page);
  await expect(title(page)).toContainText('official');
  const cells = await page.locator('.chart-tabs tbody tr').allInnerTexts();
  expect(cells.filter((row) => /\b(Reported|Single source|Contested|Unconfirmed)\b/.test(row))).toEqual([]);
  expect(cells.length).toBeGreaterThan(20);
  await page.getByRole('button', { name: 'Show everything' }).click();
  await expect(title(page)).not.toContainText('official');
});

test('the CSV of the visible rows follows the picture and the filter', async ({ page }) => {
  await page.goto('chart/money/?step=budgets--side-by-side');
  await awake(page);
  const link = page.locator('[data-visible-csv]');
  const taken = async (): Promise<{ name: string; text: string }> => {
    const [file] = await Promise.all([page.waitForEvent('download'), link.click()]);
    return { name: file.suggestedFilename(), text: readFileSync(await file.path(), 'utf8') };
  };
  const clear = await taken();
  expect(clear.name).toBe('budgets--side-by-side.csv');
  expect(clear.text).toBe(readFileSync('build/data/budgets--side-by-side.csv', 'utf8'));
  await page.goto('chart/money/?step=budgets--side-by-side&ev=confirmed');
  await awake(page);
  await expect(link).toHaveAttribute('href', /^blob:/);
  const { name, text } = await taken();
  expect(name).toBe('budgets--side-by-side.ev.confirmed.csv');
  const rows = text.trim().split('\r\n');
  expect(rows).toHaveLength(clear.text.trim().split('\r\n').length);
  expect(text).toContain('ests on reports, not on an official document');
  expect(text).not.toMatch(/,(reported|single|contested|unconfirmed),/);
});

test('invalid parameters are ignored and removed from the address', async ({ page }) => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  for (const junk of ['?step=positions--silence', '?step=999', '?tab=__proto__&x=1', '?theme=red']) {
    await page.goto(`chart/money/${junk}`);
    await awake(page);
    await expect.poll(() => new URL(page.url()).search).toBe('');
    await expect(page.locator('.chart-tabs .picture:visible')).toHaveCount(1);
  }
  expect(errors).toEqual([]);
});

test('a copied link and a citation carry the visible state', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('chart/positions/?step=positions--on-deal&theme=dark&ev=reported');
  await awake(page);
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Copied' })).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain('chart/positions/?step=positions--on-deal&theme=dark&ev=reported');
  await page.getByRole('button', { name: 'Share or cite' }).click();
  await expect(page.locator('[data-cite=plain]')).toContainText(copied);
});

test('the copied snippet shows the preview: unlabelled, dark, with balance', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('chart/positions/');
  await awake(page);
  await page.getByRole('button', { name: 'Embed it' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.locator('select[name=step]').selectOption('positions--on-deal');
  await dialog.getByLabel('Colours').selectOption('dark');
  await dialog.getByLabel('Words in the picture').selectOption('off');
  const preview = page.frameLocator('iframe[title^="Preview"]');
  await expect(preview.getByRole('button', { name: 'Reveal the words' })).toBeVisible();
  await expect(preview.locator('html')).toHaveAttribute('data-theme', 'dark');
  for (const width of [320, 480, 760]) {
    await dialog.getByRole('button', { name: `${width} px` }).click();
    await expect(page.locator('iframe[title^="Preview"]')).toHaveJSProperty('clientWidth', width);
    await expect
      .poll(async () => {
        const [frame, content] = await Promise.all([
          page.locator('iframe[title^="Preview"]').boundingBox(),
          preview.locator('#embed-root').boundingBox(),
        ]);
        return Math.abs((frame?.height ?? 0) - (content?.height ?? 1000));
      })
      .toBeLessThan(2);
  }
  const query = 'step=positions--on-deal&theme=dark&labels=off';
  expect(await page.locator('iframe[title^="Preview"]').getAttribute('src')).toBe(
    `../../embed/positions/?${query}`,
  );
  for (const [way, part] of [
    [0, `chart/positions/?${query}`],
    [1, `embed/positions/?${query.replaceAll('&', '&amp;')}"`],
    [2, 'integrity="sha384-'],
  ] as const) {
    await dialog.getByRole('button', { name: 'Copy' }).nth(way).click();
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain(part);
  }
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('button', { name: 'Embed it' })).toBeFocused();
});

test('the story links to the embed of the chart being read', async ({ page }) => {
  await page.goto('#positions');
  await page.locator('#positions').getByRole('link', { name: 'Embed it' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  expect(new URL(page.url()).pathname).toMatch(/chart\/positions\/$/);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('a chart’s page has picture, table, words, sources and every download', async ({ page }) => {
    await page.setViewportSize({ width: 900, height: 900 });
    await page.goto('chart/paths/');
    await expect(page.locator('.picture[data-width="480"] svg[role="img"]')).toBeVisible();
    await page.locator('.data > summary').click();
    await expect(page.locator('.data table')).toBeVisible();
    await expect(page.locator('[data-code=frame]')).toContainText('<iframe src="https://');
    await expect(page.locator('[data-copy-code]').first()).toBeHidden();
    expect(await page.locator('.sources li').count()).toBeGreaterThan(3);
  });
});
