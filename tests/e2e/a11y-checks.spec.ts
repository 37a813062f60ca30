import { readdirSync, readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { CANARIES, canaryPage } from '../a11y/known-bad-page.ts';
import { CHECKS, keyboardFaults, type CheckName } from './a11y-checks.ts';
import { awake, test } from './page-object.ts';

/** Puts the page of defects before the browser, under an address of the site that no build has. */
async function open(page: Page, mended: readonly string[]): Promise<void> {
  await page.route('**/canaries', (route) =>
    route.fulfill({ contentType: 'text/html', body: canaryPage(mended) }),
  );
  await page.goto('canaries');
}

/** What a check says of the page, from the top, as the page was when it came. */
async function told(page: Page, check: CheckName): Promise<string[]> {
  await page.reload();
  return CHECKS[check](page);
}

test('there are ten canaries, each with a check of its own', () => {
  expect(CANARIES).toHaveLength(10);
  expect(CANARIES.map(({ check }) => check)).toEqual(Object.keys(CHECKS));
});

for (const { id, rule, check } of CANARIES) {
  test(`${check} catches ${rule}, among nine other defects`, async ({ page }) => {
    await open(page, []);
    const found = await told(page, check);
    expect(found.join()).toContain(id);
    // And nothing else: what cries at everything is no check either. A trap is told of by what it keeps out of reach, too.
    if (check !== 'keyboardTraps') expect(found.filter((one) => !one.includes(id))).toEqual([]);
  });

  test(`${check} is content when only that is mended`, async ({ page }) => {
    // A trap ends every walk: what lies beyond it can only be judged without it.
    await open(page, check === 'keyboardTraps' || check === 'coveredFocus' ? [id, 'canary-trap'] : [id]);
    expect(await told(page, check)).toEqual([]);
  });
}

test('with all ten mended no check finds anything', async ({ page }) => {
  await open(
    page,
    CANARIES.map(({ id }) => id),
  );
  for (const check of Object.keys(CHECKS) as CheckName[]) expect(await told(page, check), check).toEqual([]);
});

test('a focus without its ring is seen', async ({ page }) => {
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

test('no canary is in the build', () => {
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
