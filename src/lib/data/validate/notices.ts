import { at, problem, show, type Problem } from './problem.ts';
import type { Reading } from './load-files.ts';

/** Checks notices against their sources: rule 074. */
export function* notices({ notices: all, sources }: Reading): Generator<Problem> {
  const byId = new Map(sources.map(({ row }) => [row.id, row]));
  for (const notice of all) {
    const { number, date, source: id } = notice.row;
    const source = byId.get(id);
    // Rule 012 reports a missing source.
    if (!source) continue;
    if (!source.url?.includes(number)) {
      yield problem('074', at(notice, 'number'), {
        what: 'the number of the notice is not in its source’s address',
        expected: `a number that stands in ${show(source.url)}`,
        got: show(number),
        fix: 'name the source of this notice, or mend the number',
      });
    }
    if (source.kind !== 'official') {
      yield problem('074', at(notice, 'source'), {
        what: 'the source of a notice is not the public body’s own',
        expected: 'a source of kind official',
        got: `${show(id)}, of kind ${source.kind}`,
        fix: 'name the notice itself as its source',
      });
    }
    if (source.published !== date) {
      yield problem('074', at(notice, 'date'), {
        what: 'the notice and its source have two days',
        expected: show(source.published),
        got: show(date),
        fix: 'mend the one that is wrong',
      });
    }
  }
}
