import * as v from 'valibot';
import { isObject, type Doc } from './json-file.ts';
import { at, problem, show, type Place, type Problem } from './problem.ts';
import { isDangerous } from './json-scan.ts';

/** A row that has its shape, and where it stands. */
export interface Row<T> extends Place {
  row: T;
}

type Shape = v.GenericSchema;

/** The rows of a file that have their shape; what is wrong with the others goes to `problems`: rules 007 to 009. */
export function rowsOf<S extends Shape>(schema: S, doc: Doc, problems: Problem[]): Row<v.InferOutput<S>>[] {
  if (Array.isArray(doc.value)) {
    return doc.value.flatMap((value: unknown, index) =>
      findFact(schema, at({ file: doc.file, pointer: '' }, index), value, problems),
    );
  }
  problems.push(wrongType({ file: doc.file, pointer: '' }, 'a list of rows', doc.value));
  return [];
}

/** One row, in a list of one; or an empty list, where it has not its shape. */
export function findFact<S extends Shape>(
  schema: S,
  place: Place,
  value: unknown,
  problems: Problem[],
): Row<v.InferOutput<S>>[] {
  // To the schema library a list is an object without the fields.
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
    // Such a key is already told by rule 005.
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
  // JSON has no other way of being undefined than not to be there.
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
