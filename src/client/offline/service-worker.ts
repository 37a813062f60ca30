/// <reference no-default-lib="true"/>
/// <reference lib="esnext" />
/// <reference lib="webworker" />
// Keeps one whole build of the site, so that it can be read without a connection. What it keeps is one build or nothing:
// it never adds to it later, and names every file by its content.

/** SHA-256 of `build.json`, the list of the build that this worker belongs to; written in by the build. */
declare const BUILD: string;

const worker = self as unknown as ServiceWorkerGlobalScope;
const NAME = `story-${BUILD.slice(0, 16)}`;
/** How long a reader with a bad connection waits for what is newer, in milliseconds. */
const PATIENCE = 3000;
/** Files named by their content: the kept one and the host's are the same. */
const NAMED = /\/(_app\/immutable|live\/assets|live\/embed)\/|\/embed\.\w+\.js$/;

const home = (): string => worker.registration.scope;

async function sumOf(bytes: ArrayBuffer): Promise<string> {
  const sum = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...sum].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** What this build is made of: address below the site → SHA-256. @throws Error where the host has another build by now */
async function files(): Promise<[path: string, sum: string][]> {
  const response = await fetch(new URL('build.json', home()), { cache: 'no-store' });
  const bytes = await response.arrayBuffer();
  if ((await sumOf(bytes)) !== BUILD) throw new Error('the host has another build');
  // The sum has said that it is the list which our own build has written.
  return Object.entries(
    (JSON.parse(new TextDecoder().decode(bytes)) as { files: Record<string, string> }).files,
  );
}

/** A response as it is kept: its bytes and what it says of itself, but not how it was packed, nor that it was sent on. */
function kept(bytes: ArrayBuffer, from: Response): Response {
  const headers = new Headers(from.headers);
  headers.delete('Content-Encoding');
  headers.delete('Content-Length');
  return new Response(bytes, { headers });
}

/** Keeps one file, from an earlier build where it has not changed. @throws Error where it is not what the list says */
async function keep(cache: Cache, path: string, sum: string): Promise<void> {
  const url = new URL(path, home()).href;
  const take = async (response: Response | undefined): Promise<boolean> => {
    if (!response?.ok) return false;
    const bytes = await response.arrayBuffer();
    if ((await sumOf(bytes)) !== sum) return false;
    await cache.put(url, kept(bytes, response));
    return true;
  };
  const has = (await take(await caches.match(url))) || (await take(await fetch(url, { cache: 'no-cache' })));
  if (!has) throw new Error(`${path} is of another build`);
}

async function install(): Promise<void> {
  const cache = await caches.open(NAME);
  try {
    const all = await files();
    const queue = [...all];
    // A few at a time: whoever is reading comes first.
    const work = async (): Promise<void> => {
      for (let next = queue.pop(); next; next = queue.pop()) await keep(cache, ...next);
    };
    await Promise.all(Array.from({ length: 4 }, work));
    if ((await cache.keys()).length !== all.length) throw new Error('something is missing');
  } catch (error) {
    await caches.delete(NAME);
    throw error;
  }
}

/** What is kept for an address, whatever its query asks of the page; for a folder without its slash, the way to it. */
async function found(url: URL): Promise<Response | undefined> {
  const cache = await caches.open(NAME);
  const exact = await cache.match(url.origin + url.pathname);
  if (exact || url.pathname.endsWith('/')) return exact;
  return (await cache.match(`${url.origin}${url.pathname}/`))
    ? Response.redirect(`${url.pathname}/${url.search}`)
    : undefined;
}

/** The host's answer; what is kept, where none comes in time, or a broken one. */
async function fresh(request: Request, url: URL): Promise<Response> {
  const asked = fetch(request);
  const late = new Promise<null>((done) => setTimeout(done, PATIENCE, null));
  const first = await Promise.race([asked, late]).catch(() => null);
  if (first && first.status < 500) return first;
  return (
    (await found(url)) ??
    (request.mode === 'navigate' && !first ? await found(new URL('404.html', home())) : undefined) ??
    asked
  );
}

worker.addEventListener('install', (event) => {
  event.waitUntil(install());
});

worker.addEventListener('activate', (event) => {
  const clear = async (): Promise<void> => {
    for (const name of await caches.keys())
      if (name.startsWith('story-') && name !== NAME) await caches.delete(name);
  };
  event.waitUntil(clear());
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || !url.href.startsWith(home())) return;
  event.respondWith(
    NAMED.test(url.pathname) ? found(url).then((one) => one ?? fetch(request)) : fresh(request, url),
  );
});

// A reader has asked for what is newer.
worker.addEventListener('message', ({ data }) => {
  if (data === 'take over') void worker.skipWaiting();
});
