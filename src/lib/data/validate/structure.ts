import * as v from 'valibot';
import { isObject, type Doc } from './json-file.ts';
import { at, problem, show, type Place, type Problem } from './problem.ts';
import { isDangerous } from './json-scan.ts';

/** A row that matches its schema, with its place. */
export interface Row<T> extends Place {
  row: T;
}

type Shape = v.GenericSchema;

/**
 * Returns the rows of a file that match the schema; adds the faults of the others to `problems`: rules 007 to
 * 009.
 */
export function rowsOf<S extends Shape>(schema: S, doc: Doc, problems: Problem[]): Row<v.InferOutput<S>>[] {
  if (Array.isArray(doc.value)) {
    return doc.value.flatMap((value: unknown, index) =>
      findFact(schema, at({ file: doc.file, pointer: '' }, index), value, problems),
    );
  }
  problems.push(wrongType({ file: doc.file, pointer: '' }, 'a list of rows', doc.value));
  return [];
}

/** Returns a list with the one row, or an empty list if it does not match the schema. */
export function findFact<S extends Shape>(
  schema: S,
  place: Place,
  value: unknown,
  problems: Problem[],
): Row<v.InferOutput<S>>[] {
  // The schema library treats a list as an object without the fields.
  if (!isObject(value)) {
    problems.push(wrongType(place, 'an object', value));
    return [];
  }
  const result = v.safeParse(schema, value);
  if (result.success) return [{ ...place, row: result.output }];
  problems.push(...result.issues.flatMap((issue) => problemOf(place, issue)));
  return [];
}

function problemOf(row: Place, issue: v.BaseIssue<unknown>): Problem[] {
  const keys = (issue.path ?? []).map((item) => String(item.key));
  const key = keys.at(-1) ?? '';
  const place = at(row, ...keys);
  const expected = issue.expected ?? 'another value';

  if (expected === 'never') {
    // Rule 005 already reports such a key.
    if (isDangerous(key)) return [];
    return [
      problem('007', place, {
        what: 'a field is unknown',
        expected: 'the fields of schema.ts and no others',
        got: show(key),
        fix: 'take it out, mend its name, or add it to schema.ts',
      }),
    ];
  }
  // In JSON, a value is undefined only if its key is missing.
  if (issue.received === 'undefined') {
    return [
      problem('008', place, {
        what: 'a field is missing',
        expected: `the field ${expected}`,
        got: 'no such field',
        fix: 'add it; empty is null or []',
      }),
    ];
  }
  if (key === 'evidence' && issue.type === 'picklist') {
    return [
      problem('046', place, {
        what: 'the label is not one of the record’s',
        expected,
        got: show(issue.input),
        fix: 'choose the label that the sources carry',
      }),
    ];
  }
  return [wrongType(place, expected, issue.input)];
}

const wrongType = (place: Place, expected: string, value: unknown) =>
  problem('009', place, {
    what: 'a value is of the wrong type or not on its list',
    expected,
    got: show(value),
    fix: 'write a value that the field allows',
  });
