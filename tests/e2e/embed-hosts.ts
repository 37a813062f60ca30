// Tests of host pages that embed charts in frames; `npm test` runs some and `npm run test:links` all.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Frame, type Page } from '@playwright/test';
import { heights } from '../../scripts/measure.mjs';
import { serve } from '../../scripts/serve.mjs';
import type { Host } from '$lib/embed/lab/hosts.ts';
import { steps } from './deep-links.ts';
import { test } from './page-object.ts';

let folder = '';
let other: Awaited<ReturnType<typeof serve>> | undefined;
/**
 * Serves another site on another port for the tests of a file, so that frames are cross-origin. A mocked host
 * would not work, because a browser lets only local pages frame local addresses.
 */
export function besideAnotherSite(): void {
  test.beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'host-'));
    other = await serve({ dir: folder, port: 0 });
  });
  test.afterAll(async () => {
    await other?.close();
    rmSync(folder, { recursive: true });
  });
}

/** Opens a page of the other site. */
export async function openHost(page: Page, html: string): Promise<void> {
  writeFileSync(join(folder, 'index.html'), html);
  await page.goto(other?.url ?? '');
}

/** Returns a lab page as another site's: with absolute addresses and without our policy. */
export const labPage = (id: string, site: string): string =>
  readFileSync(`build/embed-lab/${id}.html`, 'utf8')
    .replace(/<meta http-equiv=[^>]*>/, '')
    .replaceAll('="../', `="${site}`)
    .replaceAll('="lib/', `="${site}embed-lab/lib/`);

/** Returns the frames of charts on a page, once they have hydrated. */
export async function charts(page: Page): Promise<Frame[]> {
  const all = (): Frame[] => page.frames().filter((frame) => frame.url().includes('/embed/'));
  await expect.poll(() => all().length).toBeGreaterThan(0);
  // Frozen embeds use an older attribute.
  for (const frame of all())
    await frame.waitForSelector('html:is([data-ready], [data-awake])', { state: 'attached' });
  return all();
}

export const contentHeight = async (frame: Frame): Promise<number> =>
  Math.ceil((await frame.locator('#embed-root').boundingBox())?.height ?? 0);
export const frameHeight = async (frame: Frame): Promise<number> =>
  (await (await frame.frameElement()).boundingBox())?.height ?? 0;

export const said = (page: Page): string[] => {
  const all: string[] = [];
  page.on('console', (message) => all.push(message.text()));
  page.on('pageerror', (error) => all.push(error.message));
  return all;
};

/** Checks that each frame on a host page is as tall as its chart. */
export function growsIn({ id, name }: Host): void {
  test(`${name}: the frame grows and shrinks with the chart, twice`, async ({ page, baseURL }) => {
    const problems = said(page);
    await page.setViewportSize({ width: 1000, height: 900 });
    await openHost(page, labPage(id, baseURL ?? ''));
    const frames = await charts(page);
    expect(frames).toHaveLength(3);
    for (const frame of frames) {
      const heights: number[] = [];
      for (const tab of ['Table', 'Chart', 'Text', 'Chart']) {
        await frame.getByRole('button', { name: tab }).click();
        await expect
          .poll(async () => Math.abs((await frameHeight(frame)) - (await contentHeight(frame))))
          .toBeLessThanOrEqual(2);
        heights.push(await contentHeight(frame));
      }
      const [table, chart = 0, text, again] = heights;
      expect(table).not.toBe(chart);
      expect(text).not.toBe(chart);
      expect(again).toBe(chart);
    }
    expect(problems).toEqual([]);
  });
}

/**
 * Tests that embeds have the height that was measured for the snippets, within bounds.
 * @param some selects charts by index
 */
export function asTallAsMeasured(some: (index: number) => boolean): void {
  test('a picture is as tall as measured for the snippets, and within bounds, at narrow and wide widths', async ({
    page,
    baseURL,
  }) => {
    const found = await heights(page, baseURL ?? '', [640, 320, 900], some);
    const pasted = JSON.parse(readFileSync('config/embed-heights.json', 'utf8')) as Record<string, number>;
    expect(Object.keys(pasted).sort()).toEqual([...steps].sort());
    const seen = Object.keys(found);
    expect(seen.length).toBeGreaterThan(0);
    expect(seen.map((step) => [step, found[step]?.[0]])).toEqual(seen.map((step) => [step, pasted[step]]));
    expect(seen.filter((step) => found[step]?.some((tall) => tall < 200 || tall > 1000))).toEqual([]);
  });
}
