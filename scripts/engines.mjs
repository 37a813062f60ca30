// Opens the finished build in Chromium, Firefox and WebKit and runs the same checks in each.
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { checks } from '../tests/browsers/checks.mjs';
import { chromium, firefox, webkit } from '../tests/browsers/drivers.mjs';
import { kept, LEFT } from '../tests/browsers/bfcache.mjs';
import { standing } from '../tests/browsers/site.mjs';
import { endWithNpm, orExplain, root, run, seconds } from './run.mjs';
import { tools } from './tools.mjs';

/** Guards against hanging; it does not measure speed. */
const CHECK_MS = 150_000;
const START_MS = 60_000;

/**
 * @param {string} name name of a program
 * @param {string[]} [more] other places to search
 * @returns {string | undefined}
 */
const found = (name, more = []) =>
  [...(process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name)), ...more].find((file) =>
    existsSync(file),
  );

/** WebKitGTK's MiniBrowser, which is in the folder of the library. */
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
 * @property {() => string[]} missing returns the Debian packages that are missing
 * @property {(options: { scripts: boolean }) => Promise<import('../tests/browsers/drivers.mjs').Engine>} start
 * @property {(url: string, profile: string) => string[]} bare returns the command that opens an address
 * without a driver
 */

const chromiumProgram = () => process.env.CHROME_BIN ?? found('chromium') ?? found('google-chrome');
const firefoxProgram = () => process.env.FIREFOX_BIN ?? found('firefox-esr') ?? found('firefox');

/** @type {Record<string, Kind>} */
const ENGINES = {
  // The packages include the Chromium of `npm test`, but it has no back-forward cache, so this uses the
  // system's.
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

/**
 * Installs the packages that the chosen engines need, if this machine allows it.
 * @param {string[]} names
 * @returns {Promise<boolean>}
 */
async function brought(names) {
  const missing = () => names.flatMap((name) => ENGINES[name]?.missing() ?? []);
  if (missing().length === 0) return true;
  if (found('apt-get') !== undefined && process.getuid?.() === 0) {
    console.log(`Installing ${missing().join(', ')} …`);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const ask = () =>
      run('apt-get', ['install', '--yes', '--no-install-recommends', '-qq', ...missing()], env);
    // The usual cause is an outdated or missing package list.
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
 * Runs every check in one engine and prints a line for each.
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
      // A failed check may still be running, so the next one starts a new engine.
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
// Exit handlers close everything, but do not run on a signal.
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
      // Another folder, such as a copy with planted faults. In Chromium and WebKit the checks report a story
      // that can be framed, an embed that cannot post messages, a picture without marks, and a script and a
      // style that violate the policy.
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
// A driver whose browser died may keep a socket open and prevent the exit.
process.exit(failed === 0 && passed > 0 ? 0 : 1);
