import { fileOf } from '../schema.ts';
import type { Node } from './json-file.ts';
import { namesOthers } from './references.ts';
import { at, problem, show, type Place, type Problem, type Rule } from './problem.ts';
import type { Reading } from './load-files.ts';
import { isDateField } from './dates.ts';

/** Maximum length of a row's short label in characters, by file. */
const SHORT: ReadonlyMap<string, number> = new Map([
  [fileOf.amounts, 34],
  [fileOf.timeline, 34],
  [fileOf.stakeholders, 24],
  [fileOf.tensions, 52],
  [fileOf.options, 30],
  [fileOf.questions, 40],
  [fileOf.cases, 24],
]);

/** Our own headings. A source's title is its publisher's and has no length limit. */
const HEADINGS = new Set(['title', 'label', 'name', 'term']);
const HEADING = 90;

interface Fault {
  rule: Rule;
  in: RegExp;
  what: string;
  expected: string;
  fix: string;
}

/** Faults that no text of the dataset may contain. */
const FAULTS: readonly Fault[] = [
  {
    rule: '060',
    in: /^\s*$/,
    what: 'a text is blank',
    expected: 'words, or null where the field allows it',
    fix: 'write it',
  },
  {
    rule: '061',
    in: /<[a-z!/]|&(?:[a-z]+|#\d+|#x[\da-f]+);|\]\(|\*\*|`/i,
    what: 'a text has markup',
    expected: 'plain text',
    fix: 'take the markup out; pages give words their shape',
  },
  {
    rule: '062',
    in: /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\ufffd]/u,
    what: 'a text has control, invisible or direction-changing characters',
    expected: 'characters that can be seen',
    fix: 'type the text anew',
  },
  {
    rule: '063',
    in: /\b(?:TBC|TBD|TODO|FIXME|XXX|N\/A|lorem|ipsum|placeholder)\b|\?\?\?/i,
    what: 'a text is a placeholder',
    expected: 'the words themselves, or null where the field allows it',
    fix: 'write it, or leave the row out until it can be written',
  },
  {
    rule: '067',
    in: /\billustrative\b/i,
    what: 'the record calls something illustrative',
    expected: 'facts; models are the pages’ own',
    fix: 'take it out of the record',
  },
  {
    rule: '068',
    in: /^\s|\s$|\s\s/,
    what: 'a text has stray spaces',
    expected: 'single spaces, none at the ends',
    fix: 'take them out',
  },
];

/** Words that overstate the facts, or contradict the dataset. */
const RULED_OUT = /\b(?:cancel\w*|veto\w*|axed|scrap\w*|sued?|illegal\w*)\b/i;

/** Checks the content of texts: rules 060 to 069. */
export function* text(reading: Reading): Generator<Problem> {
  for (const { file, nodes } of reading.docs) {
    for (const node of nodes) {
      if (typeof node.value !== 'string' || isCode(node.key)) continue;
      const place = { file, pointer: node.pointer };
      yield* faults(place, node.value);
      yield* heading(place, node, node.value);
      yield* question(place, node, node.value);
    }
  }
  const { amounts, timeline, stakeholders, points, questions, cases } = reading;
  for (const rows of [amounts, timeline, stakeholders, points, questions, cases]) yield* shorts(rows);
}

/** Returns whether a field holds ids, dates or labels, which other rules check. */
const isCode = (key: string) => key === 'id' || key === 'evidence' || namesOthers(key) || isDateField(key);

function* faults(place: Place, value: string): Generator<Problem> {
  for (const { rule, in: fault, what, expected, fix } of FAULTS) {
    // A blank text needs no further report.
    if (fault.test(value)) {
      yield problem(rule, place, { what, expected, got: show(value), fix });
      if (rule === '060') return;
    }
  }
  if (value !== value.normalize('NFC')) {
    yield problem('068', place, {
      what: 'a text is not in composed form',
      expected: show(value.normalize('NFC')),
      got: `${show(value)}, with letters and accents apart`,
      fix: 'normalise it to NFC',
    });
  }
}

function* heading(place: Place, { key }: Node, value: string): Generator<Problem> {
  const limit = key === 'short' ? SHORT.get(place.file) : HEADINGS.has(key) ? HEADING : undefined;
  if (limit === undefined || value.length <= limit || place.file === fileOf.sources) return;
  yield problem('064', place, {
    what: 'a heading or label is too long',
    expected: `at most ${limit} characters`,
    got: `${value.length}: ${show(value)}`,
    fix: 'say it shorter; the rest belongs in the summary or the note',
  });
}

function* question(place: Place, { key, pointer }: Node, value: string): Generator<Problem> {
  const asks = key === 'question' || (key === 'text' && pointer.includes('/questions/'));
  if (!asks || value.endsWith('?')) return;
  yield problem('069', place, {
    what: 'a question does not ask',
    expected: 'a question mark at the end',
    got: show(value),
    fix: 'put it as a question',
  });
}

function* shorts(rows: readonly (Place & { row: { id: string; short: string } })[]): Generator<Problem> {
  const seen = new Map<string, string>();
  for (const place of rows) {
    const { id, short } = place.row;
    if (/[\d£€$%]/.test(short) || RULED_OUT.test(short)) {
      yield problem('065', at(place, 'short'), {
        what: 'a short label has a figure or a word that the record rules out',
        expected: 'plain words; figures come from the row, and what was refused was not cancelled',
        got: show(short),
        fix: 'say it in other words',
      });
    }
    const first = seen.get(short.toLowerCase());
    if (first !== undefined) {
      yield problem('066', at(place, 'short'), {
        what: 'a short label stands twice in its file',
        expected: `a label that ${first} does not have`,
        got: show(short),
        fix: 'tell the two apart',
      });
    }
    seen.set(short.toLowerCase(), first ?? id);
  }
}
