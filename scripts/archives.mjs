// Packs the files of every chart into build/data/<chart>.zip, because a prerendered page can return text but
// no archive.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { isProgram, readJson, root } from './run.mjs';

/** A constant modification time makes archives of equal files identical. */
const MOMENT = new Date(2026, 0, 1);

/** Writes the archive of every chart. @returns {Promise<number>} exit code */
export function archives() {
  const list = join(root, 'build/data/archives.json');
  if (!existsSync(list)) {
    console.error('There is no build/data/archives.json: the pages were not written.');
    return Promise.resolve(1);
  }
  const all = /** @type {Record<string, Record<string, string>>} */ (readJson(list));
  for (const [id, texts] of Object.entries(all)) {
    /** @param {string} file */
    const read = (file) => new Uint8Array(readFileSync(join(root, 'build', file)));
    const files = {
      ...Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, strToU8(text)])),
      [`${id}.csv`]: read(`data/${id}.csv`),
      [`${id}.metadata.json`]: read(`data/${id}.metadata.json`),
      [`${id}.svg`]: read(`img/${id}.light.svg`),
    };
    const sorted = Object.fromEntries(Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1)));
    writeFileSync(join(root, `build/data/${id}.zip`), zipSync(sorted, { mtime: MOMENT }));
  }
  console.log(`  ${Object.keys(all).length} archives`);
  rmSync(list);
  return Promise.resolve(0);
}

if (isProgram(import.meta.url)) process.exitCode = await archives();
