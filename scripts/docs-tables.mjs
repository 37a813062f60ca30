// Exists so that docs/benchmarks.md says what was measured: puts tables between their marks.

/**
 * @param {string} text of the page
 * @param {string} what names the place
 * @param {string} tables what goes there
 * @throws {Error} where there is no such place
 */
export function insertTables(text, what, tables) {
  const [begin, end] = [`<!-- ${what}: written by npm run ${what} -- --write -->`, `<!-- /${what} -->`];
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`docs/benchmarks.md has no place for "${what}".`);
  return `${text.slice(0, from + begin.length)}\n\n${tables}\n\n${text.slice(to)}`;
}
