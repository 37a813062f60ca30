// Writes build/_headers, because only a header can forbid framing, and some hosts read headers from that
// file. It repeats the policies of the pages by folder, so that no two rules for one address conflict.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './run.mjs';

/** @typedef {Map<string, Set<string>>} Policy directive → what it allows */

/** Headers of every address. */
const ALWAYS = {
  'Strict-Transport-Security': 'max-age=63072000; includeSubDomains; preload',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Permissions-Policy': [
    ...['accelerometer', 'browsing-topics', 'camera', 'display-capture', 'geolocation', 'gyroscope'],
    ...[
      'magnetometer',
      'microphone',
      'midi',
      'payment',
      'publickey-credentials-get',
      'usb',
      'xr-spatial-tracking',
    ],
  ]
    .map((feature) => `${feature}=()`)
    .join(', '),
};

/** Headers of resources for this site only. */
const OURS = { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Resource-Policy': 'same-origin' };

/** Headers of resources for any site. */
const ANYBODYS = { 'Cross-Origin-Resource-Policy': 'cross-origin' };
/** Allowed ancestors of an embed. `*` excludes local files, which teachers use to try a page out. */
const ANYBODY = '* file:';
const READABLE = { ...ANYBODYS, 'Access-Control-Allow-Origin': '*' };
const FOR_EVER = { 'Cache-Control': 'public, max-age=31536000, immutable' };

/** @param {string} text @returns {Policy} */
export const policyFrom = (text) =>
  new Map(
    text.split('; ').map((rule) => {
      const [directive = '', ...values] = rule.split(' ');
      return [directive, new Set(values)];
    }),
  );

/** Returns the union of several policies. @param {Policy[]} policies @returns {Policy} */
export function union(policies) {
  /** @type {Policy} */
  const all = new Map();
  for (const policy of policies)
    for (const [directive, values] of policy)
      all.set(directive, new Set([...(all.get(directive) ?? []), ...values]));
  return all;
}

/** @param {Policy} policy */
export const written = (policy) =>
  [...policy].map(([directive, values]) => [directive, ...values].join(' ')).join('; ');

/** @param {string} html @returns {Policy | null} the policy in the page's head */
function policyIn(html) {
  const text = /<meta http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1];
  return text === undefined ? null : policyFrom(text);
}

/** @param {string} folder @returns {string[]} the text of every page in the folder */
const pagesIn = (folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.html'))
    .sort()
    .map((file) => readFileSync(join(folder, file), 'utf8'));

/** @param {string} text */
const hash = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/**
 * Returns hashes of the scripts and styles of pages frozen before pages declared their own policy.
 * @param {string[]} pages
 * @returns {Policy}
 */
function kept(pages) {
  /** @param {RegExp} part */
  const hashes = (part) =>
    pages.flatMap((html) => [...html.matchAll(part)].map(([, text = '']) => hash(text)));
  return new Map([
    ['script-src', new Set(hashes(/<script>([\s\S]*?)<\/script>/g))],
    ['style-src', new Set(["'unsafe-hashes'", ...hashes(/<[^>]*\sstyle="([^"]*)"/g)])],
  ]);
}

/**
 * @param {string} build the finished build
 * @returns {[path: string, headers: Record<string, string>][]} rules that never set the same header twice for
 * one address
 */
export function rulesFor(build) {
  /** @param {Policy[]} policies @param {string} ancestors */
  const policy = (policies, ancestors) => ({
    'Content-Security-Policy': `${written(union(policies))}; frame-ancestors ${ancestors}`,
  });
  /** @param {string[]} pages */
  const said = (pages) => pages.flatMap((html) => policyIn(html) ?? []);
  const folders = readdirSync(build)
    .filter((name) => statSync(join(build, name)).isDirectory() && !name.startsWith('.'))
    .sort();
  const own = { ...OURS, ...policy(said([readFileSync(join(build, 'index.html'), 'utf8')]), "'none'") };
  const embeds = said(pagesIn(join(build, 'embed')));
  const old = pagesIn(join(build, 'v'));
  const earlier = kept(old.filter((html) => policyIn(html) === null));
  /** @type {Record<string, Record<string, string>>} folders other than those of our own pages */
  const special = {
    _app: {},
    live: {},
    embed: { ...ANYBODYS, ...policy(embeds, ANYBODY) },
    v: { ...READABLE, ...policy([...embeds, ...said(old), earlier], ANYBODY) },
    // Each host page declares its own policy.
    'embed-lab': { ...ANYBODYS, ...policy([policyFrom("base-uri 'none'; form-action 'none'")], "'none'") },
    data: READABLE,
    oembed: READABLE,
    img: READABLE,
  };
  const named = readdirSync(build).filter((name) => /^embed\.\w+\.js$/.test(name));
  /** @type {Record<string, Record<string, string>>} */
  const rules = { '/*': ALWAYS, '/': own };
  for (const name of folders)
    rules[`/${name}/*`] = special[name] ?? { ...OURS, ...policy(said(pagesIn(join(build, name))), "'none'") };
  for (const path of ['_app/immutable/*', 'live/assets/*', 'live/embed/*', ...named])
    rules[`/${path}`] = { ...READABLE, ...FOR_EVER };
  rules['/service-worker.js'] = {
    ...OURS,
    'Content-Security-Policy': "default-src 'none'; connect-src 'self'",
    'Cache-Control': 'no-cache',
  };
  return Object.entries(rules).filter(([, headers]) => Object.keys(headers).length > 0);
}

/**
 * @param {string} text content of security.txt
 * @param {number} now in milliseconds
 * @returns {number} whole days until it expires
 */
export const daysLeft = (text, now) =>
  Math.floor((Date.parse(/^Expires: (.+)$/m.exec(text)?.[1] ?? '') - now) / 86_400_000);

/** Writes the file. @returns {Promise<number>} exit code */
export function headers() {
  const build = join(root, 'build');
  const rules = rulesFor(build);
  const text = rules.map(([path, all]) =>
    [path, ...Object.entries(all).map(([name, value]) => `  ${name}: ${value}`)].join('\n'),
  );
  writeFileSync(
    join(build, '_headers'),
    `# For hosts that read this file. Made from the pages.\n${text.join('\n')}\n`,
  );
  console.log(`  ${rules.length} rules`);
  const days = daysLeft(readFileSync(join(build, '.well-known/security.txt'), 'utf8'), Date.now());
  if (days <= 30)
    console.warn(`  security.txt holds for ${days} more days: a row in data/updates.json makes it new.`);
  return Promise.resolve(0);
}
