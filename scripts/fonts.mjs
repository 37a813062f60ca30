// Exists because a slow phone waits for fonts: cuts the faces down to the letters of this site, in `src/routes/fonts/`.
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import subsetFont from 'subset-font';
import { isProgram, root } from './run.mjs';

/** What the site is written in: printable ASCII, Western Europe's letters, and the signs that its texts use. */
export const LETTERS =
  [...Array(95).keys()].map((at) => String.fromCharCode(32 + at)).join('') +
  'Éàáâäçèéêëíîïñóôöúûüß' +
  '\u00a0£€½·×÷‑–—‘’“”…';

/** A file of the faces' packages. @param {string[]} parts */
const packed = (...parts) => join(root, 'node_modules/@fontsource', ...parts);
/** Every cut in its package, by the name of its file here. */
export const CUTS = {
  'besley-800': packed('besley/files/besley-latin-800-normal.woff2'),
  'besley-500-italic': packed('besley/files/besley-latin-500-italic.woff2'),
  'atkinson-400': packed(
    'atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-400-normal.woff2',
  ),
  'atkinson-700': packed(
    'atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-700-normal.woff2',
  ),
};

/** A cut with the letters of this site and no others. @param {string} cut @returns {Promise<Buffer>} woff2 */
export const cutDown = (cut) => subsetFont(readFileSync(cut), LETTERS, { targetFormat: 'woff2' });

if (isProgram(import.meta.url)) {
  const into = join(root, 'src/routes/fonts');
  for (const [name, cut] of Object.entries(CUTS)) {
    const font = await cutDown(cut);
    writeFileSync(join(into, `${name}.woff2`), font);
    console.log(`${name}: ${(font.length / 1024).toFixed(1)} KB`);
  }
  // Their licence goes where they go.
  for (const face of ['besley', 'atkinson-hyperlegible-next'])
    copyFileSync(packed(face, 'LICENSE'), join(into, `${face}.LICENSE`));
}
