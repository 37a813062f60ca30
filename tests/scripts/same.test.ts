import { mkdtempSync, writeFileSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { differing, sumsOf } from '../../scripts/same.mjs';

test('a file that is not there, and one byte that differs, are found', () => {
  const [one = '', other = ''] = [0, 1].map(() => mkdtempSync(join(tmpdir(), 'same-')));
  for (const dir of [one, other]) {
    mkdirSync(join(dir, 'a'));
    writeFileSync(join(dir, 'a/same'), 'x');
    writeFileSync(join(dir, 'a/byte'), dir);
  }
  writeFileSync(join(one, 'only'), '');
  expect(differing(sumsOf(one), sumsOf(other))).toEqual(['a/byte', 'only']);
  expect(differing(sumsOf(one), sumsOf(one))).toEqual([]);
});
