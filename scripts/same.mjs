// Builds the site twice and compares every byte, so that anyone can reproduce the published files.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { endWithNpm, isProgram, root } from './run.mjs';

/** @typedef {Map<string, string>} Sums file → the sum of its bytes */

/** @param {string} dir @returns {Sums} */
export const sumsOf = (dir) =>
  new Map(
    readdirSync(dir, { recursive: true, encoding: 'utf8' })
      .filter((file) => statSync(join(dir, file)).isFile())
      .sort()
      .map((file) => [
        file,
        createHash('sha256')
          .update(readFileSync(join(dir, file)))
          .digest('hex'),
      ]),
  );

/** Returns the files that are missing in one build or differ. @param {Sums} one @param {Sums} other */
export const differing = (one, other) =>
  [...new Set([...one.keys(), ...other.keys()])].filter((file) => one.get(file) !== other.get(file)).sort();

/** @returns {Promise<number>} exit code */
async function same() {
  const dir = join(root, 'build');
  if (!(await build())) return 1;
  const first = sumsOf(dir);
  if (!(await build())) return 1;
  const files = differing(first, sumsOf(dir));
  for (const file of files) console.error(`  differs: ${file}`);
  console.log(`${first.size - files.length} of ${first.size} files are the same, byte for byte.`);
  return files.length === 0 ? 0 : 1;
}

if (isProgram(import.meta.url)) {
  endWithNpm();
  process.exitCode = await same();
}
