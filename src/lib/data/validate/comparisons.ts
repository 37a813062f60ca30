import type { Amount, Comparison } from '../schema.ts';
import { at, problem, show, type Problem } from './problem.ts';
import type { Reading } from './load-files.ts';
import { numberIn } from './number-words.ts';

/** Checks comparisons, and figures used in prose: rules 028 and 029. */
export function* derived(reading: Reading): Generator<Problem> {
  yield* comparisons(reading);
  yield* figures(reading);
}

function* comparisons({ comparisons: pairs, amounts }: Reading): Generator<Problem> {
  const byId = new Map(amounts.map(({ row }) => [row.id, row]));
  const seen = new Set<string>();
  for (const pair of pairs) {
    const { a, b } = pair.row;
    const [left, right] = [byId.get(a), byId.get(b)];
    // Rule 014 reports missing amounts.
    if (!left || !right) continue;
    const key = [a, b].sort().join(' ');
    const wrong = seen.has(key) ? 'the same pair again' : unfair(pair.row, left, right);
    seen.add(key);
    if (wrong === undefined) continue;
    yield problem('028', pair, {
      what: 'the comparison is not a fair one',
      expected: 'two sums that do not overlap, both there on the same basis',
      got: `${wrong}: ${show(a)} and ${show(b)}`,
      fix: 'compare other sums, or leave the comparison out',
    });
  }
}

/** Returns why two sums cannot be compared, or undefined if they can. */
function unfair({ a, b, basis }: Comparison, left: Amount, right: Amount): string | undefined {
  const field = basis === 'whole' ? 'amountGBP' : 'annualGBP';
  if (a === b) return 'a sum and itself';
  // A ratio to zero is undefined.
  if (!left[field]) return `no ${field} in the first`;
  if (!right[field]) return `no ${field} in the second`;
  if (left.overlaps.includes(b) || right.overlaps.includes(a)) return 'two sums that overlap';
  if (left.state === 'claimed' || right.state === 'claimed') return 'a sum that is only claimed';
  return undefined;
}

function* figures({ figures: all, ids }: Reading): Generator<Problem> {
  for (const figure of all) {
    const { text, value, fact } = figure.row;
    const thing = ids.get(fact)?.thing;
    // Rule 014 reports missing rows, rule 006 numbers that cannot be represented.
    if (!thing || !Number.isFinite(value)) continue;
    const sought = text.toLowerCase();
    const stands = Object.values(thing).some(
      (own) => typeof own === 'string' && own.toLowerCase().includes(sought),
    );
    if (!stands) {
      yield problem('029', at(figure, 'text'), {
        what: 'the words do not stand in the fact’s text',
        expected: `words found in ${fact}`,
        got: show(text),
        fix: 'take the words from the fact as it stands',
      });
    } else if (numberIn(text) !== value) {
      yield problem('029', at(figure, 'value'), {
        what: 'the figure is not what its words say',
        expected: `the first number in ${show(text)}`,
        got: show(value),
        fix: 'let the value follow the words',
      });
    }
  }
}
