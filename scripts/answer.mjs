// Decides how the local server answers a request; separate from it, so that tests need no open port.
import { readFileSync, realpathSync, statSync } from 'node:fs';
import { extname, join, resolve, sep } from 'node:path';

/** @type {Record<string, string>} */
const TYPES = {
  '.avif': 'image/avif',
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.gif': 'image/gif',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.jsonld': 'application/ld+json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.webp': 'image/webp',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml; charset=utf-8',
};

/**
 * @param {string} file
 * @returns {string} MIME type by extension; an unknown extension is served as a download
 */
export const typeOf = (file) => TYPES[extname(file).toLowerCase()] ?? 'application/octet-stream';

/**
 * Returns the rules of the `_headers` file in a folder, or an empty list if it has none.
 * @param {string} dir
 * @returns {{ path: string, headers: [name: string, value: string][] }[]}
 */
export function headerRules(dir) {
  const file = join(dir, '_headers');
  if (kindOf(file) !== 'file') return [];
  /** @type {ReturnType<typeof headerRules>} */
  const rules = [];
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const [, name = '', value = ''] = /^\s+([\w-]+): (.*)$/.exec(line) ?? [];
    if (line.startsWith('/')) rules.push({ path: line.trim(), headers: [] });
    else if (name !== '') rules.at(-1)?.headers.push([name, value]);
  }
  return rules;
}

/**
 * Returns the headers that hosts with `_headers` support add to a response: those of every matching rule, in
 * order; `*` matches the rest of a path.
 * @param {ReturnType<typeof headerRules>} rules
 * @param {string} path path below the site's base, with a leading slash
 */
export const headersFor = (rules, path) =>
  rules
    .filter((rule) =>
      rule.path.endsWith('*') ? path.startsWith(rule.path.slice(0, -1)) : path === rule.path,
    )
    .flatMap(({ headers }) => headers);

/** @param {string} path @returns {'folder' | 'file' | 'nothing'} */
export function kindOf(path) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found?.isDirectory()) return 'folder';
  return found?.isFile() ? 'file' : 'nothing';
}

/**
 * Resolves a request to a response. Reads the disk and sends nothing.
 * @param {string} dir the served folder, with symbolic links resolved
 * @param {string} base path of the site on the host, with a slash at both ends
 * @param {string} url path and query of the request
 * @returns {{ status: number, file?: string, location?: string, text?: string }}
 */
export function answer(dir, base, url) {
  const cut = url.indexOf('?');
  const query = cut < 0 ? '' : url.slice(cut);
  const path = decoded(cut < 0 ? url : url.slice(0, cut));
  if (path === undefined) return { status: 400, text: 'This address cannot be read.' };
  // Redirects relative to the requested page, so that an address such as //elsewhere cannot lead to another
  // host.
  const withSlash = `./${encodeURIComponent(path.split('/').at(-1) ?? '')}/${query}`;
  if (`${path}/` === base) return { status: 301, location: withSlash };
  if (!path.startsWith(base)) return { status: 404, text: `Not found. The site begins at ${base}` };

  const target = resolve(dir, `./${path.slice(base.length)}`);
  /** @param {string} place */
  const inside = (place) => place === dir || place.startsWith(dir + sep);
  const kind = inside(target) ? kindOf(target) : 'nothing';
  if (kind === 'nothing' || !inside(realpathSync(target))) return notFound(dir);
  if (kind === 'file') return path.endsWith('/') ? notFound(dir) : { status: 200, file: target };
  if (!path.endsWith('/')) return { status: 301, location: withSlash };
  const index = join(target, 'index.html');
  return kindOf(index) === 'file' ? { status: 200, file: index } : notFound(dir);
}

/** @param {string} path @returns {string | undefined} undefined if no file can have this name */
function decoded(path) {
  try {
    const text = decodeURIComponent(path);
    return /[\0\\]/.test(text) ? undefined : text;
  } catch {
    return undefined;
  }
}

/** @param {string} dir */
function notFound(dir) {
  const page = join(dir, '404.html');
  return kindOf(page) === 'file' ? { status: 404, file: page } : { status: 404, text: 'Not found.' };
}
