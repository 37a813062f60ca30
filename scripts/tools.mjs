// Exists because what only the long commands need would make every install longer: brings it when one of them is run.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root, runNpm } from './run.mjs';

/** Installs `tools/` where it is not yet. @returns {Promise<boolean>} whether it is there */
export async function tools() {
  if (existsSync(join(root, 'tools/node_modules/.package-lock.json'))) return true;
  console.log('Installing what the long commands need → tools/node_modules …');
  return (await runNpm(['ci', '--prefix', 'tools', '--ignore-scripts', '--no-audit', '--no-fund'])) === 0;
}
