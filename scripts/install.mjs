// Exists so that `npm start` and `npm test` work on a fresh clone, and notice when the lockfile has changed since.
// Runs before anything is installed: node's own modules only.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isProgram, readJson, root, runNpm, runPackage, seconds } from './run.mjs';

/** Kit 2 and Vite 8 need this much of Node. */
const OLDEST_NODE = [20, 19];

/**
 * What node_modules must have been made from, as one line. Platform and processor belong to it because some packages
 * are programs: a folder copied into a container of another kind is stale. package.json's own lists belong to it so
 * that an edit without a new lockfile is refused by npm, not passed over.
 * @param {string} dir the project's folder
 */
export function stampOf(dir) {
  const { dependencies, devDependencies } = /** @type {Record<string, unknown>} */ (
    readJson(join(dir, 'package.json'))
  );
  return createHash('sha256')
    .update(readFileSync(join(dir, 'package-lock.json')))
    .update(JSON.stringify({ dependencies, devDependencies }))
    .update(`${process.platform} ${process.arch}`)
    .digest('hex');
}

/** @param {string} dir */
const stampFile = (dir) => join(dir, 'node_modules', '.installed-from');

/**
 * Says why packages must be installed, or nothing when they need not.
 * @param {string} dir the project's folder
 * @returns {string | undefined}
 */
export function reasonToInstall(dir) {
  if (!existsSync(join(dir, 'node_modules'))) return 'nothing is installed yet';
  if (!existsSync(stampFile(dir))) return 'an earlier installation did not finish, or was made by hand';
  if (readFileSync(stampFile(dir), 'utf8') !== stampOf(dir)) return 'the lockfile has changed';
  return undefined;
}

/** Called by npm itself at the end of every installation (`prepare`), so that one made by hand counts too. */
export const stamp = (dir = root) => {
  writeFileSync(stampFile(dir), stampOf(dir));
};

/** Installs what is missing or stale. @returns {Promise<boolean>} is everything there now? */
export async function install() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [needMajor = 0, needMinor = 0] = OLDEST_NODE;
  if (major < needMajor || (major === needMajor && minor < needMinor)) {
    console.error(
      `This needs Node ${OLDEST_NODE.join('.')} or newer; this is Node ${process.versions.node}.`,
    );
    return false;
  }
  const reason = reasonToInstall(root);
  if (reason !== undefined) {
    console.log(`Installing packages: ${reason}. This takes about 10 to 60 seconds.`);
    const start = performance.now();
    // --include=dev: with NODE_ENV=production npm would leave out the very tools that build.
    const code = await runNpm(['ci', '--include=dev', '--no-audit', '--no-fund']);
    if (code !== 0) {
      console.error('The packages could not be installed; npm says why above.');
      return false;
    }
    stamp();
    console.log(`Installed in ${seconds(start)}.`);
  }
  // The generated tsconfig is missing after `npm ci --ignore-scripts` or a cleaned checkout, and Vite stops without it.
  if (existsSync(join(root, '.svelte-kit', 'tsconfig.json'))) return true;
  return (await runPackage('@sveltejs/kit:svelte-kit', ['sync'])) === 0;
}

if (isProgram(import.meta.url)) {
  if (process.argv.includes('--stamp')) stamp();
  else process.exitCode = (await install()) ? 0 : 1;
}
