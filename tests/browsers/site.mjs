// Serves the same copies of the build to every engine: the site under a deep path, and a page of another
// site.
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '../../scripts/serve.mjs';

/**
 * @typedef {object} Site
 * @property {string} url address of the build
 * @property {() => Promise<string>} slow serves the build on a new origin, where style sheets and fonts
 * arrive late
 * @property {string} plain address of the build on a host that sends none of its headers
 * @property {(html: string) => string} host serves a page on another origin, and returns its address
 * @property {() => Promise<void>} close
 */

const BASE = '/a/deep/path/';
/** The folder of the embeds' scripts, whose headers allow access from a sandboxed frame. */
const WATCHER = 'live/embed/watch.js';

/**
 * Runs first on every page of the copy and stores errors for the checks, because WebKit's driver does not
 * report them. The script is same-origin, which the pages' policy allows, so the policy stays unchanged.
 */
const WATCH = `(() => {
  const problems = [];
  Object.defineProperty(window, 'problems', { value: problems });
  addEventListener('error', ({ message, target }) => {
    problems.push(message ? 'error: ' + message : 'did not load: ' + (target.src || target.href || target.tagName));
  }, true);
  addEventListener('unhandledrejection', ({ reason }) => problems.push('unhandled: ' + reason));
  addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) => {
    problems.push('against the policy: ' + [effectiveDirective, blockedURI, sample].join(' '));
  });
  for (const level of ['error', 'warn']) {
    const say = console[level];
    console[level] = (...all) => {
      problems.push('console.' + level + ': ' + all.join(' '));
      say.apply(console, all);
    };
  }
})();
`;

/**
 * Returns a port that was free a moment ago; the copy must contain it before it is served.
 * @param {string} dir
 */
async function freePort(dir) {
  const { port, close } = await serve({ dir, port: 0 });
  await close();
  return port;
}

/** Delays of the slow connection, in milliseconds: style sheets first, then fonts. */
const LATE = { '.css': 300, '.woff2': 900 };

/** Serves the same host on another origin, over a slow connection. @param {string} url */
async function late(url) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', url);
    const [, wait = 0] = Object.entries(LATE).find(([ending]) => pathname.endsWith(ending)) ?? [];
    const hand = async () => {
      const answer = await fetch(new URL(pathname, url));
      response.writeHead(answer.status, Object.fromEntries(answer.headers));
      response.end(Buffer.from(await answer.arrayBuffer()));
    };
    setTimeout(() => {
      hand().catch(() => response.destroy());
    }, wait);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}${BASE}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

/** @param {string} build the finished build @returns {Promise<Site>} */
export async function standing(build) {
  const folder = mkdtempSync(join(tmpdir(), 'engines-'));
  const copy = join(folder, 'site');
  cpSync(build, copy, { recursive: true });
  const port = await freePort(copy);
  const here = `http://127.0.0.1:${port}${BASE}`;
  const there = /rel="canonical" href="([^"]+)"/.exec(readFileSync(join(copy, 'index.html'), 'utf8'))?.[1];
  if (there === undefined) throw new Error(`${build} does not say where it will lie.`);
  writeFileSync(join(copy, WATCHER), WATCH);
  for (const file of readdirSync(copy, { recursive: true, encoding: 'utf8' })) {
    if (!/\.html$|^_headers$/.test(file)) continue;
    // Builds the copy for this address: in a sandbox an embed's policy allows only the site's address. The
    // pages no longer match the worker's list, so the worker keeps none, and every check reads from the
    // server.
    const text = readFileSync(join(copy, file), 'utf8')
      .replaceAll(there, here)
      .replace(
        /<meta http-equiv="Content-Security-Policy"[^>]*>/,
        (policy) => `${policy}<script src="${BASE}${WATCHER}"></script>`,
      );
    writeFileSync(join(copy, file), text);
  }
  const others = mkdtempSync(join(folder, 'host-'));
  const [site, plain, other] = await Promise.all([
    serve({ dir: copy, port, base: BASE }),
    serve({ dir: copy, port: 0, base: BASE, plain: true }),
    serve({ dir: others, port: 0 }),
  ]);
  if (site.url !== here) throw new Error(`Port ${port} was taken in the meantime: run this again.`);
  let pages = 0;
  /** @type {Awaited<ReturnType<typeof late>>[]} */
  const more = [];
  const clean = () => {
    rmSync(folder, { recursive: true, force: true });
  };
  process.on('exit', clean);
  return {
    url: site.url,
    plain: plain.url,
    async slow() {
      const one = await late(site.url);
      more.push(one);
      return one.url;
    },
    host(html) {
      pages += 1;
      writeFileSync(
        join(others, `${pages}.html`),
        `<!doctype html><meta charset="utf-8"><title>host</title>${html}`,
      );
      return `${other.url}${pages}.html`;
    },
    async close() {
      await Promise.all([site, plain, other, ...more].map(({ close }) => close()));
      clean();
    },
  };
}
