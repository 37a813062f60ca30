// Installs the packages of the long commands on their first use, to keep the main installation short.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readJson, root, runNpm } from './run.mjs';

/** Returns whether all packages of `tools/package.json` are installed in the listed versions. */
function complete() {
  const { devDependencies } = /** @type {{ devDependencies: Record<string, string> }} */ (
    readJson(join(root, 'tools/package.json'))
  );
  return Object.entries(devDependencies).every(([name, version]) => {
    const manifest = join(root, 'tools/node_modules', name, 'package.json');
    if (!existsSync(manifest)) return false;
    return /** @type {{ version: string }} */ (readJson(manifest)).version === version;
  });
}

/** Installs `tools/` if necessary. @returns {Promise<boolean>} whether it is installed */
export async function tools() {
  if (complete()) return true;
  console.log('Installing what the long commands need → tools/node_modules …');
  return (await runNpm(['ci', '--prefix', 'tools', '--ignore-scripts', '--no-audit', '--no-fund'])) === 0;
}
