// Exists because a page that was only ever tried in one engine is a page for one engine: opens the finished build in
// Chromium, Firefox and WebKit, and checks the same things in each.
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { checks } from '../tests/browsers/checks.mjs';
import { chromium, firefox, webkit } from '../tests/browsers/drivers.mjs';
import { kept, LEFT } from '../tests/browsers/bfcache.mjs';
import { standing } from '../tests/browsers/site.mjs';
import { endWithNpm, orExplain, root, run, seconds } from './run.mjs';
import { tools } from './tools.mjs';

/** A guard against hanging, not a measure of speed. */
const CHECK_MS = 150_000;
const START_MS = 60_000;

/** @param {string} name of a program @param {string[]} [more] where else it may lie @returns {string | undefined} */
const found = (name, more = []) =>
  [...(process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name)), ...more].find((file) =>
    existsSync(file),
  );

/** WebKitGTK's own small browser, which lies beside the library. */
const miniBrowser = () =>
  ['/usr/lib/x86_64-linux-gnu', '/usr/lib/aarch64-linux-gnu', '/usr/lib64', '/usr/lib', '/usr/libexec']
    .filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      readdirSync(folder)
        .filter((name) => /^webkit2?gtk-\d/.test(name))
        .map((name) => join(folder, name, 'MiniBrowser')),
    )
    .find((file) => existsSync(file));

/**
 * @typedef {object} Kind one of the engines
 * @property {() => string[]} missing Debian's packages that would bring what is not here
 * @property {(options: { scripts: boolean }) => Promise<import('../tests/browsers/drivers.mjs').Engine>} start
 * @property {(url: string, profile: string) => string[]} bare what opens an address in it without a driver
 */

const chromiumProgram = () => process.env.CHROME_BIN ?? found('chromium') ?? found('google-chrome');
const firefoxProgram = () => process.env.FIREFOX_BIN ?? found('firefox-esr') ?? found('firefox');

/** @type {Record<string, Kind>} */
const ENGINES = {
  // Comes with the install, as it does for `npm test`; but that one keeps no page that is left.
  chromium: {
    missing: () => (chromiumProgram() === undefined ? ['chromium'] : []),
    start: chromium,
    bare: (url, profile) => [
      chromiumProgram() ?? '',
      '--headless=new',
      '--no-sandbox',
      '--no-first-run',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      `--user-data-dir=${profile}`,
      url,
    ],
  },
  firefox: {
    missing: () => (firefoxProgram() === undefined ? ['firefox-esr'] : []),
    start: (options) => firefox(firefoxProgram() ?? '', options),
    bare: (url, profile) => [firefoxProgram() ?? '', '--headless', '--no-remote', '--profile', profile, url],
  },
  webkit: {
    missing: () => [
      ...(found('WebKitWebDriver') === undefined || miniBrowser() === undefined ? ['webkit2gtk-driver'] : []),
      ...(found('xvfb-run') === undefined || found('Xvfb') === undefined ? ['xvfb'] : []),
      ...(found('xauth') === undefined ? ['xauth'] : []),
    ],
    start: (options) => webkit(miniBrowser() ?? '', options),
    bare: (url) => ['xvfb-run', '-a', miniBrowser() ?? '', url],
  },
};

/** Brings what the chosen engines lack, where this machine lets us. @param {string[]} names @returns {Promise<boolean>} */
async function brought(names) {
  const missing = () => names.flatMap((name) => ENGINES[name]?.missing() ?? []);
  if (missing().length === 0) return true;
  if (found('apt-get') !== undefined && process.getuid?.() === 0) {
    console.log(`Installing ${missing().join(', ')} …`);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const ask = () =>
      run('apt-get', ['install', '--yes', '--no-install-recommends', '-qq', ...missing()], env);
    // A list of packages that is old, or not there at all, is the usual reason.
    if ((await ask()) !== 0 && (await run('apt-get', ['update', '-qq'], env)) === 0) await ask();
  }
  if (missing().length === 0) return true;
  console.error(
    `These engines need ${missing().join(', ')} (Debian's names): install them, and run this again.`,
  );
  return false;
}

/**
 * @template Result
 * @param {Promise<Result>} work
 * @param {number} limit in milliseconds
 * @returns {Promise<Result>}
 */
async function within(work, limit) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  /** @type {Promise<never>} */
  const late = new Promise((_, refuse) => {
    timer = setTimeout(() => {
      refuse(new Error(`not done in ${limit / 1000} s`));
    }, limit);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** @param {unknown} error */
const told = (error) =>
  (error instanceof Error ? error.message : String(error)).split('\n').slice(0, 6).join('\n      ');

/**
 * Runs every check in one engine, and prints a line for each.
 * @param {string} name
 * @param {Kind} kind
 * @param {import('../tests/browsers/site.mjs').Site} site
 */
async function runEngine(name, kind, site) {
  let [passed, failed] = [0, 0];
  /** @type {import('../tests/browsers/drivers.mjs').Engine | undefined} */
  let engine;
  let scripted = true;
  const leave = async () => {
    const leaving = engine;
    engine = undefined;
    if (leaving) await within(leaving.close(), 10_000).catch(() => undefined);
  };
  for (const { title, scripts, check } of checks) {
    const start = performance.now();
    try {
      if (scripted !== scripts) await leave();
      if (!engine) {
        engine = await within(kind.start({ scripts }), START_MS);
        scripted = scripts;
      }
      await within(check(engine, site), CHECK_MS);
      passed += 1;
      console.log(`  ✓ ${name}: ${title} (${seconds(start)})`);
    } catch (error) {
      failed += 1;
      console.log(`  ✗ ${name}: ${title} (${seconds(start)})\n      ${told(error)}`);
      // What has failed may still be under way: the next check begins with an engine of its own.
      await leave();
    }
  }
  await leave();
  for (const path of LEFT) {
    const title = `${path || 'the story'}: who comes back to it finds it as they left it, kept by the browser`;
    const start = performance.now();
    try {
      await kept(dir, path, kind.bare);
      passed += 1;
      console.log(`  ✓ ${name}: ${title} (${seconds(start)})`);
    } catch (error) {
      failed += 1;
      console.log(`  ✗ ${name}: ${title} (${seconds(start)})\n      ${told(error)}`);
    }
  }
  return { passed, failed };
}

endWithNpm();
// Whatever is open is closed as this program exits, but a signal alone would end it without a word.
for (const [signal, code] of /** @type {const} */ ([
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
]))
  process.on(signal, () => process.exit(code));
const { names, dir } = orExplain(() => {
  const { values } = parseArgs({
    options: {
      only: { type: 'string', default: Object.keys(ENGINES).join(',') },
      // Another folder: a copy with faults planted in it, to see that they are found. Chromium and WebKit found a story that may
      // be framed, an embed that cannot speak, a picture without marks, a script and a style against the policy.
      dir: { type: 'string', default: 'build' },
    },
  });
  const chosen = values.only.split(',');
  const unknown = chosen.filter((name) => !Object.hasOwn(ENGINES, name));
  if (unknown.length > 0)
    throw new Error(`No engine "${unknown.join('", "')}". There are: ${Object.keys(ENGINES).join(', ')}.`);
  const folder = resolve(root, values.dir);
  if (!existsSync(join(folder, 'index.html')))
    throw new Error('There is no finished build: run "npm run build" first.');
  return { names: chosen, dir: folder };
});
if (!(await brought(names)) || !(await tools())) process.exit(1);
const site = await standing(dir);
let [passed, failed] = [0, 0];
for (const name of names) {
  const kind = ENGINES[name];
  if (!kind) continue;
  const counts = await runEngine(name, kind, site);
  passed += counts.passed;
  failed += counts.failed;
}
await site.close();
console.log(`\n${passed} passed, ${failed} failed`);
// A driver that has lost its browser may keep a socket open for ever.
process.exit(failed === 0 && passed > 0 ? 0 : 1);
