import { pathToFileURL } from 'node:url';
import { expect, type Page } from '@playwright/test';
import { goTo, pictureOf, stepIds, test } from './page-object.ts';

/** Returns all words of the story except those in pictures and controls; `stage` drops the moving caption. */
const labelFor = (page: Page, stage = true): Promise<string> =>
  page.evaluate((withStage) => {
    const copy = document.querySelector('main')?.cloneNode(true);
    if (!(copy instanceof HTMLElement)) return '';
    // Controls are inserted by the script that handles them.
    for (const one of copy.querySelectorAll(`svg, [data-js-only]${withStage ? '' : ', .stage'}`))
      one.remove();
    return copy.textContent.replace(/\s+/g, ' ').trim();
  }, stage);

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the page has all words, every picture with its evidence icons, and every table', async ({ page }) => {
    await page.goto('');
    await expect(page.locator('.step .prose')).toHaveCount(await page.locator('[data-step]').count());
    for (const figure of await page.locator('.figure').all()) {
      await expect(figure.locator('.picture:visible svg')).toHaveCount(1);
      expect(
        await figure.locator('.picture:visible svg :is(path, circle, rect, text)').count(),
      ).toBeGreaterThan(3);
      expect(await figure.locator('table tbody tr').count()).toBeGreaterThanOrEqual(2);
    }
    for (const words of await page.locator('.chart-description').all()) await expect(words).toBeVisible();
    await expect(page.locator('[data-view-toggle]')).toBeHidden();
    await expect(page.getByText(/enable javascript/i)).toHaveCount(0);
  });

  test('a citation opens in place', async ({ page }) => {
    await page.goto('');
    const cite = page.locator('.cite').first();
    await cite.click();
    await expect(page.locator('.card:popover-open')).toBeVisible();
    await expect(page.locator('.card:popover-open .source').first()).toBeVisible();
    await page.keyboard.press('Escape');
    await page.locator('.term').first().click();
    await expect(page.locator('.card:popover-open')).toContainText('Mayor’s Office');
  });

  test('opened as a file', async ({ page }) => {
    await page.goto(pathToFileURL('build/index.html').href);
    await expect(page.locator('h1')).toBeVisible();
    await expect(page.locator('.figure .picture:visible svg')).toHaveCount(
      await page.locator('.chapter').count(),
    );
  });
});

test('the page has the static layout and no error when opened as a file with scripts', async ({ page }) => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(pathToFileURL('build/index.html').href);
  await expect(page.locator('.figure .picture:visible svg')).toHaveCount(
    await page.locator('.chapter').count(),
  );
  expect(await page.evaluate(() => document.documentElement.dataset['view'])).toBeUndefined();
  expect(errors).toEqual([]);
});

test('the text is the same before and after hydration', async ({ page }) => {
  const address = new URL('', test.info().project.use.baseURL).href;
  const raw = await (await page.request.get(address)).text();
  await page.goto('?view=flat');
  for (const id of await stepIds(page)) await goTo(page, id);
  const after = await labelFor(page);
  await page.goto('about:blank');
  await page.setContent(raw.replace(/<script.*?<\/script>|<meta http-equiv=.*?>/gs, ''));
  expect(await labelFor(page)).toBe(after);
});

test('the text is the same when bound to the scroll', async ({ page }) => {
  await page.goto('');
  const before = await labelFor(page, false);
  for (const id of await stepIds(page)) await goTo(page, id);
  expect(await labelFor(page, false)).toBe(before);
});

test('“Read without motion” sets the static layout, keeps the place and is remembered', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('');
  await goTo(page, 'budgets--new-promise');
  const button = page.locator('[data-view-toggle]');
  const top = () =>
    page.evaluate(() => document.getElementById('budgets--new-promise')?.getBoundingClientRect().top ?? 0);
  const before = await top();
  await button.click();
  expect(await page.evaluate(() => document.documentElement.dataset['view'])).toBe('flat');
  expect(Math.abs((await top()) - before)).toBeLessThan(4);
  expect(page.url()).toContain('view=flat');
  await expect(button).toHaveText('Read with motion');
  await page.goto('');
  expect(await page.evaluate(() => document.documentElement.dataset['view'])).toBe('flat');
  await button.click();
  await page.goto('');
  expect(await page.evaluate(() => document.documentElement.dataset['view'])).toBe('scroll');
});

test('?view=flat sets the static layout, with buttons for each picture', async ({ page }) => {
  await page.goto('?view=flat');
  await goTo(page, 'threshold--one-square');
  const stage = page.locator('#threshold .stage');
  await expect(stage.locator('.turn')).toBeVisible();
  await expect(stage.getByText('Picture 4 of 5')).toBeVisible();
  await stage.getByRole('button', { name: 'Earlier' }).click();
  await expect(stage.getByText('Picture 3 of 5')).toBeVisible();
  await expect(stage.locator('h3')).toContainText('Only about half');
  await expect(stage).toHaveCSS('position', 'static');
});

for (const view of ['', '?view=scroll']) {
  test(`reduced motion${view}: nothing is animated at any step`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto(view);
    for (const id of await stepIds(page)) {
      await goTo(page, id);
      expect(await page.evaluate(() => document.getAnimations().length), id).toBe(0);
    }
  });
}

test('reduced motion, bound to the scroll: a picture always shows exactly one scene', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('?view=scroll');
  const pure = new Set<string>();
  const ids = (await stepIds(page)).filter((id) => id.startsWith('threshold'));
  for (const id of ids) {
    await goTo(page, id);
    pure.add(await pictureOf(page, id));
  }
  await goTo(page, 'threshold--one-square');
  for (let by = 0; by < 1600; by += 100) {
    await page.evaluate(async () => {
      scrollBy(0, 100);
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    });
    expect(pure).toContain(await pictureOf(page, 'threshold--one-square'));
  }
});

test('reduced motion gives the static layout unless the reader chooses otherwise', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('');
  expect(await page.evaluate(() => document.documentElement.dataset['view'])).toBe('flat');
});

test('the static layout remains when the script fails', async ({ page }) => {
  await page.route('**/live/**', (route) => route.abort());
  await page.goto('');
  await expect.poll(() => page.evaluate(() => document.documentElement.dataset['view'])).toBeUndefined();
  await expect(page.locator('.figure .picture:visible svg')).toHaveCount(
    await page.locator('.chapter').count(),
  );
});

test('the static layout remains when a chart fails', async ({ page }) => {
  await page.route('**/live/assets/Money*', (route) => route.abort());
  await page.goto('');
  await page.evaluate(() => document.getElementById('threshold')?.scrollIntoView());
  await expect.poll(() => page.evaluate(() => document.documentElement.dataset['view'])).toBeUndefined();
});
