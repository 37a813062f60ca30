import type { Node } from './json-file.ts';
import { at, problem, show, type Place, type Problem } from './problem.ts';
import type { Kind, Reading } from './load-files.ts';

/** Kinds that make a statement, and so can replace a claim or contain a figure. */
const STATEMENTS: readonly Kind[] = [
  'amounts',
  'timeline',
  'stakeholders',
  'arguments',
  'tensions',
  'options',
  'glossary',
  'point',
];

/** The kinds that each reference field may name. */
const NAMES: ReadonlyMap<string, readonly Kind[]> = new Map<string, readonly Kind[]>([
  ['sources', ['sources']],
  ['counterSources', ['sources']],
  ['answerSources', ['sources']],
  ['source', ['sources']],
  ['partOf', ['amounts']],
  ['overlaps', ['amounts']],
  ['a', ['amounts']],
  ['b', ['amounts']],
  ['amount', ['amounts']],
  ['upTo', ['amounts']],
  ['event', ['timeline']],
  ['countsAs', ['stakeholders']],
  ['arguments', ['arguments']],
  ['madeBy', ['stakeholders']],
  ['counterBy', ['stakeholders']],
  ['replacedBy', STATEMENTS],
  ['fact', STATEMENTS],
  ['points', ['point']],
  ['facts', STATEMENTS],
]);

/** Returns whether a field holds the ids of other rows. */
export const namesOthers = (key: string): boolean => NAMES.has(key);

/** Checks references between rows: rules 012 to 018. */
export function* names(reading: Reading): Generator<Problem> {
  for (const { file, nodes } of reading.docs) {
    for (const node of nodes) {
      const place = { file, pointer: node.pointer };
      if (Array.isArray(node.value)) yield* twice(place, node.value);
      else if (NAMES.has(node.key) && typeof node.value === 'string') yield* named(reading, place, node);
    }
  }
  yield* unusedSources(reading);
  yield* circles(reading);
  yield* overlaps(reading);
}

/** Returns the index of the row that contains a place. */
const rowIn = ({ pointer }: Place) => pointer.split('/')[1];

function* named({ ids }: Reading, place: Place, { key, value }: Node): Generator<Problem> {
  const kinds = NAMES.get(key) ?? [];
  const target = ids.get(String(value));
  // A question may weigh only points of its own tension.
  const foreign =
    key === 'points' && target && (target.file !== place.file || rowIn(target) !== rowIn(place));
  if (target && kinds.includes(target.kind) && !foreign) return;
  const got = target ? `${show(value)}, one of ${target.kind}` : show(value);
  if (kinds.includes('sources')) {
    yield problem('012', place, {
      what: 'a source is named that is not there',
      expected: 'an id in sources.json',
      got,
      fix: 'add the source or mend its id',
    });
  } else {
    yield problem('014', place, {
      what: 'what is named is not there, or is of another kind',
      expected: `an id of ${kinds.join(', ')}${foreign ? ' in this row' : ''}`,
      got,
      fix: 'add the row or mend its id',
    });
  }
}

function* twice(place: Place, list: readonly unknown[]): Generator<Problem> {
  for (const [index, entry] of list.entries()) {
    if (typeof entry !== 'string' || list.indexOf(entry) === index) continue;
    yield problem('018', at(place, index), {
      what: 'a list names the same thing twice',
      expected: 'each entry once',
      got: show(entry),
      fix: 'take the second out',
    });
  }
}

function* unusedSources({ docs, ids }: Reading): Generator<Problem> {
  const used = new Set<unknown>();
  for (const { nodes } of docs) {
    for (const { key, value } of nodes) if (NAMES.get(key)?.includes('sources')) used.add(value);
  }
  for (const [id, entry] of ids) {
    if (entry.kind !== 'sources' || used.has(id)) continue;
    yield problem('013', entry, {
      what: 'no row uses the source',
      expected: 'at least one row that rests on it',
      got: show(id),
      fix: 'name it where it is used, or take it out',
    });
  }
}

function* circles({ amounts, stakeholders, ids }: Reading): Generator<Problem> {
  const circle = (place: Place, what: string, got: string) =>
    problem('015', place, { what, expected: 'another row', got, fix: 'name the row that is meant, or none' });

  for (const amount of amounts) {
    const { id, partOf, overlaps: others } = amount.row;
    const path = [id];
    let whole: unknown = partOf;
    while (typeof whole === 'string' && !path.includes(whole)) {
      path.push(whole);
      whole = ids.get(whole)?.thing['partOf'];
    }
    if (whole === id) {
      yield circle(at(amount, 'partOf'), 'a sum is a part of itself', [...path, id].join(' → '));
    }
    const self = others.indexOf(id);
    if (self >= 0) yield circle(at(amount, 'overlaps', self), 'a sum overlaps itself', show(id));
  }
  for (const stakeholder of stakeholders) {
    const voice = ids.get(stakeholder.row.countsAs)?.thing;
    if (!voice || voice['countsAs'] === voice['id']) continue;
    const got = `${String(voice['id'])} → ${String(voice['countsAs'])}`;
    yield circle(at(stakeholder, 'countsAs'), 'a row counts as one that counts as another', got);
  }
}

function* overlaps({ amounts, ids }: Reading): Generator<Problem> {
  for (const amount of amounts) {
    const { id, partOf, overlaps: others } = amount.row;
    for (const [index, other] of others.entries()) {
      const back = ids.get(other)?.thing['overlaps'];
      if (!Array.isArray(back) || back.includes(id)) continue;
      yield problem('016', at(amount, 'overlaps', index), {
        what: 'an overlap is written in one row only',
        expected: `${show(id)} among the overlaps of ${other}`,
        got: show(back),
        fix: 'write it in both rows',
      });
    }
    if (partOf === null || others.includes(partOf)) continue;
    yield problem('017', at(amount, 'partOf'), {
      what: 'a part does not overlap its whole',
      expected: `${show(partOf)} among the overlaps of ${id}`,
      got: show(others),
      fix: 'write the overlap in both rows, so that nobody adds them',
    });
  }
}
