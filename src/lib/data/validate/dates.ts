import { fileOf } from '../schema.ts';
import type { Node } from './json-file.ts';
import { at, problem, show, type Place, type Problem } from './problem.ts';
import type { Reading } from './load-files.ts';

const DATES = new Set([
  'date',
  'endDate',
  'knownFrom',
  'periodStart',
  'periodEnd',
  'statedOn',
  'published',
  'cutOff',
  'compiled',
  'on',
]);

/** Fields for the date on which something happened, was said or became known. */
const FACT_DATES = new Set(['date', 'endDate', 'knownFrom', 'statedOn']);

/** The date field that each precision field describes. */
const DATE_OF: ReadonlyMap<string, string> = new Map([
  ['datePrecision', 'date'],
  ['endPrecision', 'endDate'],
  ['statedOnPrecision', 'statedOn'],
]);

const PRECISIONS: ReadonlyMap<unknown, number> = new Map<unknown, number>([
  ['year', 4],
  ['month', 7],
  ['day', 10],
]);

/** Returns whether a field holds a date. */
export const isDateField = (key: string): boolean => DATES.has(key);

const isWritten = (value: string) => /^\d{4}(?:-\d{2}){0,2}$/.test(value);

function isReal(value: string): boolean {
  const [year = 0, month = 1, day = 1] = value.split('-').map(Number);
  // `Date` turns a day that does not exist into a day of another month.
  return year >= 1900 && year < 2100 && new Date(Date.UTC(year, month - 1, day)).getUTCMonth() === month - 1;
}

/** Returns whether a value is a comparable date; rules 030 and 031 report the others. */
const isDate = (value: unknown): value is string =>
  typeof value === 'string' && isWritten(value) && isReal(value);

// A partial date spans its month or year. These are comparison keys, not dates: there is no 31 June.
export const startOf = (date: string): string => date + '-01-01'.slice(date.length - 4);
export const endOf = (date: string): string => date + '-12-31'.slice(date.length - 4);

/** Checks dates and their order: rules 030 to 037. */
export function* time(reading: Reading): Generator<Problem> {
  for (const { file, nodes } of reading.docs) {
    for (const node of nodes) {
      if (DATES.has(node.key) && typeof node.value === 'string')
        yield* date({ file, pointer: node.pointer }, node.value);
      else if (DATE_OF.has(node.key)) yield* precision({ file, pointer: node.pointer }, node);
      else if (node.key === 'time' && typeof node.value === 'string')
        yield* timeOfDay({ file, pointer: node.pointer }, node.value);
    }
  }
  for (const amount of reading.amounts) {
    yield* ends(at(amount, 'periodEnd'), amount.row.periodStart, amount.row.periodEnd);
  }
  for (const event of reading.timeline) yield* ends(at(event, 'endDate'), event.row.date, event.row.endDate);
  yield* events(reading);
  yield* limits(reading);
  yield* updates(reading);
}

function* date(place: Place, value: string): Generator<Problem> {
  if (!isWritten(value)) {
    yield problem('030', place, {
      what: 'this is not a date of the record',
      expected: 'YYYY-MM-DD, YYYY-MM or YYYY',
      got: show(value),
      fix: 'write as much of the date as is known, and null if none is',
    });
  } else if (!isReal(value)) {
    yield problem('031', place, {
      what: 'there is no such date',
      expected: 'a date of the calendar, from 1900 to 2099',
      got: show(value),
      fix: 'look the date up again',
    });
  }
}

function* timeOfDay(place: Place, value: string): Generator<Problem> {
  if (/^(?:[01]\d|2[0-3]):[0-5]\d$/.test(value)) return;
  yield problem('039', place, {
    what: 'this is not a time of day',
    expected: 'HH:MM, from 00:00 to 23:59',
    got: show(value),
    fix: 'write the time that the document gives, in London',
  });
}

function* precision(place: Place, { key, value, within }: Node): Generator<Problem> {
  const date = within[DATE_OF.get(key) ?? ''];
  const length = typeof date === 'string' ? date.length : undefined;
  if (PRECISIONS.get(value) === length) return;
  const word = [...PRECISIONS].find(([, each]) => each === length)?.[0] ?? null;
  yield problem('032', place, {
    what: 'the precision is not that of its date',
    expected: show(word),
    got: `${show(value)} beside ${show(date)}`,
    fix: 'let the precision follow the date; a partial date stays partial',
  });
}

function* ends(place: Place, start: string | null, end: string | null): Generator<Problem> {
  if (!isDate(start) || !isDate(end) || endOf(end) >= startOf(start)) return;
  yield problem('033', place, {
    what: 'the end is before the start',
    expected: `a date not before ${start}`,
    got: show(end),
    fix: 'mend the one that is wrong',
  });
}

function* events({ timeline }: Reading): Generator<Problem> {
  for (const [index, event] of timeline.entries()) {
    const { date, knownFrom } = event.row;
    const before = timeline[index - 1]?.row;
    if (before && isDate(date) && isDate(before.date) && before.date > date) {
      yield problem('034', at(event, 'date'), {
        what: 'the event stands before its turn',
        expected: `a date not before ${before.date}, that of ${before.id}`,
        got: show(date),
        fix: 'move the row to its place in time',
      });
    }
    if (isDate(knownFrom) && isDate(date) && endOf(knownFrom) < startOf(date)) {
      yield problem('036', at(event, 'knownFrom'), {
        what: 'the event is known before it happens',
        expected: `a date not before ${date}`,
        got: show(knownFrom),
        fix: 'mend the one that is wrong',
      });
    }
  }
}

/** Checks that nothing is dated after the cut-off and nothing was read after the compilation date. */
function* limits({ docs, record: [info] }: Reading): Generator<Problem> {
  if (!info || !isDate(info.row.cutOff) || !isDate(info.row.compiled)) return;
  const { cutOff, compiled } = info.row;
  for (const { file, nodes } of docs) {
    for (const { key, value, pointer } of nodes) {
      const place = { file, pointer };
      const isFact = FACT_DATES.has(key);
      if ((!isFact && key !== 'published' && key !== 'cutOff') || !isDate(value)) continue;
      if (isFact && startOf(value) > endOf(cutOff)) {
        yield problem('035', place, {
          what: 'a fact is dated after the record’s cut-off',
          expected: `a date not after ${cutOff}`,
          got: show(value),
          fix: 'leave it out, or move the cut-off in dataset.json and look for what else has happened',
        });
      } else if (!isFact && startOf(value) > endOf(compiled)) {
        yield problem('037', place, {
          what: 'a date is later than the day the record was compiled',
          expected: `a date not after ${compiled}`,
          got: show(value),
          fix: 'mend the date, or compile the record anew',
        });
      }
    }
  }
}

function* updates({ updates: rows, record: [info] }: Reading): Generator<Problem> {
  if (rows[0]?.row.kind !== 'published') {
    yield problem(
      '038',
      { file: fileOf.updates, pointer: '' },
      {
        what: 'the publication is not the first update',
        expected: 'a first row of the kind published',
        got: show(rows[0]?.row.kind ?? null),
        fix: 'begin with the day of publication',
      },
    );
  }
  for (const [index, update] of rows.entries()) {
    const { on, kind, was, facts } = update.row;
    const before = rows[index - 1]?.row.on ?? info?.row.compiled ?? '';
    if (isDate(on) && isDate(before) && on < before) {
      yield problem('038', at(update, 'on'), {
        what: 'an update stands before its turn',
        expected: `a day not before ${before}`,
        got: show(on),
        fix: 'add updates at the end, with the day on which they are published',
      });
    }
    if ((kind === 'corrected') === (was !== null && facts.length > 0)) continue;
    yield problem('038', at(update, 'was'), {
      what: 'an update and its kind do not go together',
      expected: 'what stood before and the rows changed of a correction, and of nothing else',
      got: `${show(was)} and ${facts.length} rows of one ${kind}`,
      fix: 'say what stood there, or mend the kind',
    });
  }
}
