import { expect } from '@playwright/test';
import { goTo, sectionIds, test } from './page-object.ts';

test('in print every section starts a page, tables and terms are open, and nothing sticks or repeats', async ({
  page,
}) => {
  await page.goto('');
  await page.emulateMedia({ media: 'print' });
  const sections = await sectionIds(page);
  const found = await page.evaluate(() => {
    const style = (selector: string) =>
      [...document.querySelectorAll(selector)].map((one) => getComputedStyle(one));
    const boxes = (selector: string) =>
      [...document.querySelectorAll(selector)].filter((one) => one.getClientRects().length > 0).length;
    return {
      starts: style('.chapter').map(({ breakBefore }) => breakBefore),
      sticky: [...document.querySelectorAll('*')].filter(
        (one) => one.getClientRects().length > 0 && getComputedStyle(one).position === 'sticky',
      ).length,
      bars: boxes('.bar'),
      tables: boxes('table'),
      pictures: boxes('.stage .picture'),
      slots: boxes('.slot'),
      terms: boxes('.terms dt'),
      split: style('.stage').map(({ breakInside }) => breakInside),
      address: getComputedStyle(
        document.querySelector('.sources-list a[href^="https"]') ?? document.body,
        '::after',
      ).content,
    };
  });
  expect(new Set(found.starts)).toEqual(new Set(['page']));
  expect([found.sticky, found.bars, found.slots]).toEqual([0, 0, 0]);
  expect(found.tables).toBeGreaterThanOrEqual(sections.length);
  expect(found.pictures).toBe(sections.length);
  expect(found.terms).toBeGreaterThan(5);
  expect(new Set(found.split)).toEqual(new Set(['avoid']));
  expect(found.address).toContain('https://');
  const pdf = await page.pdf({ format: 'A4' });
  expect(pdf.byteLength).toBeGreaterThan(100_000);
});

test('print after reading on a phone shows one picture for each section, with the same filter', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('?ev=confirmed');
  for (const id of await sectionIds(page)) await goTo(page, id);
  const words = () => page.locator('.stage .title').allTextContents();
  const read = await words();
  await page.emulateMedia({ media: 'print' });
  const pictures = page.locator('.stage .picture:visible');
  await expect(pictures).toHaveCount((await sectionIds(page)).length);
  expect(await words()).toEqual(read);
  const labels = () =>
    pictures.locator('svg').evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')));
  const printed = await labels();
  await page.goto('about:blank');
  await page.goto('');
  await page.emulateMedia({ media: 'print' });
  await expect(pictures).toHaveCount((await sectionIds(page)).length);
  expect(await words()).not.toEqual(read);
  expect(await labels()).not.toEqual(printed);
});

test('in forced colours the tape is the system’s highlight, and shapes keep their edges', async ({
  page,
}) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto('?view=flat');
  const tape = await page.evaluate(() =>
    getComputedStyle(document.documentElement).getPropertyValue('--tape').trim(),
  );
  expect(tape).toBe('Highlight');
  const spine = await page
    .locator('.spine')
    .first()
    .evaluate((one) => getComputedStyle(one).backgroundColor);
  expect(spine).not.toBe('rgba(0, 0, 0, 0)');
});
