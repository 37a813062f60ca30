// Renders the drawings of `build/img/cards.json` to PNG, because no site with link previews accepts SVG.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import subsetFont from 'subset-font';
import { CUTS } from './fonts.mjs';
import { isProgram, readJson, root } from './run.mjs';

/**
 * Runs work with the fonts as temporary files, cut down to the characters of a text. resvg cannot read woff2,
 * and without a font it draws no text and reports no error. The files are always removed afterwards.
 * @template Result
 * @param {string} text
 * @param {(fontFiles: string[]) => Result | Promise<Result>} work
 * @returns {Promise<Result>}
 */
export async function withFonts(text, work) {
  const folder = mkdtempSync(join(tmpdir(), 'cards-'));
  try {
    // Sorted, so that the fonts do not depend on the order of cards.
    const letters = [...new Set(text)].sort().join('');
    const files = await Promise.all(
      Object.entries(CUTS).map(async ([name, { cut }]) => {
        const file = join(folder, `${name}.ttf`);
        writeFileSync(file, await subsetFont(readFileSync(cut), letters, { targetFormat: 'truetype' }));
        return file;
      }),
    );
    return await work(files);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Renders a drawing as PNG.
 * @param {string} svg
 * @param {string[]} fontFiles
 * @param {number} [zoom] scale factor
 * @returns {Buffer}
 */
export const png = (svg, fontFiles, zoom = 1) =>
  new Resvg(svg, {
    font: { loadSystemFonts: false, fontFiles },
    fitTo: { mode: 'zoom', value: zoom },
  })
    .render()
    .asPng();

/**
 * Adds fallback fonts to a drawing, for readers without its fonts.
 * @param {string} svg
 */
export const portable = (svg) =>
  svg.replace(/font-family="([^"]+)"/g, (_, /** @type {string} */ face) =>
    face.startsWith('Besley')
      ? `font-family="${face}, Besley, Georgia, serif"`
      : `font-family="${face}, Arial, sans-serif"`,
  );

/** Icons for home screens, with their sizes in pixels. */
const ICONS = [
  ['icon-192', 192],
  ['icon-512', 512],
  ['apple-touch-icon', 180],
];

/**
 * Returns the favicon on the site's paper colour, with padding that a phone may crop; the tape starts at the
 * edge.
 * @param {string} favicon SVG, 32 by 32
 * @param {string} css the style sheet that defines the tokens
 * @param {number} size in pixels
 */
export function iconOf(favicon, css, size) {
  const paper = /--paper: (#[0-9a-f]{6});/.exec(css)?.[1] ?? '';
  const inside = favicon.replace(/^<svg[^>]*>|<\/svg>\s*$/g, '');
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 32 32"><rect width="32" height="32" fill="${paper}"/><g transform="translate(4.8 4.8) scale(0.7)">${inside.replaceAll('M16 0v16', 'M16 -8v24')}</g></svg>`;
}

/** Writes every card of a build and reports progress. @returns {Promise<number>} exit code */
export async function cards() {
  const list = join(root, 'build/img/cards.json');
  if (!existsSync(list)) {
    console.error('There is no build/img/cards.json: the pages were not written.');
    return 1;
  }
  const drawings = Object.entries(/** @type {Record<string, string>} */ (readJson(list)));
  await withFonts(drawings.map(([, svg]) => svg).join(''), (fontFiles) => {
    // Sections and charts share pictures; render each only once.
    /** @type {Map<string, Buffer>} */
    const done = new Map();
    for (const [index, [name, svg]] of drawings.entries()) {
      const picture = done.get(svg) ?? png(svg, fontFiles);
      done.set(svg, picture);
      const file = join(root, 'build/img', name);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(`${file}.png`, picture);
      // The picture of a chart is also a download, as SVG and at double size.
      if (/\.(light|dark)$/.test(name)) {
        writeFileSync(`${file}.svg`, portable(svg));
        writeFileSync(`${file}@2x.png`, png(svg, fontFiles, 2));
      }
      if ((index + 1) % 10 === 0 || index + 1 === drawings.length)
        console.log(`  ${index + 1} of ${drawings.length} pictures`);
    }
  });
  const [favicon, css] = ['static/favicon.svg', 'src/styles/app.css'].map((file) =>
    readFileSync(join(root, file), 'utf8'),
  );
  for (const [name, size] of ICONS)
    writeFileSync(
      join(root, 'build/img', `${name}.png`),
      png(iconOf(favicon ?? '', css ?? '', Number(size)), []),
    );
  // Only this script uses the drawings.
  rmSync(list, { force: true });
  return 0;
}

if (isProgram(import.meta.url)) process.exitCode = await cards();
