import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { reasonToInstall, stamp } from '../../scripts/install.mjs';

let dir = '';
const write = (name: string, text: string) => {
  writeFileSync(join(dir, name), text);
};

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'install-'));
  write('package.json', '{ "dependencies": { "a": "1.0.0" } }');
  write('package-lock.json', '{ "packages": {} }');
});
afterEach(() => {
  rmSync(dir, { recursive: true });
});

const installed = () => {
  mkdirSync(join(dir, 'node_modules'));
  stamp(dir);
};

test('a fresh clone is installed', () => {
  expect(reasonToInstall(dir)).toBe('nothing is installed yet');
});

test('an installation that broke off is done again', () => {
  mkdirSync(join(dir, 'node_modules'));
  expect(reasonToInstall(dir)).toMatch('did not finish');
});

test('a finished one is left alone', () => {
  installed();
  expect(reasonToInstall(dir)).toBeUndefined();
});

test('a changed lockfile is noticed', () => {
  installed();
  write('package-lock.json', '{ "packages": { "node_modules/a": {} } }');
  expect(reasonToInstall(dir)).toBe('the lockfile has changed');
});

test('a dependency that was added without npm is noticed; another script is not', () => {
  installed();
  write('package.json', '{ "scripts": { "x": "y" }, "dependencies": { "a": "1.0.0" } }');
  expect(reasonToInstall(dir)).toBeUndefined();
  write('package.json', '{ "dependencies": { "a": "2.0.0" } }');
  expect(reasonToInstall(dir)).toBe('the lockfile has changed');
});
