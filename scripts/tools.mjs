// Exists because what only the long commands need would make every install longer: brings it when one of them is run.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readJson, root, runNpm } from './run.mjs';

/** Whether all that `tools/package.json` names is there, in the version that it names: a list may have grown since. */
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

/** Installs `tools/` where it is not yet. @returns {Promise<boolean>} whether it is there */
export async function tools() {
  if (complete()) return true;
  console.log('Installing what the long commands need → tools/node_modules …');
  return (await runNpm(['ci', '--prefix', 'tools', '--ignore-scripts', '--no-audit', '--no-fund'])) === 0;
}
