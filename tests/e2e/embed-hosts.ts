// Hosts that stand charts in frames: what `npm test` asks of some of them, and `npm run test:links` of all.
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
 * Another site, on another port, for the tests of a file: its pages frame charts across origins. No host in between
 * answers for it, because a browser lets only this machine's own pages frame what this machine serves.
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

/** The page of a host of the lab as another site's: with addresses as it would write them, and not our policy. */
export const labPage = (id: string, site: string): string =>
  readFileSync(`build/embed-lab/${id}.html`, 'utf8')
    .replace(/<meta http-equiv=[^>]*>/, '')
    .replaceAll('="../', `="${site}`)
    .replaceAll('="lib/', `="${site}embed-lab/lib/`);

/** The charts in frames on a page, once they live. */
export async function charts(page: Page): Promise<Frame[]> {
  const all = (): Frame[] => page.frames().filter((frame) => frame.url().includes('/embed/'));
  await expect.poll(() => all().length).toBeGreaterThan(0);
  // Frozen embeds say so in an older word.
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

/** In a host's page frames are as tall as their charts. */
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
 * Embeds are as tall as was measured for the snippets, and within bounds.
 * @param some which charts, by their place among all
 */
export function asTallAsMeasured(some: (index: number) => boolean): void {
  test('a picture is as tall as was measured for the snippets, and within bounds, narrow or wide', async ({
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
