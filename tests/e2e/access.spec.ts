import { expect } from '@playwright/test';
import { findings, otherPages } from './axe.ts';
import { allFaults, smallText } from './a11y-checks.ts';
import { awake, goTo, sectionIds, stepIds, test } from './page-object.ts';

// Two corners of the full matrix, which `npm run test:a11y` covers.
for (const [view, colorScheme, width] of [
  ['', 'light', 320],
  ['?view=flat', 'dark', 1280],
] as const) {
  test(`axe finds no violation: ${colorScheme}, ${width} px, ${view === '' ? 'bound to the scroll' : 'flat'}`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme });
    await page.goto(view);
    for (const section of await sectionIds(page)) await goTo(page, section);
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
    });
    expect(await findings(page)).toEqual([]);
  });
}

// Every fourth page in each theme.
for (const [colorScheme, width, turn] of [
  ['light', 1280, 0],
  ['dark', 320, 2],
] as const) {
  test(`axe finds no violation on the other pages, which fit the width: ${colorScheme}, ${width} px`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme });
    for (const path of otherPages(colorScheme).filter((_, index) => index % 4 === turn)) {
      await page.goto(path);
      await awake(page);
      expect(await findings(page), path).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(
        width,
      );
    }
  });
}

test('axe reports a planted defect', async ({ page }) => {
  await page.goto('');
  await page.evaluate(() => {
    const button = document.createElement('button');
    document.querySelector('main')?.append(button);
  });
  expect((await findings(page)).join()).toContain('button-name');
});

for (const width of [320, 1280]) {
  test(`at ${width} px nothing overflows to the side and no text is under 14 px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    for (const view of ['', '?view=flat']) {
      await page.goto(view);
      // In the layout where every step has its own picture, checks each one.
      const all = width === 320 && view === '' ? await stepIds(page) : await sectionIds(page);
      for (const id of all) await goTo(page, id);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      expect(await smallText(page)).toEqual([]);
    }
  });
}

test('a citation opens and closes by keyboard, and links to its source', async ({ page }) => {
  await page.goto('');
  const cite = page.locator('#threshold--one-hundred .cite').first();
  await cite.focus();
  await page.keyboard.press('Enter');
  const card = page.locator('.card:popover-open');
  await expect(card).toBeVisible();
  await expect(card).toContainText('Reported');
  await expect(card.locator('a[href^="https://"]').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(card).toHaveCount(0);
  await expect(cite).toBeFocused();
});

// A sample of the checks that `npm run test:a11y` runs on every page at every width. keyboard.spec.ts walks
// the story by Tab.
for (const [path, width, colorScheme] of [
  ['', 1280, 'light'],
  ['s/positions/', 320, 'dark'],
] as const)
  test(`the checks find no defect on ${path || 'the story'}: ${colorScheme}, ${width} px`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme });
    await page.goto(path);
    await awake(page);
    for (const section of await sectionIds(page)) await goTo(page, section);
    expect(await allFaults(page, { keys: path !== '' })).toEqual([]);
  });
