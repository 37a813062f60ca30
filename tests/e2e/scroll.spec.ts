import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { canonical, goTo, pictureOf, readOn, stepIds, test } from './page-object.ts';

const LAYOUTS = [
  { name: 'beside the text', width: 1440, height: 900 },
  { name: 'above the steps', width: 390, height: 844 },
];

/** Scrolls to the end in parts of a screen, as a reader does. */
const readToTheEnd = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    // The end is reached when scrolling further changes nothing.
    for (let last = -1; scrollY !== last;) {
      last = scrollY;
      scrollBy({ top: innerHeight / 3, behavior: 'instant' });
      await Promise.race([
        new Promise((done) => requestAnimationFrame(() => setTimeout(done, 20))),
        new Promise((done) => setTimeout(done, 500)),
      ]);
    }
  });

for (const { name, width, height } of LAYOUTS) {
  test.describe(`pictures ${name}`, () => {
    test.use({ viewport: { width, height } });

    test('every step’s picture is the same in both directions of scrolling', async ({ page }) => {
      await page.goto('');
      const ids = await stepIds(page);
      const direct = new Map<string, string>();
      for (const id of ids) {
        await goTo(page, id);
        direct.set(id, await pictureOf(page, id));
        expect(direct.get(id)).toContain('<svg');
      }
      // Scrolls past everything to the end, and back in small and large steps.
      await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
      for (const id of [...ids].reverse()) {
        await page.evaluate(() => {
          scrollBy(0, -350);
        });
        await goTo(page, id);
        expect(await pictureOf(page, id), id).toBe(direct.get(id));
      }
    });

    test('each step shows its own picture', async ({ page }) => {
      await page.goto('');
      const ids = await stepIds(page);
      const seen = new Set<string>();
      for (const id of ids) {
        await goTo(page, id);
        seen.add(await pictureOf(page, id));
      }
      expect(seen.size).toBe(ids.length);
    });

    test('layout does not shift during hydration or reading', async ({ page }) => {
      await page.addInitScript(() => {
        const shifts: number[] = [];
        Object.assign(globalThis, { shifts });
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) if ('value' in entry) shifts.push(Number(entry.value));
        }).observe({ type: 'layout-shift', buffered: true });
      });
      await page.goto('');
      // A pause at the top lets late content arrive.
      await page.evaluate(() => new Promise((done) => setTimeout(done, 800)));
      await readToTheEnd(page);
      const shifts = await page.evaluate(() => Reflect.get(globalThis, 'shifts') as number[]);
      expect(shifts.reduce((sum, shift) => sum + shift, 0)).toBeLessThanOrEqual(0.01);
    });
  });
}

test('layout does not shift in the static layout on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(globalThis, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if ('value' in entry) shifts.push(Number(entry.value));
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto('?view=flat');
  await readToTheEnd(page);
  const shifts = await page.evaluate(() => Reflect.get(globalThis, 'shifts') as number[]);
  expect(shifts.reduce((sum, shift) => sum + shift, 0)).toBeLessThanOrEqual(0.01);
});

test('a picture in the browser matches the server’s and the snapshot', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('');
  for (const id of await stepIds(page)) {
    await goTo(page, id);
    const committed = readFileSync(`tests/snapshots/${id}.288.svg`, 'utf8')
      .replace(/<style>.*?<\/style>\n/s, '')
      .replace(/>\n</g, '><')
      .trim();
    expect(await pictureOf(page, id), id).toBe(canonical(committed));
  }
});

test('a picture between two steps blends two scenes, and scrolls back exactly', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('');
  // A busy machine may pause as long as a resting reader, and then a picture settles; so try several times.
  await expect(async () => {
    await goTo(page, 'threshold--one-square');
    const there = await readOn(page, 'threshold--one-square', 900);
    expect(new Set(there).size).toBeGreaterThan(4);
    const back = await readOn(page, 'threshold--one-square', -880);
    expect(back.join('\n') === there.slice(0, -1).reverse().join('\n'), 'back as there').toBe(true);
  }).toPass({ timeout: 100_000 });
});

test('the graphic stays beside the text without overlap', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('');
  for (const id of await stepIds(page)) {
    await goTo(page, id);
    const boxes = await page.evaluate((step) => {
      const element = document.getElementById(step);
      const stage = element?.closest('.chapter')?.querySelector('.stage')?.getBoundingClientRect();
      const words = element?.querySelector('.prose')?.getBoundingClientRect();
      return {
        left: stage?.left ?? 0,
        top: stage?.top ?? 0,
        bottom: stage?.bottom ?? 0,
        right: words?.right ?? 9999,
      };
    }, id);
    expect(boxes.left).toBeGreaterThan(boxes.right);
    expect(boxes.bottom - boxes.top).toBeLessThanOrEqual(900 * 0.84 + 1);
  }
});

test('the graphic leaves at the end of its steps and overlaps no later content', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('');
  for (const id of await stepIds(page)) await goTo(page, id);
  const covered = await page.evaluate(
    () =>
      [...document.querySelectorAll('.chapter')].filter((chapter) => {
        const furniture = chapter.querySelector('.figure-details');
        const stage = chapter.querySelector('.stage');
        scrollTo(0, scrollY + (furniture?.getBoundingClientRect().top ?? 0) - 300);
        return (
          (stage?.getBoundingClientRect().bottom ?? 0) > (furniture?.getBoundingClientRect().top ?? 0) + 1
        );
      }).length,
  );
  expect(covered).toBe(0);
});

for (const { name, width, height } of LAYOUTS)
  test(`pictures ${name}: the picture stays half-way when a reader stops between two steps`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    await page.goto('');
    const [one, two] = ['threshold--one-hundred', 'threshold--half-firm'] as const;
    // A picture keeps its own height in every scene.
    const HEIGHT = / (height|viewBox)="[^"]*"/g;
    const drawn = async (id: string = two) => (await pictureOf(page, id)).replace(HEIGHT, '');
    const whole: string[] = [];
    for (const id of [one, two]) {
      await goTo(page, id);
      whole.push(await drawn(id));
    }
    // Covers, in either layout, the range from before the change to half-way between both scenes.
    await page.evaluate((id) => {
      const top = document.getElementById(id)?.getBoundingClientRect().top ?? 0;
      scrollBy({ top: top - 0.68 * innerHeight - 300, behavior: 'instant' });
    }, two);
    const between = (await readOn(page, two, 300)).at(-1)?.replace(HEIGHT, '');
    expect(whole).not.toContain(between);
    await page.waitForTimeout(1200);
    expect(await drawn()).toBe(between);
  });
