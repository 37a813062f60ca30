import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest';
import { browser } from '../../scripts/browser.mjs';

const dir = mkdtempSync(join(tmpdir(), 'browser-'));
const chromium = join(dir, 'chromium');
writeFileSync(chromium, '#!/bin/sh\n');
chmodSync(chromium, 0o755);
afterAll(() => {
  rmSync(dir, { recursive: true });
});

const { platform, arch } = process;
const machine = (system: string, processor: string) => {
  Object.defineProperty(process, 'platform', { value: system });
  Object.defineProperty(process, 'arch', { value: processor });
};
beforeEach(() => {
  vi.stubEnv('CHROME_BIN', '');
  vi.stubEnv('PATH', '');
  vi.stubEnv('HOME', dir);
});
afterEach(() => {
  machine(platform, arch);
  vi.unstubAllEnvs();
});

test('CHROME_BIN is taken before anything else', async () => {
  vi.stubEnv('CHROME_BIN', chromium);
  const { executablePath, note } = await browser();
  expect(executablePath).toBe(chromium);
  expect(note).toContain('CHROME_BIN');
});

test('a CHROME_BIN that is not there is an error, not a reason to take another', async () => {
  vi.stubEnv('CHROME_BIN', join(dir, 'none'));
  await expect(browser()).rejects.toThrow('does not exist');
});

test('on other machines the installed browser serves, and the message says so', async () => {
  machine('linux', 'arm64');
  vi.stubEnv('PATH', dir);
  const { executablePath, note } = await browser();
  expect(executablePath).toBe(chromium);
  expect(note).toBe(
    `The bundled browser runs on x64 Linux only, and this is linux arm64; the installed one serves: ${chromium}`,
  );
});

test.each([
  ['linux', 'arm64'],
  ['win32', 'x64'],
])('on %s %s without a browser the message says what to do', async (system, processor) => {
  machine(system, processor);
  vi.stubEnv('PROGRAMFILES', dir);
  await expect(browser()).rejects.toThrow('CHROME_BIN=/path/to/chrome npm test');
});

test('never turns web security off', async () => {
  vi.stubEnv('CHROME_BIN', chromium);
  expect((await browser()).args).toEqual(['--font-render-hinting=none']);
});
