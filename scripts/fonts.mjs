// Exists because a slow phone waits for fonts: cuts the faces down to the letters of this site, in `src/styles/fonts/`.
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import subsetFont from 'subset-font';
import { isProgram, root } from './run.mjs';

/** What the site is written in: printable ASCII, Western Europe's letters, and the signs that its texts use. */
export const LETTERS =
  [...Array(95).keys()].map((at) => String.fromCharCode(32 + at)).join('') +
  'Éàáâäçèéêëíîïñóôöúûüß' +
  '\u00a0£€½·×÷‑–—‘’“”…';

/** Signs that no title, no heading and no number in a picture has. */
const SIGNS = '#$*+<=>[\\]^_`{|}~';
/** Letters of headings, and of what is stressed in the main title: the only italics of the site. */
const HEADINGS = Array.from(LETTERS)
  .filter((letter) => !SIGNS.includes(letter))
  .join('');
const STRESSED = 'abcdefghijklmnopqrstuvwxyz ,.!?’';

/** What else of a face is used: kerning, joined letters, and figures that stand in columns. */
const FEATURES = ['kern', 'liga', 'calt', 'ccmp', 'locl', 'mark', 'mkmk', 'tnum', 'lnum'];

/** A file of the faces' packages. @param {string[]} parts */
const packed = (...parts) => join(root, 'node_modules/@fontsource', ...parts);
/** Every cut in its package and the letters it is used for, by the name of its file here. */
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

/** A cut with its letters and no others. @param {{ cut: string, letters: string }} of @returns {Promise<Buffer>} woff2 */
export const cutDown = ({ cut, letters }) =>
  subsetFont(readFileSync(cut), letters, { targetFormat: 'woff2', keepFeatures: FEATURES });

if (isProgram(import.meta.url)) {
  const into = join(root, 'src/styles/fonts');
  for (const [name, of] of Object.entries(CUTS)) {
    const font = await cutDown(of);
    writeFileSync(join(into, `${name}.woff2`), font);
    console.log(`${name}: ${(font.length / 1024).toFixed(1)} KB`);
  }
  // Their licence goes where they go.
  for (const face of ['besley', 'atkinson-hyperlegible-next'])
    copyFileSync(packed(face, 'LICENSE'), join(into, `${face}.LICENSE`));
}
