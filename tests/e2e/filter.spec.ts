import { expect, type Page } from '@playwright/test';
import { goTo, pictureOf, sectionIds, stepIds, test } from './page-object.ts';

/** Returns every visible element with a basis: the basis, and the surrounding words. */
const basesShown = (page: Page): Promise<{ basis: string; text: string }[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('main [data-evidence]')]
      .filter((one) => one.getClientRects().length > 0 && one.closest('[popover]') === null)
      .filter((one) => !one.matches('.statement:has(> .statement-text[hidden])'))
      .map((one) => ({
        basis: one.getAttribute('data-evidence') ?? '',
        text: one.textContent.slice(0, 80),
      })),
  );

/** Returns every fact with a table row. A sum shown both whole and yearly is one row when hidden. */
const factsInTables = (page: Page): Promise<string[]> =>
  page
    .locator('tbody th a')
    .evaluateAll((links) => [...new Set(links.map((link) => link.getAttribute('href') ?? ''))].sort());

/** Waits until the filter has updated every section. */
const told = (page: Page): Promise<unknown> =>
  page.waitForFunction(() => !document.documentElement.hasAttribute('data-pending'));

for (const [level, kept] of [
  ['confirmed', /^official@/],
  ['reported', /^(official|reported)@/],
] as const) {
  test(`?ev=${level}: the story shows only facts of that level, and says how many are hidden`, async ({
    page,
  }) => {
    await page.goto('');
    for (const id of await sectionIds(page)) await goTo(page, id);
    const before = {
      rows: await factsInTables(page),
      says: await page.locator('main .statement').count(),
    };
    await page.goto(`?ev=${level}`);
    await told(page);
    for (const id of await stepIds(page)) await goTo(page, id);
    const shown = await basesShown(page);
    expect(shown.length).toBeGreaterThan(10);
    expect(shown.filter(({ basis }) => !kept.test(basis))).toEqual([]);
    expect(await factsInTables(page)).toEqual(before.rows);
    expect(await page.locator('main .statement').count()).toBe(before.says);
    // Pictures show no other icon, and text has one line for each run of hidden sentences.
    const marks = await page.evaluate(() =>
      [...document.querySelectorAll('.picture svg text, .marks .word')]
        .map((one) => one.textContent)
        .filter((text) => ['Single source', 'Contested', 'Unconfirmed'].includes(text)),
    );
    expect(marks).toEqual([]);
    const silent = await page.evaluate(
      () =>
        [...document.querySelectorAll('.step')].filter(
          (step) => step.querySelector('.statement[hidden]') && !step.querySelector('.hidden-note'),
        ).length,
    );
    expect(silent).toBe(0);
    await expect(page.locator('[data-filter-banner]')).toContainText('facts remain');
  });
}

test('?ev=confirmed hides rows on the reference pages', async ({ page }) => {
  for (const path of ['claims/', 'glossary/']) {
    await page.goto(`${path}?ev=confirmed`);
    await told(page);
    const shown = await basesShown(page);
    expect(shown.filter(({ basis }) => !basis.startsWith('official@'))).toEqual([]);
    expect(await page.locator('.hidden-note').count()).toBeGreaterThan(3);
  }
});

test('the evidence filter in the bar works by keyboard, writes the address and resets', async ({ page }) => {
  await page.goto('');
  await goTo(page, 'threshold--half-firm');
  await page.locator('[data-filter-toggle]').focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('#dimmer')).toBeVisible();
  await page.locator('#dimmer input[value=confirmed]').check();
  await expect(page).toHaveURL(/\?ev=confirmed/);
  await expect(page.locator('[data-filter-count]')).toContainText(/\d+ of the record’s \d+ facts remain/);
  await expect(page.locator('#threshold--half-firm .prose > p').first()).toContainText(
    'not on an official document',
  );
  await expect(page.locator('#threshold--half-firm .prose > p').first()).not.toContainText('£25.3m', {
    useInnerText: true,
  });
  await page.getByText('What can still be said').click();
  await expect(page.locator('[data-filter-visible] li')).toHaveCount(10);
  await page.keyboard.press('Escape');
  await page.locator('[data-filter-clear]').click();
  await expect(page).not.toHaveURL(/ev=/);
  await expect(page.locator('.hidden-note')).toHaveCount(0);
  await expect(page.locator('#threshold--half-firm .prose > p').first()).toContainText('£25.3m', {
    useInnerText: true,
  });
});

test('the date control on the timeline filters every chart', async ({ page }) => {
  await page.goto('');
  await goTo(page, 'road-here--as-known');
  await page.locator('[data-filter-day]').selectOption('2026-05-21');
  await expect(page).toHaveURL(/\?asof=2026-05-21/);
  await expect(page.locator('[data-filter-status]')).toContainText('as known on 21');
  await goTo(page, 'threshold--half-firm');
  await expect(page.locator('#threshold--half-firm [data-told]')).toContainText(
    'None of two facts here were public',
  );
  await goTo(page, 'case-for--already-spent');
  await expect(page.locator('#case-for--already-spent .hidden-note').first()).toContainText('date not known');
  await page.goto('?asof=2026-05-21');
  await told(page);
  await goTo(page, 'road-here--as-known');
  await expect(page.locator('[data-filter-day]')).toHaveValue('2026-05-21');
});

test('a filter in the address applies before the first paint, and a bad one is ignored', async ({ page }) => {
  await page.goto('?ev=confirmed');
  await told(page);
  await expect(page.locator('.standfirst')).toContainText('rests on reports');
  for (const bad of ['?ev=everything', '?asof=2026-13-40', '?asof=__proto__', '?ev=%E0%A4%A']) {
    await page.goto(bad);
    await told(page);
    await expect(page.locator('[data-filter-banner]')).toBeHidden();
    await expect(page.locator('.hidden-note')).toHaveCount(0);
  }
});

/** Returns the description of each step's picture and every table row, of a section or of the page. */
const toldOn = (page: Page, section: string | null) =>
  page.evaluate((id) => {
    const root = (id === null ? null : document.getElementById(id)) ?? document.body;
    const texts = (selector: string): string[] =>
      [...root.querySelectorAll(selector)].map((one) => one.textContent.trim());
    return { told: texts('[data-step] [data-told]'), rows: texts('.data tbody tr') };
  }, section);

test('a section’s page and the complete text hide the same facts as the story', async ({ page }) => {
  const query = '?ev=reported&asof=2026-05-21';
  await page.goto(query);
  await told(page);
  const [threshold, positions, whole] = [
    await toldOn(page, 'threshold'),
    await toldOn(page, 'positions'),
    await toldOn(page, null),
  ];
  for (const [path, story] of [
    ['s/threshold/', threshold],
    ['s/positions/', positions],
    ['text/', whole],
  ] as const) {
    await page.goto(path);
    const clear = await toldOn(page, null);
    expect(clear.told, path).not.toEqual(story.told);
    await page.goto(`${path}${query}`);
    await told(page);
    expect(await toldOn(page, null), path).toEqual(story);
    const shown = (await basesShown(page)).filter(({ basis }) => !/^(official|reported)@/.test(basis));
    expect(shown, path).toEqual([]);
    // The accessible name of every still picture is its description.
    const labels = await page
      .locator('.still .picture[data-width="480"] svg[role="img"]')
      .evaluateAll((pictures) => pictures.map((one) => one.getAttribute('aria-label')));
    if (labels.length > 0) expect(labels, path).toEqual(story.told);
    await page.locator('[data-filter-clear]').click();
    await expect.poll(() => toldOn(page, null), path).toEqual(clear);
  }
});

test('a section’s page loads no chart when there is no filter', async ({ page }) => {
  const scripts: string[] = [];
  page.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.push(request.url());
  });
  await page.goto('s/threshold/', { waitUntil: 'networkidle' });
  expect(scripts.filter((url) => /Money|drawing|Picture|relit/.test(url))).toEqual([]);
  expect(scripts.length).toBeGreaterThan(0);
});

test('the graphic shows the same filter when the viewport becomes wide', async ({ page }) => {
  const step = 'threshold--half-firm';
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('?ev=confirmed');
  await goTo(page, step);
  const wide = await pictureOf(page, step);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('about:blank');
  await page.goto('?ev=confirmed');
  await goTo(page, step);
  await page.setViewportSize({ width: 1440, height: 900 });
  await goTo(page, step);
  expect(await pictureOf(page, step)).toBe(wide);
  await page.goto('');
  await goTo(page, step);
  expect(await pictureOf(page, step)).not.toBe(wide);
});
