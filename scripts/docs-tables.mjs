// Inserts tables between their markers in a Markdown page, such as docs/benchmarks.md.

/**
 * @param {string} text of the page
 * @param {string} what name of the marker
 * @param {string} tables the new content
 * @throws {Error} if the text has no such marker
 */
export function insertTables(text, what, tables) {
  const [begin, end] = [`<!-- ${what}: written by npm run ${what} -- --write -->`, `<!-- /${what} -->`];
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`docs/benchmarks.md has no place for "${what}".`);
  return `${text.slice(0, from + begin.length)}\n\n${tables}\n\n${text.slice(to)}`;
}
