import { isObject } from './json-file.ts';
import { problem, show, type Place, type Problem } from './problem.ts';
import type { Entry, Kind, Reading } from './load-files.ts';

const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Id prefixes that some files require. */
const PREFIXES: Readonly<Partial<Record<Kind, string>>> = {
  questions: 'q-',
  figures: 'fig-',
  comparisons: 'cmp-',
  glossary: 'term-',
  forces: 'pf-',
  polls: 'poll-',
  notices: 'notice-',
  cases: 'case-',
};

/** Checks ids: rules 010, 011 and 019. */
export function* identity({ docs, ids }: Reading): Generator<Problem> {
  for (const { file, nodes } of docs) {
    const around = new Map(nodes.map((node) => [node.pointer, node.value]));
    for (const { key, value: id, pointer } of nodes) {
      if (key !== 'id' || typeof id !== 'string') continue;
      const place = { file, pointer };
      const entry = ids.get(id);
      yield* wellFormed(place, id);
      if (!entry) continue;
      if (entry.file === file && `${entry.pointer}/id` === pointer) yield* inFamily(place, id, entry, around);
      else yield* usedTwice(place, id, entry);
    }
  }
}

function* wellFormed(place: Place, id: string): Generator<Problem> {
  if (ID.test(id) && id.length >= 2 && id.length <= 60) return;
  yield problem('010', place, {
    what: 'the id is not well formed',
    expected: '2–60 small letters and digits, joined by single hyphens',
    got: show(id),
    fix: 'mend the id; once published it stays',
  });
}

function* usedTwice(place: Place, id: string, first: Place): Generator<Problem> {
  yield problem('011', place, {
    what: 'the id is used twice',
    expected: 'an id that no other row has',
    got: `${show(id)}, which is also ${first.file}#${first.pointer}`,
    fix: 'give the newer row another id',
  });
}

function* inFamily(
  place: Place,
  id: string,
  { kind, pointer }: Entry,
  around: ReadonlyMap<string, unknown>,
): Generator<Problem> {
  // The parent of a point is its side or option; the parent of a question to weigh is its tension.
  const parent =
    kind === 'point' || kind === 'weighing' ? around.get(pointer.replace(/\/[a-z]+\/\d+$/, '')) : null;
  const prefix = isObject(parent) ? `${String(parent['id'])}-` : PREFIXES[kind];
  if (prefix === undefined || id.startsWith(prefix)) return;
  yield problem('019', place, {
    what: 'the id does not begin with its family',
    expected: `an id that begins with ${show(prefix)}`,
    got: show(id),
    fix: 'mend the id before it is published',
  });
}
