import { addresses } from './urls.ts';
import { cases } from './cases.ts';
import { derived } from './comparisons.ts';
import { forces } from './forces.ts';
import { identity } from './ids.ts';
import type { Doc } from './json-file.ts';
import { labels } from './evidence.ts';
import { names } from './references.ts';
import { notices } from './notices.ts';
import { polls } from './polls.ts';
import type { Problem } from './problem.ts';
import { readAll } from './load-files.ts';
import { sums } from './money.ts';
import { text } from './text.ts';
import { time } from './dates.ts';
import { voices } from './stakeholders.ts';

export { formatProblem, rules, type Problem, type Rule } from './problem.ts';

/**
 * Returns all problems in the dataset, in file and text order; an empty list if there are none. Takes raw
 * contents by file name, because parsing hides duplicate keys and byte-order marks. Pure: no input or output,
 * and bad data never makes it throw.
 *
 * Malformed rows are reported and excluded from the other rules. If a whole file is unreadable, only form
 * problems are reported, because every other rule would find missing rows.
 */
export function check(files: ReadonlyMap<string, string | Uint8Array>): Problem[] {
  const reading = readAll(files);
  const judged = reading.readable
    ? [
        ...[identity, names, sums, derived, time, labels, voices, addresses, text],
        ...[forces, polls, notices, cases],
      ].flatMap((rule) => [...rule(reading)])
    : [];
  return inOrder([...reading.problems, ...judged], reading.docs);
}

function inOrder(problems: readonly Problem[], docs: readonly Doc[]): Problem[] {
  const wrong = new Set(problems.map(({ file }) => file));
  const places = new Map(
    docs.filter(({ file }) => wrong.has(file)).map(({ file, nodes }) => [file, placesOf(nodes)] as const),
  );
  return problems
    .map((problem) => ({ problem, place: placeOf(problem.pointer, places.get(problem.file)) }))
    .sort(
      (a, b) =>
        a.problem.file.localeCompare(b.problem.file, 'en') ||
        a.place - b.place ||
        Number(a.problem.rule) - Number(b.problem.rule),
    )
    .map(({ problem }) => problem);
}

/** Returns the position in the text of each pointer's value. */
const placesOf = (nodes: Doc['nodes']) =>
  new Map(nodes.map(({ pointer }, place) => [pointer, place] as const));

/** Returns the position of a pointer; a missing field has the position of its row. */
function placeOf(pointer: string, places: ReadonlyMap<string, number> | undefined): number {
  const place = places?.get(pointer);
  if (place !== undefined || pointer === '') return place ?? 0;
  return placeOf(pointer.slice(0, pointer.lastIndexOf('/')), places);
}
