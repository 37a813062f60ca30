// Compares the screen-reader text of four pages with committed files. `UPDATE=1 npm run test:a11y --
// screen-reader` rewrites them. Also checks that scrolling announces nothing on any kind of page.
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { CHARTS } from '../e2e/axe.ts';
import { spokenByScrolling } from '../e2e/a11y-checks.ts';
import { goTo, sectionIds, test } from '../e2e/page-object.ts';
import { spoken } from './screen-reader.ts';

const FOLDER = 'tests/a11y/screen-reader';
const update = process.env['UPDATE'] === '1';

/** Pages with a committed text file. */
const KEPT = ['story', 'claims', 'chart-money', 'embed'];

/** One page of every kind, by name. */
const PAGES: readonly [name: string, path: string][] = [
  ['story', ''],
  ['story-flat', '?view=flat'],
  ['section', 's/threshold/'],
  ['text', 'text/'],
  ['claims', 'claims/'],
  ['sources', 'sources/'],
  ['methods', 'methods/'],
  ['glossary', 'glossary/'],
  ['corrections', 'corrections/'],
  ['charts', 'charts/'],
  ...CHARTS.map((id): [string, string] => [`chart-${id}`, `chart/${id}/`]),
  ['chart-as-table', 'chart/money/?tab=table'],
  ['chart-taken', 'chart/money/#take'],
  ['chart-through-a-lens', 'chart/money/?ev=confirmed'],
  ['embed', 'embed/ledger/'],
  ['embed-as-text', 'embed/reasons/?tab=text'],
  ['embed-lab', 'embed-lab/'],
  ['lost', '404.html'],
];

for (const [name, path] of PAGES.filter(([kept]) => KEPT.includes(kept)))
  test(`the screen-reader text of ${name} matches the committed file`, async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto(path);
    if (await page.locator('html[data-view]').count())
      for (const section of await sectionIds(page)) await goTo(page, section);
    await page.evaluate(() => {
      scrollTo(0, 0);
    });
    await page.waitForTimeout(700);
    const text = await spoken(page);
    const file = `${FOLDER}/${name}.txt`;
    if (update) {
      mkdirSync(FOLDER, { recursive: true });
      writeFileSync(file, text);
    }
    expect(text).toBe(readFileSync(file, 'utf8'));
  });

for (const [name, path] of PAGES)
  test(`no live region announces anything when a reader scrolls ${name}`, async ({ page }) => {
    for (const width of name.startsWith('story') ? [390, 1280] : [1280]) {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(path);
      // Announcements during hydration are unrelated to scrolling.
      await page.waitForTimeout(1000);
      expect(await spokenByScrolling(page), `${width} px`).toEqual([]);
    }
  });

test('every committed text file belongs to a page', () => {
  expect(readdirSync(FOLDER).sort()).toEqual(KEPT.map((name) => `${name}.txt`).sort());
});
