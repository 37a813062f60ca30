// Tests which pages may be framed, on each kind of host.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { serve } from '../../scripts/serve.mjs';
import { test } from './page-object.ts';

let folder = '';
test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'host-'));
});
test.afterAll(() => {
  rmSync(folder, { recursive: true });
});

/**
 * Kinds of hosts: name, attribute of the frame, header of the page, and whether a script may run in the
 * frame.
 */
const HOSTS = [
  ['plain', '', '', true],
  ['sandbox=""', 'sandbox=""', '', false],
  ['sandbox="allow-scripts"', 'sandbox="allow-scripts"', '', true],
  ['require-corp', '', 'Cross-Origin-Embedder-Policy: require-corp', true],
  ['credentialless', 'credentialless', 'Cross-Origin-Embedder-Policy: credentialless', true],
] as const;

async function framed(page: Page, src: string, frame: string, header: string): Promise<string> {
  writeFileSync(join(folder, '_headers'), `/*\n  ${header || 'X-None: 1'}\n`);
  writeFileSync(
    join(folder, 'index.html'),
    `<iframe ${frame} src="${src}" title="x" width="640" height="900"></iframe>`,
  );
  // The server reads headers at its start.
  const host = await serve({ dir: folder, port: 0 });
  await page.goto(host.url, { waitUntil: 'load' });
  await page.waitForTimeout(300);
  const inside = page.frames()[1];
  const what = await inside
    ?.evaluate(() => {
      if (!document.querySelector('h1')) return 'nothing';
      return document.querySelector('.picture svg') && 'ready' in document.documentElement.dataset
        ? 'alive'
        : 'written';
    })
    .catch(() => 'nothing');
  await host.close();
  return what ?? 'nothing';
}

// Does not use our fixture, because refusals are expected here.
for (const [name, frame, header, scripts] of HOSTS)
  test(`in a frame, ${name}: every embed loads and no page of ours does`, async ({ browser, baseURL }) => {
    const context = await browser.newContext({ serviceWorkers: 'block' });
    const page = await context.newPage();
    expect(await framed(page, `${baseURL ?? ''}embed/money/`, frame, header)).toBe(
      scripts ? 'alive' : 'written',
    );
    for (const path of ['', 's/threshold/', 'chart/money/'])
      expect(await framed(page, `${baseURL ?? ''}${path}`, frame, header), path).toBe('nothing');
    await context.close();
  });
