// Exists because cards must be PNG: no place where links are shared draws SVG. Turns `build/img/cards.json` into files.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import subsetFont from 'subset-font';
import { isProgram, readJson, root } from './run.mjs';

/** The cuts that cards are set in; resvg reads no woff2, and says nothing when it has no font. */
const CUTS = [
  'besley/files/besley-latin-800-normal.woff2',
  'besley/files/besley-latin-500-italic.woff2',
  'atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-400-normal.woff2',
  'atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-700-normal.woff2',
];

/**
 * The fonts as files that resvg reads, with the letters of a text and no others.
 * @param {string} text
 * @returns {Promise<string[]>}
 */
export async function fonts(text) {
  const folder = join(tmpdir(), `cards-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  const letters = [...new Set(text)].join('');
  return Promise.all(
    CUTS.map(async (cut, index) => {
      const file = join(folder, `${index}.ttf`);
      const font = readFileSync(join(root, 'node_modules/@fontsource', cut));
      writeFileSync(file, await subsetFont(font, letters, { targetFormat: 'truetype' }));
      return file;
    }),
  );
}

/**
 * A drawing as PNG, at its own size.
 * @param {string} svg
 * @param {string[]} fontFiles
 * @returns {Buffer}
 */
export const png = (svg, fontFiles) =>
  new Resvg(svg, {
    font: { loadSystemFonts: false, fontFiles, defaultFontFamily: 'Atkinson Hyperlegible Next' },
  })
    .render()
    .asPng();

/** Writes every card of a build; tells how far it is. @returns {Promise<number>} 0 when all are there */
export async function cards() {
  const list = join(root, 'build/img/cards.json');
  if (!existsSync(list)) {
    console.error('There is no build/img/cards.json: the pages were not written.');
    return 1;
  }
  const drawings = /** @type {Record<string, string>} */ (readJson(list));
  const names = Object.keys(drawings);
  const fontFiles = await fonts(Object.values(drawings).join(''));
  for (const [index, name] of names.entries()) {
    const file = join(root, 'build/img', `${name}.png`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, png(drawings[name] ?? '', fontFiles));
    if ((index + 1) % 10 === 0 || index + 1 === names.length)
      console.log(`  ${index + 1} of ${names.length} cards`);
  }
  rmSync(dirname(fontFiles[0] ?? list), { recursive: true });
  rmSync(list, { force: true });
  return 0;
}

if (isProgram(import.meta.url)) process.exitCode = await cards();
