// Tests of links into the story and of random addresses; `npm test` runs a sample and `npm run test:links`
// all.
import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { serve } from '../../scripts/serve.mjs';
import { canonical, pictureOf, test } from './page-object.ts';

const html = readFileSync('build/index.html', 'utf8');
export const sections = [...html.matchAll(/<section class="chapter[^"]*" id="([^"]+)"/g)].map(
  (match) => match[1] ?? '',
);
export const steps = [...html.matchAll(/class="step[^"]*" id="([^"]+)"/g)].map((match) => match[1] ?? '');
const committed = (id: string, width: number): string =>
  readFileSync(`tests/snapshots/${id}.${width}.svg`, 'utf8')
    .replace(/<style>.*?<\/style>\n/s, '')
    .replace(/>\n</g, '><')
    .trim();

/** Returns the position of an element, and the distance of a link target below the bar. */
export const standing = (page: Page, id: string) =>
  page.evaluate(async (target) => {
    await document.fonts.ready;
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const element = document.getElementById(target);
    const bar = document.querySelector('.bar')?.getBoundingClientRect().bottom ?? 0;
    const margin = element ? Number.parseFloat(getComputedStyle(element).scrollMarginBlockStart) : -1;
    return { top: element?.getBoundingClientRect().top ?? -1, margin, bar };
  }, id);

/** Every place in the story with an address: each section, followed by its steps. */
const places = sections.flatMap((section) => [
  section,
  ...steps.filter((step) => step.startsWith(`${section}--`)),
]);

/**
 * Tests that links to sections and to their steps land there.
 * @param some selects places of the story by index
 */
export function linksLand(width: number, height: number, some: (index: number) => boolean): void {
  const chosen = places.filter((_, index) => some(index));
  for (const section of sections) {
    const here = chosen.filter((id) => id === section || id.startsWith(`${section}--`));
    if (here.length === 0) continue;
    test(`at ${width} px a link to ${section} and to its steps lands there, with its picture in that state`, async ({
      page,
    }) => {
      await page.setViewportSize({ width, height });
      for (const id of here) {
        await page.goto('about:blank');
        await page.goto(`#${id}`);
        await page.waitForFunction(
          (name) => document.getElementById(name)?.hasAttribute('data-hydrated'),
          section,
        );
        const { top, margin, bar } = await standing(page, id);
        expect(Math.abs(top - margin), `${id} stands at ${top}`).toBeLessThanOrEqual(2);
        expect(top).toBeGreaterThanOrEqual(bar);
        expect(new URL(page.url()).hash).toBe(`#${id}`);
        if (id === section) continue;
        // Only the layout beside the text has the section's height, so the attribute is missing here.
        const whole = canonical(committed(id, width === 390 ? 288 : 480));
        const seen = (svg: string): string | undefined =>
          width === 390 ? svg : /aria-label="([^"]*)"/.exec(svg)?.[1];
        // A section hydrates one frame before its first measurement.
        await expect.poll(async () => seen(await pictureOf(page, id)), id).toBe(seen(whole));
      }
    });
  }
}

/** Tests that addresses with any mixture of keys, values and fragments cause no error. */
export function wildAddresses(path: string, count: number): void {
  test(`${count} addresses of ${path || 'the story'} cause no error`, async ({ page }) => {
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    // The pages run in frames, which a host with our headers would forbid.
    const plain = await serve({ dir: 'build', port: 0, plain: true });
    await page.goto(plain.url);
    const keys = [
      'g',
      'view',
      'step',
      'tab',
      'ui',
      'theme',
      'motion',
      'labels',
      'ev',
      'asof',
      'w',
      '__proto__',
      'x',
    ];
    const values = [
      '1',
      'flat',
      'scroll',
      'confirmed',
      'reported',
      '2026-05-21',
      '%',
      '%00',
      '<b>',
      "'",
      '9e9',
      '-1',
      '',
    ];
    // A generator with a fixed seed gives the same addresses every time.
    let seed = 20261125;
    const next = (most: number): number => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return seed % most;
    };
    for (let round = 0; round < count; round += 1) {
      const pairs = Array.from(
        { length: 1 + next(5) },
        () => `${keys[next(keys.length)]}=${values[next(values.length)]}`,
      );
      const fragment = next(3) === 0 ? `#${steps[next(steps.length)]}` : next(5) === 0 ? '#%ZZ' : '';
      await page.evaluate(
        ([place, query, hash]) => {
          const frame = document.createElement('iframe');
          frame.src = `${location.pathname}${place ?? ''}?${query ?? ''}${hash ?? ''}`;
          frame.hidden = true;
          return new Promise<void>((done) => {
            frame.onload = () => {
              // Waits until the script has read the address.
              const read = (): void => {
                if (!frame.contentDocument?.documentElement.hasAttribute('data-ready')) {
                  setTimeout(read, 10);
                  return;
                }
                frame.remove();
                done();
              };
              read();
            };
            document.body.append(frame);
          });
        },
        [path, pairs.join('&'), fragment],
      );
    }
    await plain.close();
    expect(errors).toEqual([]);
  });
}
