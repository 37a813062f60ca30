// Checks that a browser keeps a page in its back-forward cache and restores it unchanged. The browser runs
// without a driver, because a driver disables the cache; the page reports by itself.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answer, headerRules, headersFor, typeOf } from '../../scripts/answer.mjs';

/** Guards against hanging; it does not measure speed. */
const MOST_MS = 60_000;

/** Pages of every kind, by address in the build. */
export const LEFT = ['', 's/threshold/', 'chart/money/', 'claims/', 'text/', 'embed/money/'];

/** Runs in the page: scrolls, leaves, returns, and reports through the address of an image. */
const TELL = `addEventListener('pageshow', ({ persisted }) => {
  const [visit] = performance.getEntriesByType('navigation');
  if (persisted || visit.type === 'back_forward') {
    const reasons = persisted ? [] : (visit.notRestoredReasons?.reasons ?? []).map(({ reason }) => reason);
    // An engine may put its reader back after it has shown the page.
    setTimeout(() => {
      const told = { persisted, reasons, left: window.left, found: [scrollY, location.hash] };
      new Image().src = '/told?' + encodeURIComponent(JSON.stringify(told));
    }, 500);
    return;
  }
  setTimeout(() => {
    scrollTo(0, 5000);
    setTimeout(() => {
      window.left = [scrollY, location.hash];
      location.href = '/away.html';
    }, 2500);
  }, 2500);
});`;
const AWAY = `<!doctype html><title>ForeignScene</title><script>setTimeout(() => history.back(), 1000)</script>`;

const parsed = /** @type {(text: string) => Told} */ (JSON.parse);
/**
 * @typedef {{ persisted: boolean, reasons: string[], left?: unknown, found: unknown }} Told
 * the report of a page
 */

/**
 * Serves the build and receives the reports of its pages.
 * @param {string} dir @param {string} left path of the page that is left @param {(told: Told) => void} hear
 */
async function listening(dir, left, hear) {
  const rules = headerRules(dir);
  const server = createServer((request, response) => {
    const url = request.url ?? '/';
    const path = url.replace(/\?.*$/s, '');
    const [, told] = url.split('/told?');
    if (told !== undefined) hear(parsed(decodeURIComponent(told)));
    const ours = { '/tell.js': TELL, '/away.html': AWAY }[path];
    if (ours !== undefined) {
      // The other page must be in the same site: under another origin policy WebKitGTK switches processes and
      // loses the scroll position.
      for (const [name, value] of headersFor(rules, left))
        if (name !== 'Content-Security-Policy') response.setHeader(name, value);
      response.setHeader('Content-Type', typeOf(path)).end(ours);
      return;
    }
    for (const [name, value] of headersFor(rules, path)) response.setHeader(name, value);
    const { status, file } = answer(dir, '/', url);
    response.statusCode = status;
    if (file === undefined) {
      response.end();
      return;
    }
    const bytes = readFileSync(file);
    response.setHeader('Content-Type', typeOf(file));
    // The page's policy allows this extra script because it is same-origin, so the policy stays unchanged.
    response.end(
      file.endsWith('.html')
        ? String(bytes).replace('</head>', '<script src="/tell.js"></script></head>')
        : bytes,
    );
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}/`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/**
 * Leaves a page of the build and returns to it.
 * @param {string} dir the build
 * @param {string} path path of the page
 * @param {(url: string, profile: string) => string[]} command returns the command that opens an address
 * without a driver
 * @throws {Error} if the page was not kept or has changed
 */
export async function kept(dir, path, command) {
  const profile = mkdtempSync(join(tmpdir(), 'profile-'));
  /** @type {(told: Told | Error) => void} */
  let hear = () => undefined;
  /** @type {Promise<Told | Error>} */
  const heard = new Promise((done) => (hear = done));
  const host = await listening(dir, `/${path}`, hear);
  const [program = '', ...args] = command(host.url + path, profile);
  const child = spawn(program, args, {
    // Uses a separate process group, so that the X server, the browser and its processes end together.
    detached: true,
    stdio: 'ignore',
    env: { ...process.env, HOME: profile, XDG_RUNTIME_DIR: profile, NO_AT_BRIDGE: '1' },
  });
  child.on('error', hear);
  const late = setTimeout(() => {
    hear(new Error(`nothing told in ${MOST_MS / 1000} s`));
  }, MOST_MS);
  const end = () => {
    try {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    } catch {
      // The process has already exited.
    }
  };
  process.on('exit', end);
  const told = await heard;
  clearTimeout(late);
  end();
  process.off('exit', end);
  host.close();
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  if (told instanceof Error) throw told;
  const { persisted, reasons, left, found } = told;
  if (!persisted || reasons.length > 0)
    throw new Error(`not kept: ${reasons.join(', ') || 'no reason given'}`);
  if (JSON.stringify(left) !== JSON.stringify(found))
    throw new Error(`left at ${JSON.stringify(left)}, found at ${JSON.stringify(found)}`);
}
