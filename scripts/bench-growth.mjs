// Makes builds whose story has its sections and facts several times, to measure how cost grows with length.
import { cpSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readJson } from './run.mjs';

/** Factors of the story's length. */
export const TIMES = /** @type {const} */ ([1, 4, 16]);

/**
 * Returns the end of the element that starts at a position, after its own closing tag.
 * @param {string} html
 * @param {number} from
 */
function endOf(html, from) {
  let depth = 0;
  for (const { 0: tag, index } of html.slice(from).matchAll(/<\/?section\b/g)) {
    depth += tag.startsWith('</') ? -1 : 1;
    if (depth === 0) return from + index + '</section>'.length;
  }
  throw new RangeError('a section does not end');
}

/** Returns a section with other ids. @param {string} html @param {string} mark suffix of every id */
const renamed = (html, mark) =>
  html
    .replace(/ (id|aria-labelledby|popovertarget|data-section)="([^"]+)"/g, ` $1="$2${mark}"`)
    .replace(/ (href|data-share-url)="(#[^"]+)"/g, ` $1="$2${mark}"`);

/**
 * Returns the story's page with its sections repeated.
 * @param {string} html @param {number} times
 */
export function manyChapters(html, times) {
  const from = html.indexOf('<section class="chapter"');
  const last = html.lastIndexOf('<section class="chapter"');
  const end = endOf(html, last);
  const chapters = html.slice(from, end);
  const copies = Array.from({ length: times - 1 }, (_, index) => renamed(chapters, `-x${index + 2}`));
  return html.slice(0, end) + copies.join('') + html.slice(end);
}

/** @typedef {{ id: string }} Row */
/** @typedef {{ sections: Row[], facts: Record<string, unknown> }} Data the data of the story’s script */

/** @param {unknown} rows @returns {rows is Row[]} */
const isRows = (rows) => Array.isArray(rows);

/**
 * Returns rows repeated with new ids.
 * @template {Row} T
 * @param {T[]} rows
 * @param {number} times
 * @returns {T[]}
 */
const manyRows = (rows, times) =>
  Array.from({ length: times }, (_, index) =>
    index === 0 ? rows : rows.map((row) => ({ ...row, id: `${row.id}-x${index + 1}` })),
  ).flat();

/**
 * Returns the data of the story's script with its sections and facts repeated.
 * @param {Data} data @param {number} times @returns {Data}
 */
export const manyFacts = ({ sections, facts, ...rest }, times) => ({
  ...rest,
  sections: manyRows(sections, times),
  facts: Object.fromEntries(
    Object.entries(facts).map(
      ([file, rows]) => /** @type {const} */ ([file, isRows(rows) ? manyRows(rows, times) : rows]),
    ),
  ),
});

/**
 * Makes a copy of a build whose story is several times as long.
 * @param {string} dir a finished build @param {number} times
 * @returns {string} its folder; the original one for a factor of 1
 */
export function grown(dir, times) {
  if (times === 1) return dir;
  const place = mkdtempSync(join(tmpdir(), `story-${times}-`));
  cpSync(dir, place, { recursive: true });
  const page = join(place, 'index.html');
  writeFileSync(page, manyChapters(readFileSync(page, 'utf8'), times));
  const assets = join(place, 'live/assets');
  for (const name of readdirSync(assets)) {
    const file = join(assets, name);
    if (/^story\.\w+\.json$/.test(name))
      writeFileSync(file, JSON.stringify(manyFacts(/** @type {Data} */ (readJson(file)), times)));
  }
  return place;
}
