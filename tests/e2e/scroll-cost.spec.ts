// Measures how much of the page changes during scrolling, as a cost without a clock.
import { expect, type Page } from '@playwright/test';
import { CHANGES, LAYERS } from '../../scripts/budgets.mjs';
import { goTo, stepIds, test } from './page-object.ts';

/**
 * Counts changes of attributes, texts and elements while scrolling down, with the distance of the farthest.
 */
const changesIn = (page: Page, distance: number): Promise<{ count: number; far: string[] }> =>
  page.evaluate(async (by) => {
    let count = 0;
    const far = new Set<string>();
    const ONCE = new Set(['data-hydrated']);
    const observer = new MutationObserver((records) => {
      for (const { target, type, attributeName } of records) {
        const element = target instanceof Element ? target : target.parentElement;
        // A section that hydrates in the meantime does so only once.
        if (type === 'childList' || !element?.isConnected || ONCE.has(attributeName ?? '')) continue;
        count += 1;
        const { top, bottom, height } = element.getBoundingClientRect();
        if (height > 0 && (bottom < -innerHeight || top > 3 * innerHeight))
          far.add(`${element.nodeName} ${element.closest('[id]')?.id ?? ''}`);
      }
    });
    observer.observe(document.body, {
      subtree: true,
      attributes: true,
      characterData: true,
      childList: true,
    });
    const end = scrollY + by;
    while (scrollY < end - 1 && scrollY < document.documentElement.scrollHeight - innerHeight - 1) {
      scrollBy({ top: Math.min(25, end - scrollY), behavior: 'instant' });
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(null))));
    }
    observer.disconnect();
    return { count, far: [...far] };
  }, distance);

/**
 * Counts the compositing layers of the sections, except those of pictures, because a browser updates each in
 * every frame. Sticky layers far from the screen are counted separately, because they cost most.
 */
const layersIn = (page: Page): Promise<{ a: number; sticking: number }> =>
  page.evaluate(() => {
    const chapters = [...document.querySelectorAll('.chapter')];
    const parts = chapters
      .flatMap((chapter) => [...chapter.querySelectorAll('*')])
      .filter((one) => one.checkVisibility() && !one.closest('.picture svg, svg *'));
    const layers = parts.filter((one) => {
      const { position, clipPath, opacity, transform } = getComputedStyle(one);
      const plain = position === 'static' && clipPath === 'none' && opacity === '1' && transform === 'none';
      return !plain || /^(svg|canvas|img)$/.test(one.localName);
    });
    const sticking = layers.filter((one) => {
      const { bottom, top } = one.closest('.chapter')?.getBoundingClientRect() ?? new DOMRect();
      const away = bottom < -innerHeight || top > 2 * innerHeight;
      return away && getComputedStyle(one).position === 'sticky';
    });
    return { a: layers.length / chapters.length, sticking: sticking.length };
  });

/** Plants an expensive fault: every pixel of scrolling changes elements everywhere. */
const plant = (page: Page): Promise<void> =>
  page.evaluate(() => {
    addEventListener('scroll', () => {
      for (const path of document.querySelectorAll('svg path')) path.setAttribute('data-at', String(scrollY));
    });
  });

for (const [width, height] of [
  [390, 844],
  [1440, 900],
] as const)
  test(`at ${width} px scrolling changes little and only nearby, and nothing while a picture holds still`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    await page.goto('');
    const ids = await stepIds(page);
    const [, step = ''] = ids;
    await goTo(page, step);
    const held = await changesIn(page, 100);
    expect(held.count).toBe(0);

    const moving = await changesIn(page, 4000);
    expect(moving.far).toEqual([]);
    expect(moving.count / 4).toBeGreaterThan(0);
    expect(moving.count / 4).toBeLessThanOrEqual(CHANGES);

    await plant(page);
    const costly = await changesIn(page, 200);
    expect(costly.far.length).toBeGreaterThan(0);
    expect(costly.count * 5).toBeGreaterThan(CHANGES);
  });

for (const [width, height] of [
  [390, 844],
  [1440, 900],
] as const)
  test(`at ${width} px there are few layers, and no sticky one far from the screen`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await page.goto('');
    const ids = await stepIds(page);
    for (const id of [ids[1] ?? '', ids.at(-1) ?? '']) {
      await goTo(page, id);
      await expect.poll(async () => (await layersIn(page)).sticking).toBe(0);
      expect((await layersIn(page)).a).toBeLessThanOrEqual(LAYERS);
    }
    await page.evaluate(() => {
      for (const one of document.querySelectorAll<HTMLElement>('.step-name')) one.style.position = 'relative';
      for (const one of document.querySelectorAll<HTMLElement>('.head')) one.style.position = 'sticky';
    });
    const planted = await layersIn(page);
    expect(planted.a).toBeGreaterThan(LAYERS);
    expect(planted.sticking).toBeGreaterThan(5);
  });
