// Checks those Chartability rules that no other test covers, on the page of each chart. The full list is in
// tests/a11y/chartability.ts.
import { expect, type Page } from '@playwright/test';
import { CHARTS } from './axe.ts';
import { listen, missingRows } from './a11y-checks.ts';
import { test } from './page-object.ts';

async function open(page: Page, id: string): Promise<void> {
  await page.goto(`chart/${id}/`);
  await page.waitForSelector('html[data-ready]', { state: 'attached' });
}

test.describe('by key and by touch', () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });
  for (const id of CHARTS)
    test(`${id}: keys and touch change its pictures, and every change is announced once`, async ({
      page,
    }) => {
      await open(page, id);
      const place = page.locator('.chart-tabs .turn span');
      const [, at = 0, of = 0] = (/(\d+) of (\d+)/.exec(await place.innerText()) ?? []).map(Number);
      const forth = at < of;
      const [go, back] = forth ? ['Next', 'Earlier'] : ['Earlier', 'Next'];
      const there = `Picture ${forth ? at + 1 : at - 1} of ${of}`;
      const said = await listen(page);
      await page.getByRole('button', { name: go }).focus();
      await page.keyboard.press('Enter');
      await expect(place).toHaveText(there);
      await page.getByRole('button', { name: back }).tap();
      await expect(place).toHaveText(`Picture ${at} of ${of}`);
      expect([...new Set(await said())]).toEqual([there, `Picture ${at} of ${of}`]);
      await page.getByRole('button', { name: 'Table' }).tap();
      await expect(page.locator('.chart-tabs table').first()).toBeVisible();
      await page.getByRole('button', { name: 'Text' }).focus();
      await page.keyboard.press('Enter');
      await expect(page.locator('.chart-tabs .text-alternative ol')).toBeVisible();
    });
});

for (const id of CHARTS) {
  test(`${id}: has finding, measure, picture, legend, data and source in order; two key presses reach every row`, async ({
    page,
  }) => {
    await open(page, id);
    const order = await page.locator('.chart-tabs').evaluate((figure) => {
      const parts = [
        '.title',
        '.subtitle',
        'svg[role="img"]',
        '.how',
        '.told',
        'table',
        '.text-alternative ol',
        '.source',
      ];
      const all = [...figure.querySelectorAll('*')];
      return parts.map((part) => all.findIndex((one) => one.matches(part)));
    });
    expect(order).not.toContain(-1);
    expect(order).toEqual([...order].sort((a, b) => a - b));
    await expect(page.locator('.chart-tabs .how')).toBeVisible();
    await page.getByRole('button', { name: 'Chart', exact: true }).focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(page.locator('.chart-tabs table').first()).toBeVisible();
    expect(await missingRows(page)).toEqual([]);
  });

  test(`${id}: has 44 px buttons and visible choices, in forced colours, more contrast and the reader’s own fonts`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await open(page, id);
    const buttons = await page
      .locator('.chart-tabs :is(.tabs, .turn) button')
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height));
    expect(buttons).toHaveLength(5);
    expect(Math.min(...buttons)).toBeGreaterThanOrEqual(44);
    const weight = (pressed: boolean): Promise<string> =>
      page
        .locator(`.chart-tabs .tabs [aria-pressed="${String(pressed)}"]`)
        .first()
        .evaluate((one) => getComputedStyle(one).fontWeight);
    expect(Number(await weight(true))).toBeGreaterThan(Number(await weight(false)));
    /** Returns text and shapes of the picture painted in any colour except the paper. */
    const there = () =>
      page.evaluate(() => {
        const paper = getComputedStyle(document.documentElement).getPropertyValue('--paper').trim();
        const shown = [
          ...document.querySelectorAll('.chart-tabs svg[role="img"] :is(text, path, circle, rect)'),
        ]
          .filter((one) => one.checkVisibility({ visibilityProperty: true }))
          .filter((one) => {
            const { fill, stroke } = getComputedStyle(one);
            return [fill, stroke].some((paint) => paint !== 'none' && paint !== paper);
          });
        return { shown: shown.length, wide: document.documentElement.scrollWidth };
      });
    const usual = await there();
    expect(usual.shown).toBeGreaterThan(10);
    await page.emulateMedia({ forcedColors: 'active' });
    expect(await there()).toEqual(usual);
    await page.emulateMedia({ forcedColors: 'none', contrast: 'more' });
    expect(await there()).toEqual(usual);
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('* { font-family: monospace !important; }');
      document.adoptedStyleSheets = [sheet];
    });
    expect(await there()).toEqual(usual);
  });
}
