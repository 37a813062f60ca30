import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const here = import.meta.dirname;

/** Directory of the real dataset. */
export const dataDir = join(here, '../../../data');

/** A small valid dataset of a made-up town; each defect is tested against it alone. */
export const baseDir = join(here, '../fixtures/minimal');

/** Files that each replace one file of the base, named `slug.target.json`, as raw bytes. */
export function fixtures(folder: 'invalid' | 'valid'): { name: string; target: string; raw: Uint8Array }[] {
  return readdirSync(join(here, '../fixtures', folder))
    .filter((name) => name !== 'expected.json')
    .sort()
    .map((name) => ({
      name,
      target: name.slice(name.indexOf('.') + 1),
      raw: readFileSync(join(here, '../fixtures', folder, name)),
    }));
}

/** Expected place of each error, `file.json#/pointer`, by file name. */
export function expectedPlaces(): Record<string, unknown> {
  const value: unknown = JSON.parse(readFileSync(join(here, '../fixtures/invalid/expected.json'), 'utf8'));
  return { ...(typeof value === 'object' ? value : {}) };
}
