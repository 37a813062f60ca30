import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const here = import.meta.dirname;

/** The real record's directory. */
export const dataDir = join(here, '../../../data');

/** A small valid record of a made-up town, against which each defect is tried alone. */
export const baseDir = join(here, '../fixtures/minimal');

/** Files that each replace one file of the base, as `slug.target.json`, with their raw bytes. */
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

/** Where each bad file goes wrong: `file.json#/pointer`, by its name. */
export function expectedPlaces(): Record<string, unknown> {
  const value: unknown = JSON.parse(readFileSync(join(here, '../fixtures/invalid/expected.json'), 'utf8'));
  return { ...(typeof value === 'object' ? value : {}) };
}
