import { expect } from '@playwright/test';
import jsQR from 'jsqr';
import { PNG } from 'pngjs';
import { linksLand, sections, standing, steps, wildAddresses } from './deep-links.ts';
import { goTo, pictureOf, test } from './page-object.ts';

test('the page has ten sections and 56 steps to link to', () => {
  expect([sections.length, steps.length]).toEqual([10, 56]);
});

// A different sixth of the links at each width; `npm run test:links` tests all.
linksLand(390, 844, (index) => index % 6 === 0);
linksLand(1440, 900, (index) => index % 6 === 3);

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('a link leads to the words of its step', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto('#paths--court');
    const box = await page.locator('#paths--court').boundingBox();
    expect(box?.y ?? -1).toBeGreaterThan(40);
    expect(box?.y ?? 999).toBeLessThan(200);
  });
});

test('a bad link leads to the nearest valid place and corrects the address', async ({ page }) => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  for (const [bad, good] of [
    ['#bad', ''],
    ['#%E0%A4%A', ''],
    ['#threshold--no-such-step', '#threshold'],
    ['?step=999', ''],
    ['?step=-1', ''],
    ['?step=1e9', ''],
    ['?chart=__proto__', ''],
    ['?ev=confirmed&ev=all&utm_source=x', '?ev=confirmed'],
    ['?asof=2026-05-21&view=flat', '?view=flat&asof=2026-05-21'],
    [`?junk=${'x'.repeat(8_000)}`, ''],
  ] as const) {
    await page.goto('about:blank');
    await page.goto(bad);
    await page.waitForFunction(() => document.documentElement.hasAttribute('data-ready'));
    const url = new URL(page.url());
    expect(url.search + url.hash, bad.slice(0, 60)).toBe(good);
  }
  await page.goto('about:blank');
  await page.goto('#bad');
  await expect(page.locator('[data-toast]')).toContainText('no such place');
  expect(errors).toEqual([]);
});

// All kinds of pages parse addresses with the same two functions. `npm run test:links` tests five hundred.
for (const path of ['', 'embed/money/', 'chart/dates/', 's/threshold/', 'glossary/']) wildAddresses(path, 5);

test('the address follows the reader only at rest, and is empty at the top', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.addInitScript(() => {
    const calls: string[] = [];
    Object.assign(globalThis, { calls });
    const replace = history.replaceState.bind(history);
    history.replaceState = (...all: Parameters<History['replaceState']>) => {
      calls.push(String(all[2]));
      replace(...all);
    };
  });
  await page.goto('');
  await goTo(page, 'threshold--one-hundred');
  for (let event = 0; event < 400; event += 1)
    await page.evaluate(
      (by) => {
        scrollBy(0, by);
      },
      event % 7 === 0 ? -40 : 60,
    );
  const calls = await page.evaluate(() => (Reflect.get(globalThis, 'calls') as string[]).length);
  expect(calls).toBeLessThanOrEqual(20);
  await goTo(page, 'budgets--side-by-side');
  await expect(page).toHaveURL(/#budgets--side-by-side$/, { timeout: 5000 });
  await page.evaluate(() => {
    scrollTo(0, 0);
  });
  await expect(page).not.toHaveURL(/#/, { timeout: 5000 });
});

test('Back returns to three positions after three clicks in the section menu', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('');
  const places: number[] = [];
  // Pictures may arrive late on a busy machine, so a position counts only when it has been stable for a
  // while.
  const settle = async (): Promise<number> => {
    let last = -1;
    for (let same = 0; same < 4;) {
      await page.waitForTimeout(250);
      const now = await page.evaluate(() => Math.round(scrollY));
      same = now === last ? same + 1 : 0;
      last = now;
    }
    return last;
  };
  places.push(await settle());
  for (const name of ['Who stood where', 'The road here', 'What we do not know']) {
    await page.locator('[data-chapters]').click();
    await page.locator('#chapters').getByRole('link', { name, exact: true }).click();
    places.push(await settle());
  }
  for (const place of places.slice(0, -1).reverse()) {
    await page.goBack();
    await expect
      .poll(async () => Math.abs((await settle()) - place), { timeout: 20_000 })
      .toBeLessThanOrEqual(3);
  }
});

test('the link of a section and of a picture is copied, with a confirmation', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('?ev=reported');
  await goTo(page, 'threshold');
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
  await page.locator('#threshold .head [data-copy]').click();
  await expect(page.locator('[data-toast]')).toHaveText('Copied');
  expect(new URL(await clipboard()).pathname).toMatch(/\/s\/threshold\/$/);
  await page.locator('#threshold .figure-details [data-copy]').click();
  expect(await clipboard()).toMatch(/\?ev=reported#threshold--nothing-paid$/);
});

test('the link is selectable when the clipboard is refused, and a citation has state, version and date', async ({
  page,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', {
      value: { writeText: () => Promise.reject(new Error('refused')) },
    });
    Object.defineProperty(document, 'execCommand', { value: () => false });
  });
  await page.goto('');
  await goTo(page, 'positions');
  await page.locator('#positions .figure-details [data-share]').click();
  const panel = page.locator('#share');
  await expect(panel).toBeVisible();
  // The panel opens without a script; the script that fills it arrives a moment later.
  await expect(panel.locator('[data-share-link]')).toHaveValue(/#positions--silence$/);
  await panel.locator('[data-share-copy]').click();
  await expect(page.locator('[data-toast]')).toContainText('refused');
  await panel.getByText('BibTeX').click();
  await expect(panel.locator('[data-cite=bibtex]')).toContainText(/version = \{\d{4}-\d{2}-\d{2}\}/);
  await expect(panel.locator('[data-cite=bibtex]')).toContainText('#positions--silence');
  await panel.getByText('QR code').click();
  await expect(panel.locator('[data-qr] svg')).toBeVisible();
});

test('a text fragment in the address stays unchanged', async ({ page }) => {
  await page.goto('#:~:text=Silence%20is%20not%20a%20side');
  await page.waitForFunction(() => document.documentElement.hasAttribute('data-ready'));
  await page.waitForTimeout(1000);
  await expect(page.locator('[data-toast]')).toHaveText('');
});

test('an unknown fragment on a reference page leads to the start of the page, with a notice', async ({
  page,
}) => {
  for (const path of ['claims/', 'sources/', 's/threshold/', 'chart/money/']) {
    await page.goto(`${path}#no-such-row`);
    await expect(page.getByRole('status').filter({ hasText: 'There is no such place here' })).toBeVisible();
    expect(new URL(page.url()).hash).toBe('');
  }
  await page.goto('claims/#met-palantir-ceiling');
  const { top, margin } = await standing(page, 'met-palantir-ceiling');
  expect(Math.abs(top - margin)).toBeLessThanOrEqual(2);
});

test('a reader’s weights enter the address only when it is copied, and are restored from it', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('');
  await goTo(page, 'tensions--your-weights');
  const step = page.locator('#tensions--your-weights');
  const first = step.locator('input[type=range]').first();
  await first.fill('70');
  await expect(page).not.toHaveURL(/w=/);
  const outputs = () => step.locator('output').allInnerTexts();
  const [weights, questions] = [await outputs(), await step.locator('ol li').allInnerTexts()];
  expect(weights[0]).toBe('70');
  await step.getByRole('button', { name: 'Copy link to my version' }).click();
  // The copying code loads with the first use, so the clipboard is filled a moment after the click.
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
  await expect.poll(clipboard).toContain(`?w=${weights.join('-')}#tensions--your-weights`);
  const copied = await clipboard();
  await page.locator('#tensions .figure-details [data-copy]').click();
  await expect.poll(clipboard).not.toContain('w=');
  await page.goto('about:blank');
  await page.goto(copied);
  await goTo(page, 'tensions--your-weights');
  await expect.poll(outputs).toEqual(weights);
  expect(await step.locator('ol li').allInnerTexts()).toEqual(questions);
  expect(await pictureOf(page, 'tensions--your-weights')).toContain('>70<');
  // Weights must add up to a hundred.
  await page.goto('about:blank');
  await page.goto('?w=90-90-90#tensions--your-weights');
  await goTo(page, 'tensions--your-weights');
  await expect(page).not.toHaveURL(/w=/);
  expect((await outputs()).map(Number).reduce((sum, one) => sum + one, 0)).toBe(100);
});

test.describe('on a touch screen', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });
  test('the system’s share sheet gets the title and the address, and cancelling is no error', async ({
    page,
  }) => {
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.addInitScript(() => {
      const shared: unknown[] = [];
      Object.assign(globalThis, { shared });
      Object.defineProperty(navigator, 'canShare', { value: () => true });
      Object.defineProperty(navigator, 'share', {
        value: (data: unknown) => {
          shared.push(data);
          return Promise.reject(new DOMException('changed their mind', 'AbortError'));
        },
      });
    });
    await page.goto('');
    await goTo(page, 'threshold');
    await page.locator('#threshold .head [data-share]').click();
    const send = page.locator('[data-share-send]');
    await expect(send).toBeVisible();
    await send.click();
    const [shared] = await page.evaluate(() => Reflect.get(globalThis, 'shared') as Record<string, string>[]);
    expect(shared?.['title']).toBe('A hundred squares');
    expect(shared?.['url']).toMatch(/\/s\/threshold\/$/);
    expect(errors).toEqual([]);
  });
});

test('the share button is missing when the system has no share sheet', async ({ page }) => {
  await page.goto('');
  await goTo(page, 'threshold');
  await page.locator('#threshold .head [data-share]').click();
  await expect(page.locator('#share')).toBeVisible();
  await expect(page.locator('[data-share-send]')).toBeHidden();
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`a QR code is scannable at three centimetres: ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto(
      'chart/positions/?step=positions--foreign-supplier&tab=table&theme=dark&labels=off&ev=confirmed&asof=2026-05-21',
    );
    await page.waitForSelector('html[data-ready]', { state: 'attached' });
    await page.locator('[data-share]').click();
    await page.locator('#share').getByText('QR code').click();
    const code = page.locator('[data-qr] svg');
    await expect(code).toBeVisible();
    // An inch has 96 CSS pixels.
    expect(((await code.boundingBox())?.width ?? 0) / 96).toBeGreaterThan(3 / 2.54);
    const { data, width, height } = PNG.sync.read(await code.screenshot());
    // The code must be dark on light, because not every scanner tries both.
    const read = jsQR(new Uint8ClampedArray(data), width, height, { inversionAttempts: 'dontInvert' });
    expect(read?.data).toBe(await page.locator('[data-share-link]').inputValue());
    expect(read?.data).toContain('step=positions--foreign-supplier');
    // Scanners need a quiet zone of four modules around the code.
    const modules = Number((await code.getAttribute('viewBox'))?.split(' ')[2]);
    const quiet = ((read?.location.topLeftCorner.x ?? 0) / width) * modules;
    expect(Math.round(quiet)).toBe(4);
  });
