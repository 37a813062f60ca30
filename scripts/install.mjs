// Installs the packages for `npm start` and `npm test` on a fresh clone, and again when the lockfile changes.
// Uses only Node's own modules, because it runs before the installation.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isProgram, readJson, root, runNpm, runPackage, seconds } from './run.mjs';

/** Minimum version of Node for Kit 2 and Vite 8. */
const OLDEST_NODE = [20, 19];

/**
 * Returns the inputs of node_modules as one line. It includes platform and processor, because some packages
 * are binaries: a folder copied into another kind of container is stale. It includes package.json's lists, so
 * that npm rejects an edit without a new lockfile.
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
 * Returns the reason why packages must be installed, or undefined if they need not be.
 * @param {string} dir the project's folder
 * @returns {string | undefined}
 */
export function reasonToInstall(dir) {
  if (!existsSync(join(dir, 'node_modules'))) return 'nothing is installed yet';
  if (!existsSync(stampFile(dir))) return 'an earlier installation did not finish, or was made by hand';
  if (readFileSync(stampFile(dir), 'utf8') !== stampOf(dir)) return 'the lockfile has changed';
  return undefined;
}

/** npm calls this after every installation (`prepare`), so that a manual one counts too. */
export const stamp = (dir = root) => {
  writeFileSync(stampFile(dir), stampOf(dir));
};

/**
 * Installs packages that are missing or stale.
 * @returns {Promise<boolean>} whether everything is installed
 */
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
    // --include=dev, because with NODE_ENV=production npm would skip the build tools.
    const code = await runNpm(['ci', '--include=dev', '--no-audit', '--no-fund']);
    if (code !== 0) {
      console.error('The packages could not be installed; npm says why above.');
      return false;
    }
    stamp();
    console.log(`Installed in ${seconds(start)}.`);
  }
  // The generated tsconfig is missing after `npm ci --ignore-scripts` or in a clean checkout, and Vite needs
  // it.
  if (existsSync(join(root, '.svelte-kit', 'tsconfig.json'))) return true;
  return (await runPackage('@sveltejs/kit:svelte-kit', ['sync'])) === 0;
}

if (isProgram(import.meta.url)) {
  if (process.argv.includes('--stamp')) stamp();
  else process.exitCode = (await install()) ? 0 : 1;
}
