import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Frame, type Page } from '@playwright/test';
import { serve } from '../../scripts/serve.mjs';
import { hosts } from '../../src/routes/embed-lab/hosts.ts';

// Another site, on another port: its pages frame charts across origins. No host in between answers for it, because a
// browser lets only this machine's own pages frame what this machine serves.
let folder = '';
let other: Awaited<ReturnType<typeof serve>> | undefined;
test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'host-'));
  other = await serve({ dir: folder, port: 0 });
});
test.afterAll(async () => {
  await other?.close();
  rmSync(folder, { recursive: true });
});

/** Opens a page of the other site. */
async function openHost(page: Page, html: string): Promise<void> {
  writeFileSync(join(folder, 'index.html'), html);
  await page.goto(other?.url ?? '');
}

/** The page of a host of the lab, with addresses as another site would write them. */
const labPage = (id: string, site: string): string =>
  readFileSync(`build/embed-lab/${id}.html`, 'utf8')
    .replaceAll('="../', `="${site}`)
    .replaceAll('="lib/', `="${site}embed-lab/lib/`);

/** The charts in frames on a page, once they live. */
async function charts(page: Page): Promise<Frame[]> {
  const all = (): Frame[] => page.frames().filter((frame) => frame.url().includes('/embed/'));
  await expect.poll(() => all().length).toBeGreaterThan(0);
  for (const frame of all()) await frame.waitForSelector('html[data-awake]', { state: 'attached' });
  return all();
}

const contentHeight = async (frame: Frame): Promise<number> =>
  Math.ceil((await frame.locator('#embed-root').boundingBox())?.height ?? 0);
const frameHeight = async (frame: Frame): Promise<number> =>
  (await (await frame.frameElement()).boundingBox())?.height ?? 0;

const said = (page: Page): string[] => {
  const all: string[] = [];
  page.on('console', (message) => all.push(message.text()));
  page.on('pageerror', (error) => all.push(error.message));
  return all;
};

for (const { id, name } of hosts.filter((host) => host.id !== 'plain'))
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

test('without any script of the host the pasted height holds the chart', async ({ page, baseURL }) => {
  await openHost(page, labPage('plain', baseURL ?? ''));
  for (const frame of await charts(page))
    expect(await contentHeight(frame)).toBeLessThanOrEqual(await frameHeight(frame));
});
