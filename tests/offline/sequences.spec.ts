// Fifty random histories of a small site with the real worker: deploys, rollbacks, offline spells, kills, evictions, two
// tabs. No page may ever be made of two builds, online the newest is seen, and after a whole visit there is always a page.
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import { answer, typeOf } from '../../scripts/answer.mjs';
import { offline } from '../../scripts/offline.mjs';

test.use({ serviceWorkers: 'allow' });

const BUILDS = 4;
const PAGES = ['', 'a/', 'b/c/'];
const outer = mkdtempSync(join(tmpdir(), 'builds-'));
const dirOf = (build: number): string => join(outer, String(build));

/** A site of three pages and one script, each of which says which build it is of. */
async function write(build: number): Promise<void> {
  const script = `document.documentElement.dataset.script = '${build}';`;
  const name = `live/assets/app.${createHash('sha256').update(script).digest('hex').slice(0, 8)}.js`;
  for (const path of [...PAGES, 'live/assets/']) mkdirSync(join(dirOf(build), path), { recursive: true });
  writeFileSync(join(dirOf(build), name), script);
  for (const path of PAGES) {
    const home = '../'.repeat(path.split('/').length - 1) || './';
    writeFileSync(
      join(dirOf(build), path, 'index.html'),
      `<!doctype html><html data-page="${build}"><title>${path}</title><script src="${home}${name}"></script><p>${build}`,
    );
  }
  writeFileSync(join(dirOf(build), '404.html'), `<!doctype html><html data-page="${build}"><p>none`);
  if ((await offline(dirOf(build))) !== 0) throw new Error(`no worker for build ${build}`);
}

/** A host: one build at a time, the hashed files of all, and a switch that cuts every connection. */
let now = 0;
let up = true;
let server: Server | undefined;
let site = '';
test.beforeAll(async () => {
  for (let build = 0; build < BUILDS; build += 1) await write(build);
  const host = createServer((request, response) => {
    if (!up) {
      request.socket.destroy();
      return;
    }
    const path = request.url ?? '/';
    const order = path.startsWith('/live/') ? [now, ...Array.from({ length: BUILDS }, (_, at) => at)] : [now];
    const all = order.map((build) => answer(dirOf(build), '/', path));
    const { status, file, location } = all.find((one) => one.status === 200) ?? all[0] ?? { status: 404 };
    response.statusCode = status;
    if (location !== undefined) response.setHeader('Location', location);
    if (file !== undefined) response.setHeader('Content-Type', typeOf(file));
    response.setHeader('Cache-Control', 'no-cache').end(file === undefined ? '' : readFileSync(file));
  });
  server = host;
  await new Promise<void>((done) => host.listen(0, '127.0.0.1', done));
  site = `http://127.0.0.1:${(host.address() as AddressInfo).port}/`;
});
test.afterAll(() => {
  server?.close();
  rmSync(outer, { recursive: true });
});

/** The builds that a page's text and script come from; both null if there is no page. */
async function open(page: Page, path: string): Promise<{ page: string | null; script: string | null }> {
  // The browser's own page of an error loads itself again as soon as it can, and may end our attempt.
  const go = (): Promise<boolean> =>
    page.goto(site + path).then(
      () => true,
      () => false,
    );
  let there = await go();
  for (let more = 0; up && !there && more < 10; more += 1) {
    await page.waitForTimeout(100);
    there = await go();
  }
  if (!there) return { page: null, script: null };
  return page.evaluate(() => {
    const { page: text = null, script = null } = document.documentElement.dataset;
    return { page: text, script };
  });
}

const register = (page: Page): Promise<unknown> =>
  page
    .evaluate(async () => {
      const registration = await navigator.serviceWorker.register(
        new URL('/service-worker.js', location.href),
      );
      await new Promise((done) => {
        const { installing } = registration;
        if (!installing) done(0);
        else
          installing.addEventListener('statechange', () => {
            if (installing.state !== 'installing') done(0);
          });
      });
    })
    .catch(() => undefined);

/** A generator with a seed: the same fifty histories every time. */
function random(seed: number): (most: number) => number {
  let state = seed;
  return (most) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * most);
  };
}

async function kill(context: BrowserContext, page: Page): Promise<void> {
  const session = await context.newCDPSession(page);
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await session.detach();
}

for (let seed = 1; seed <= 50; seed += 1)
  test(`history ${seed}`, async ({ context }) => {
    now = 0;
    up = true;
    const next = random(seed * 7919);
    const tabs = [await context.newPage(), await context.newPage()];
    const tab = (): Page => tabs[next(2)] ?? fail();
    const history: string[] = [];
    /** Whether something must be there without a connection: a whole visit has been, and nothing was evicted since. */
    let whole = false;
    const seen = async (path: string): Promise<void> => {
      const one = await open(tab(), path);
      const told = `${history.join(', ')} → ${JSON.stringify(one)}`;
      // A script may be missing, where the connection went with it: then the page is flat. It is never another build's.
      if (one.page !== null && one.script !== null) expect(one.script, told).toBe(one.page);
      if (up) expect(one.page, told).toBe(String(now));
      if (!up && whole) {
        expect(one.page, told).not.toBeNull();
        expect(one.script, told).toBe(one.page);
      }
    };
    await seen('');
    for (let act = 0; act < 10; act += 1) {
      const kind = next(7);
      if (kind === 0) {
        now = next(BUILDS);
        history.push(`deploy ${now}`);
      } else if (kind === 1) {
        up = !up;
        history.push(up ? 'online' : 'offline');
      } else if (kind === 2) {
        history.push('kill');
        await kill(context, tab());
      } else if (kind === 3) {
        history.push('evict');
        // Some of what is kept, or all.
        const all = next(2) === 0;
        await tab()
          .evaluate(async (every) => {
            for (const name of await caches.keys()) {
              if (every) await caches.delete(name);
              else {
                const cache = await caches.open(name);
                const [first] = await cache.keys();
                if (first) await cache.delete(first);
              }
            }
          }, all)
          .catch(() => undefined);
        whole = false;
      } else if (kind === 4) {
        history.push('take over');
        await tab()
          .evaluate(async () => {
            (await navigator.serviceWorker.getRegistration())?.waiting?.postMessage('take over');
          })
          .catch(() => undefined);
      } else if (up) {
        history.push('visit');
        await seen(PAGES[next(PAGES.length)] ?? '');
        const one = tab();
        await open(one, '');
        // A kill in the middle of an installation, now and then.
        const registering = register(one);
        if (next(4) === 0) {
          history.push('killed while it installs');
          await kill(context, one);
          await open(one, '');
        } else {
          await registering;
          whole ||= await one.evaluate(async () => {
            const { active } = (await navigator.serviceWorker.getRegistration()) ?? {};
            return active?.state === 'activated' && (await caches.keys()).length > 0;
          });
          // An evicted file stays away until the next build is installed.
          if (history.includes('evict')) whole = false;
        }
      }
      await seen(PAGES[next(PAGES.length)] ?? '');
    }
  });

function fail(): never {
  throw new RangeError('no such tab');
}

test('a worker that removes itself clears what was kept, and reloads nobody', async ({ page }) => {
  now = 0;
  up = true;
  await open(page, '');
  await register(page);
  expect(await page.evaluate(() => caches.keys())).toHaveLength(1);
  const off = readFileSync(join(dirOf(0), 'service-worker.off.js'));
  const kept = readFileSync(join(dirOf(0), 'service-worker.js'));
  writeFileSync(join(dirOf(0), 'service-worker.js'), off);
  await page.evaluate(() => Reflect.set(window, 'same', true));
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
  await expect.poll(() => page.evaluate(() => caches.keys())).toEqual([]);
  await expect
    .poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length))
    .toBe(0);
  expect(await page.evaluate(() => Reflect.get(window, 'same') === true)).toBe(true);
  writeFileSync(join(dirOf(0), 'service-worker.js'), kept);
});

test('a build that changes while it is fetched is not kept', async ({ page }) => {
  now = 0;
  up = true;
  const list = join(dirOf(0), 'build.json');
  const text = readFileSync(list, 'utf8');
  await open(page, '');
  for (const other of [text.replace(/": "./, '": "0'), '{}']) {
    writeFileSync(list, other);
    await register(page);
    expect(await page.evaluate(() => caches.keys())).toEqual([]);
  }
  writeFileSync(list, text);
  // The list is right, but a file is of another build.
  const file = join(dirOf(0), 'a/index.html');
  const html = readFileSync(file, 'utf8');
  writeFileSync(file, `${html}!`);
  await register(page);
  expect(await page.evaluate(() => caches.keys())).toEqual([]);
  writeFileSync(file, html);
});
