// Provides the browser of `npm test`: pinned by the lockfile, without system packages or another download.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { isProgram, readJson, root } from './run.mjs';

/**
 * @typedef {object} Browser
 * @property {string} executablePath
 * @property {NodeJS.ProcessEnv} env
 * @property {string[]} args
 * @property {string} note names the browser and the reason for its choice, in one sentence
 */

// The package's own arguments disable web security, which would invalidate tests of it.
const ARGS = ['--font-render-hinting=none'];

const CACHE = join(root, 'node_modules', '.cache', 'chromium');

/**
 * Returns the browser for the tests, and unpacks it on the first call.
 * @returns {Promise<Browser>}
 * @throws {Error} with instructions, if no browser starts on this machine
 */
export async function browser() {
  const chosen = process.env.CHROME_BIN;
  if (chosen !== undefined && chosen !== '') {
    if (!existsSync(chosen)) throw new Error(`CHROME_BIN names a file that does not exist: ${chosen}`);
    return installed(chosen, `The browser is the one CHROME_BIN names: ${chosen}`);
  }
  const here = `${process.platform} ${process.arch}`;
  const bundled = here === 'linux x64' ? await unpacked() : undefined;
  if (bundled !== undefined) return bundled;
  const why =
    here === 'linux x64'
      ? 'The bundled browser does not start on this Linux (it needs glibc)'
      : `The bundled browser runs on x64 Linux only, and this is ${here}`;
  const found = places().find((place) => existsSync(place));
  if (found !== undefined) return installed(found, `${why}; the installed one serves: ${found}`);
  throw new Error(
    `${why}, and no Chrome or Chromium was found. Install one, or name its program: CHROME_BIN=/path/to/chrome npm test`,
  );
}

/**
 * @param {string} executablePath
 * @param {string} note
 * @returns {Browser}
 */
const installed = (executablePath, note) => ({ executablePath, env: process.env, args: ARGS, note });

/** Usual paths of Chrome, Chromium and Edge, best first. */
function places() {
  const { PATH = '', HOME = '', LOCALAPPDATA = '' } = process.env;
  if (process.platform === 'darwin')
    return ['/Applications', join(HOME, 'Applications')].flatMap((apps) =>
      ['Google Chrome', 'Chromium', 'Microsoft Edge'].map((app) =>
        join(apps, `${app}.app/Contents/MacOS/${app}`),
      ),
    );
  if (process.platform === 'win32')
    return [process.env.PROGRAMFILES ?? '', process.env['PROGRAMFILES(X86)'] ?? '', LOCALAPPDATA].flatMap(
      (programs) =>
        [
          'Google/Chrome/Application/chrome.exe',
          'Chromium/Application/chrome.exe',
          'Microsoft/Edge/Application/msedge.exe',
        ].map((file) => join(programs, file)),
    );
  return ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'microsoft-edge'].flatMap(
    (name) => PATH.split(delimiter).map((folder) => join(folder, name)),
  );
}

/** Returns the bundled browser, or undefined if it does not start. @returns {Promise<Browser | undefined>} */
async function unpacked() {
  const pkg = join(root, 'node_modules/@sparticuz/chromium');
  const { version } = /** @type {{ version: string }} */ (readJson(join(pkg, 'package.json')));
  const dir = join(CACHE, version);
  const bundled = inFolder(dir, `The browser is the bundled Chromium ${version}.`);
  if (existsSync(dir)) return bundled;

  console.log('Unpacking the browser, once (about 2 seconds, 210 MB) …');
  // Unpacks into a temporary folder and renames it when complete, so that an interrupted run leaves no
  // partial browser and two processes never write to the same file.
  const draft = `${dir}.${process.pid}`;
  await unpack(join(pkg, 'bin'), draft);
  writeFileSync(join(draft, 'fonts/fonts.conf'), fontsConf(dir));
  const trial = inFolder(draft, '');
  const starts = spawnSync(trial.executablePath, ['--version'], { env: trial.env }).status === 0;
  if (starts && !existsSync(dir)) renameSync(draft, dir);
  rmSync(draft, { recursive: true, force: true });
  return starts ? bundled : undefined;
}

/**
 * @param {string} dir
 * @param {string} note
 * @returns {Browser}
 */
const inFolder = (dir, note) => ({
  executablePath: join(dir, 'chromium'),
  env: { ...process.env, LD_LIBRARY_PATH: join(dir, 'al2023/lib'), FONTCONFIG_PATH: join(dir, 'fonts') },
  args: ARGS,
  note,
});

/**
 * @param {string} bin folder of the packed files
 * @param {string} dir target folder
 */
async function unpack(bin, dir) {
  mkdirSync(dir, { recursive: true });
  // The package always unpacks into the system's temporary folder.
  const before = process.env.TMPDIR;
  process.env.TMPDIR = dir;
  try {
    const { default: chromium, inflate } = await import('@sparticuz/chromium');
    await chromium.executablePath();
    await inflate(join(bin, 'al2023.tar.br'));
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}

/**
 * Replaces the packed font settings, which name folders of another machine, so that text renders with the
 * same pixels everywhere.
 * @param {string} dir future folder of the browser
 */
const fontsConf = (dir) => {
  const folder = dir.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}/fonts/fonts</dir>
  <cachedir>${folder}/fonts-cache</cachedir>
</fontconfig>
`;
};

if (isProgram(import.meta.url)) console.log((await browser()).note);
