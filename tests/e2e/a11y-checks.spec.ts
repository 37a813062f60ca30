import { readdirSync, readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { CANARIES, canaryPage } from '../a11y/known-bad-page.ts';
import { CHECKS, keyboardFaults, type CheckName } from './a11y-checks.ts';
import { awake, test } from './page-object.ts';

/** Serves the page of defects under an address that no build contains. */
async function open(page: Page, mended: readonly string[]): Promise<void> {
  await page.route('**/canaries', (route) =>
    route.fulfill({ contentType: 'text/html', body: canaryPage(mended) }),
  );
  await page.goto('canaries');
}

/** Returns the findings of a check on the freshly loaded page. */
async function told(page: Page, check: CheckName): Promise<string[]> {
  await page.reload();
  return CHECKS[check](page);
}

test('plants ten defects, each with its own check', () => {
  expect(CANARIES).toHaveLength(10);
  expect(CANARIES.map(({ check }) => check)).toEqual(Object.keys(CHECKS));
});

for (const { id, rule, check } of CANARIES) {
  test(`${check} catches ${rule} among nine other defects`, async ({ page }) => {
    await open(page, []);
    const found = await told(page, check);
    expect(found.join()).toContain(id);
    // A check must also report nothing else. A keyboard trap additionally reports the controls that it makes
    // unreachable.
    if (check !== 'keyboardTraps') expect(found.filter((one) => !one.includes(id))).toEqual([]);
  });

  test(`${check} passes when only its defect is fixed`, async ({ page }) => {
    // A trap ends every walk, so controls beyond it can be tested only without it.
    await open(page, check === 'keyboardTraps' || check === 'coveredFocus' ? [id, 'canary-trap'] : [id]);
    expect(await told(page, check)).toEqual([]);
  });
}

test('every check passes when all ten defects are fixed', async ({ page }) => {
  await open(
    page,
    CANARIES.map(({ id }) => id),
  );
  for (const check of Object.keys(CHECKS) as CheckName[]) expect(await told(page, check), check).toEqual([]);
});

test('a focused element without a ring is reported', async ({ page }) => {
  await page.goto('corrections/');
  await awake(page);
  expect(await keyboardFaults(page)).toEqual([]);
  await page.reload();
  await awake(page);
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(':focus-visible { outline: none !important; }');
    document.adoptedStyleSheets = [sheet];
  });
  expect((await keyboardFaults(page)).join()).toContain('no ring');
});

test('no planted defect is in the build', () => {
  const pages = readdirSync('build', { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.html'),
  );
  expect(pages.length).toBeGreaterThan(40);
  for (const file of pages) {
    const html = readFileSync(`build/${file}`, 'utf8');
    expect(CANARIES.filter(({ id }) => html.includes(`${id}"`)).map(({ id }) => `${file}: ${id}`)).toEqual(
      [],
    );
  }
});
