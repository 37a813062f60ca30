import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CUTS, cutDown } from '../../scripts/fonts.mjs';

test.each(Object.entries(CUTS))(
  'the font %s matches a fresh subset of its package (if not, npm run fonts:subset)',
  async (name, of) => {
    const kept = readFileSync(`src/styles/fonts/${name}.woff2`);
    expect(kept.equals(await cutDown(of))).toBe(true);
  },
);
