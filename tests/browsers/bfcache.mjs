// Exists because a driver keeps a page from being kept: whether a browser keeps a page whose reader leaves it, and has it as
// it was when they come back. Nobody drives this browser; the page tells of itself.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answer, headerRules, headersFor, typeOf } from '../../scripts/answer.mjs';

/** A guard against hanging, not a measure of speed. */
const MOST_MS = 60_000;

/** Pages of every kind, by their address in the build. */
export const LEFT = ['', 's/threshold/', 'chart/money/', 'claims/', 'text/', 'embed/money/'];

/** What a page does by itself: it is read a little, left, come back to, and tells of that with the address of an image. */
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
/** @typedef {{ persisted: boolean, reasons: string[], left?: unknown, found: unknown }} Told what a page tells of itself */

/**
 * A host of the build that hears what pages tell.
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
      // As a neighbour in the site: under other policies of origin WebKitGTK changes its process, and forgets any page's place.
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
    // One script more, of the site's own, which the page's policy allows; the policy stays as it is.
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
 * Leaves a page of the build, and comes back.
 * @param {string} dir the build
 * @param {string} path of the page
 * @param {(url: string, profile: string) => string[]} command what opens an address in a browser without a driver
 * @throws {Error} when the page was not kept, or is not as it was
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
    // In a group of its own: a screen, a browser and its many processes end together.
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
      // It has ended by itself.
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
