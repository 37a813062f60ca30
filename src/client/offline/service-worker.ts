/// <reference no-default-lib="true"/>
/// <reference lib="esnext" />
/// <reference lib="webworker" />
// Keeps one complete build of the site for offline reading. The cache holds one whole build or nothing: the
// worker never adds to it later, and it checks every file against its hash.

/** SHA-256 of `build.json`, the file list of this worker's build. The build inserts the value. */
declare const BUILD: string;

const worker = self as unknown as ServiceWorkerGlobalScope;
const NAME = `story-${BUILD.slice(0, 16)}`;
/** How long the worker waits for the network before it answers from the cache, in milliseconds. */
const PATIENCE = 3000;
/** Files named by their content: the cached copy and the host's copy are identical. */
const NAMED = /\/(_app\/immutable|live\/assets|live\/embed)\/|\/embed\.\w+\.js$/;

const home = (): string => worker.registration.scope;

async function sumOf(bytes: ArrayBuffer): Promise<string> {
  const sum = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...sum].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * Returns the files of this build as pairs of path (relative to the site) and SHA-256.
 * @throws Error if the host already serves another build
 */
async function files(): Promise<[path: string, sum: string][]> {
  const response = await fetch(new URL('build.json', home()), { cache: 'no-store' });
  const bytes = await response.arrayBuffer();
  if ((await sumOf(bytes)) !== BUILD) throw new Error('the host has another build');
  // The hash has confirmed that this is the list our own build wrote.
  return Object.entries(
    (JSON.parse(new TextDecoder().decode(bytes)) as { files: Record<string, string> }).files,
  );
}

/**
 * Returns a response to cache: the bytes and headers, without the content encoding and without the redirect
 * flag.
 */
function kept(bytes: ArrayBuffer, from: Response): Response {
  const headers = new Headers(from.headers);
  headers.delete('Content-Encoding');
  headers.delete('Content-Length');
  return new Response(bytes, { headers });
}

/**
 * Caches one file, copied from an earlier build if it has not changed.
 * @throws Error if no copy matches the hash in the list
 */
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
    // Fetch only a few files at a time, so that the reader's own requests come first.
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

/**
 * Returns the cached response for a URL, ignoring its query. For a folder without its trailing slash it
 * returns a redirect.
 */
async function found(url: URL): Promise<Response | undefined> {
  const cache = await caches.open(NAME);
  const exact = await cache.match(url.origin + url.pathname);
  if (exact || url.pathname.endsWith('/')) return exact;
  return (await cache.match(`${url.origin}${url.pathname}/`))
    ? Response.redirect(`${url.pathname}/${url.search}`)
    : undefined;
}

/**
 * Returns the host's response, or the cached one if the host is slow, unreachable or returns a server error.
 */
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

// The reader has asked for the newer version.
worker.addEventListener('message', ({ data }) => {
  if (data === 'take over') void worker.skipWaiting();
});
