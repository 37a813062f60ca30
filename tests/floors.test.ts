import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { floorProblems } from './floors.ts';

/** Every file and folder under `folder`; folders end in a slash. */
function contentsOf(folder: string): [path: string, text: string][] {
  const here: [string, string][] = [[`${folder}/`, '']];
  return here.concat(
    readdirSync(folder, { withFileTypes: true }).flatMap((entry): [string, string][] => {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) return contentsOf(path);
      return [[path, /\.(ts|js|svelte)$/.test(path) ? readFileSync(path, 'utf8') : '']];
    }),
  );
}

const files = new Map(['src', 'tests', 'scripts', 'data'].flatMap(contentsOf));

test('the source is where we look', () => {
  expect(files.has('src/routes/+layout.ts')).toBe(true);
});

test('every module keeps to its floor', () => {
  expect(floorProblems(files)).toEqual([]);
});
