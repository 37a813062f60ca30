import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { check, formatProblem } from '$lib/data/validate/index.ts';
import { isObject } from '$lib/data/validate/json-file.ts';
import { readRecord } from '$lib/data/validate/cli.ts';
import { DEFECTS, LISTS, RAW, type Loose } from './defects.ts';
import { dataDir } from './fixtures.ts';

const valid = new Map(
  [...readRecord(dataDir)].map(([file, raw]) => [file, new TextDecoder().decode(raw)] as const),
);

/** The rows of a file, fresh each time so that they can be spoilt. */
function rowsOf(file: string): Loose[] {
  const rows: unknown = JSON.parse(valid.get(file) ?? '[]');
  return Array.isArray(rows) ? rows.filter(isObject) : [];
}

/** One defect for a file: which way, in which row, and with what choice where the way has several. */
const choice = fc.noBias(fc.record({ way: fc.nat(), row: fc.nat(), pick: fc.nat() }));

it('finds every planted defect, one in each list of the record at once, in its file and at its place', () => {
  const planted = new Map<string, number>();
  fc.assert(
    fc.property(fc.tuple(...LISTS.map(() => choice)), (choices) => {
      const files = new Map<string, string>(valid);
      const expected = choices.flatMap(({ way, row, pick }, list) => {
        const file = LISTS[list] ?? '';
        const ways = DEFECTS.filter(({ files: apply }) => apply.includes(file));
        const chosen = ways[way % ways.length];
        const rows = rowsOf(file);
        const place = chosen?.plant(rows, row % rows.length, pick);
        if (!chosen || !place) return [];
        files.set(file, JSON.stringify(rows, null, 2));
        planted.set(chosen.name, (planted.get(chosen.name) ?? 0) + 1);
        return [{ file, name: chosen.name, ...place }];
      });

      const problems = check(files);
      for (const { file, name, pointer, rules } of expected) {
        const found = problems.some(
          (problem) =>
            problem.file === file &&
            `${problem.pointer}/`.startsWith(`${pointer}/`) &&
            rules.includes(problem.rule),
        );
        if (!found) {
          const told = problems.map(formatProblem).join('\n');
          throw new Error(`${name} in ${file}#${pointer}, but only:\n${told}`);
        }
      }
    }),
    // A fixed seed: a build that fails today must fail tomorrow.
    { numRuns: 175, seed: 20261123 },
  );

  const total = [...planted.values()].reduce((sum, count) => sum + count, 0);
  expect(total).toBeGreaterThanOrEqual(2000);
  expect([...planted.keys()].sort()).toEqual([...new Set(DEFECTS.map(({ name }) => name))].sort());
}, 60_000);

test.each(RAW)('sees what parsing would hide or choke on: $name', ({ rule, change }) => {
  for (const file of ['amounts.json', 'figures.json', 'dataset.json']) {
    const text = valid.get(file) ?? '';
    const problems = check(new Map<string, string | Uint8Array>([...valid, [file, change(text)]]));
    expect(problems.filter((problem) => problem.file === file).map((problem) => problem.rule)).toContain(
      rule,
    );
  }
});

it('never throws, whatever the files hold', () => {
  // Some files may have no rows (see edge/): an empty list is sound.
  const json = fc.json().filter((text) => text.trim() !== '[]');
  const raw = fc.oneof(fc.string(), json, fc.uint8Array({ maxLength: 64 }));
  fc.assert(
    fc.property(fc.constantFrom(...valid.keys()), raw, (file, content) => {
      expect(check(new Map<string, string | Uint8Array>([...valid, [file, content]])).length).toBeGreaterThan(
        0,
      );
    }),
    { numRuns: 40, seed: 20261123 },
  );
});
