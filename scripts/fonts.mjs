// Subsets the fonts in `src/styles/fonts/` to the characters this site uses, so that slow phones wait less.
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import subsetFont from 'subset-font';
import { isProgram, root } from './run.mjs';

/** Characters of the site: printable ASCII, letters of Western Europe, and punctuation of its texts. */
export const LETTERS =
  [...Array(95).keys()].map((at) => String.fromCharCode(32 + at)).join('') +
  'Éàáâäçèéêëíîïñóôöúûüß' +
  '\u00a0£€½·×÷‑–—‘’“”…';

/** Characters that appear in no title, heading or number in a picture. */
const SIGNS = '#$*+<=>[\\]^_`{|}~';
/** Characters of headings, and of the emphasis in the main title, which is the site's only italics. */
const HEADINGS = Array.from(LETTERS)
  .filter((letter) => !SIGNS.includes(letter))
  .join('');
const STRESSED = 'abcdefghijklmnopqrstuvwxyz ,.!?’';

/** OpenType features in use: kerning, ligatures and tabular figures among them. */
const FEATURES = ['kern', 'liga', 'calt', 'ccmp', 'locl', 'mark', 'mkmk', 'tnum', 'lnum'];

/** Returns the path of a file in the font packages. @param {string[]} parts */
const packed = (...parts) => join(root, 'node_modules/@fontsource', ...parts);
/** Source and characters of every subset, by its file name here. */
export const CUTS = {
  'besley-800': { cut: packed('besley/files/besley-latin-800-normal.woff2'), letters: HEADINGS },
  'besley-500-italic': { cut: packed('besley/files/besley-latin-500-italic.woff2'), letters: STRESSED },
  'atkinson-400': {
    cut: packed('atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-400-normal.woff2'),
    letters: LETTERS,
  },
  'atkinson-700': {
    cut: packed('atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-700-normal.woff2'),
    letters: LETTERS,
  },
};

/**
 * Returns a font with the given characters only.
 * @param {{ cut: string, letters: string }} of
 * @returns {Promise<Buffer>} woff2
 */
export const cutDown = ({ cut, letters }) =>
  subsetFont(readFileSync(cut), letters, { targetFormat: 'woff2', keepFeatures: FEATURES });

if (isProgram(import.meta.url)) {
  const into = join(root, 'src/styles/fonts');
  for (const [name, of] of Object.entries(CUTS)) {
    const font = await cutDown(of);
    writeFileSync(join(into, `${name}.woff2`), font);
    console.log(`${name}: ${(font.length / 1024).toFixed(1)} KB`);
  }
  // The licence must accompany the fonts.
  for (const face of ['besley', 'atkinson-hyperlegible-next'])
    copyFileSync(packed(face, 'LICENSE'), join(into, `${face}.LICENSE`));
}
