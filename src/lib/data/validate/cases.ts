import type { Amount, Case, CaseStep } from '../schema.ts';
import type { Row } from './structure.ts';
import { at, problem, show, type Problem } from './problem.ts';
import type { Reading } from './load-files.ts';
import { endOf, startOf } from './dates.ts';

type ById = ReadonlyMap<string, Amount>;

/** The sum in pounds that a route implies. */
const SUM_OF: Readonly<Partial<Record<CaseStep['route'], number>>> = { free: 0, nominal: 1 };

/**
 * Checks each step of each case: rules 075 and 076. Rules 060 and 040 report responses without words or
 * sources.
 */
export function* cases({ cases: all, amounts, timeline }: Reading): Generator<Problem> {
  const amountOf: ById = new Map(amounts.map(({ row }) => [row.id, row]));
  const dateOf = new Map(timeline.map(({ row }) => [row.id, row.date]));
  for (const each of all) {
    if (each.row.steps.length === 0)
      yield wrong(each, ['steps'], 'the case has no step', 'at least one', '[]');
    let before: string | null = null;
    for (const [index, step] of each.row.steps.entries()) {
      yield* made(each, index, step, amountOf);
      yield* route(each, index, step, amountOf);
      const date = dateOf.get(step.event ?? '') ?? amountOf.get(step.amount ?? '')?.date ?? null;
      if (date !== null && before !== null && endOf(date) < startOf(before)) {
        yield wrong(each, ['steps', index], 'a step stands before its turn', `not before ${before}`, date);
      }
      before = date ?? before;
    }
  }
}

function* made(each: Row<Case>, index: number, { amount, upTo, event }: CaseStep, amountOf: ById) {
  if (amount === null && event === null)
    yield wrong(
      each,
      ['steps', index],
      'a step is neither a sum nor an event',
      'an amount or an event',
      'neither',
    );
  if (upTo === null || amountOf.get(amount ?? '')?.overlaps.includes(upTo)) return;
  yield wrong(
    each,
    ['steps', index, 'upTo'],
    'a ceiling is not that of its step’s sum',
    `a row that overlaps ${show(amount)}`,
    show(upTo),
  );
}

function* route(each: Row<Case>, index: number, { amount, route: given }: CaseStep, amountOf: ById) {
  const sum = amountOf.get(amount ?? '')?.amountGBP;
  const due = Object.entries(SUM_OF).find(([, pounds]) => pounds === sum)?.[0];
  if (given in SUM_OF ? due === given : due === undefined) return;
  yield problem('076', at(each, 'steps', index, 'route'), {
    what: 'the route does not fit the sum',
    expected: due ? show(due) : 'a route other than free and nominal',
    got: `${show(given)} for ${show(sum ?? null)} pounds`,
    fix: 'mend the route or name the row that is meant',
  });
}

const wrong = (each: Row<Case>, path: (string | number)[], what: string, expected: string, got: string) =>
  problem('075', at(each, ...path), { what, expected, got, fix: 'see the field cases in data/README.md' });
