import type { Amount } from '../schema.ts';
import type { Row } from './structure.ts';
import { at, problem, show, type Problem } from './problem.ts';
import type { Reading } from './load-files.ts';
import { sumsIn } from './number-words.ts';

/**
 * Amounts that are the sum of their parts, with the allowed difference in pounds. The parts of the refused
 * contract add up to £50.1m; outlets round it to £50m. The two contracts of Homes for Ukraine add up exactly.
 */
export const splits: Readonly<Record<string, number>> = { 'met-palantir-ceiling': 100_000, 'pal-hfu': 0 };

/** The state of the money, for each basis that allows only one. */
const STATE_OF: Readonly<Partial<Record<Amount['basis'], Amount['state']>>> = {
  threshold: 'rule',
  refused: 'refused',
  spent: 'spent',
  claim: 'claimed',
  pledge: 'planned',
};

const DAY_MS = 86_400_000;
const YEAR_MS = 365.25 * DAY_MS;

type ById = ReadonlyMap<string, Row<Amount>>;

/** Checks sums, ranges, averages and parts: rules 020 to 027. */
export function* sums(reading: Reading): Generator<Problem> {
  const byId = new Map(reading.amounts.map((amount) => [amount.row.id, amount]));
  for (const amount of reading.amounts) {
    yield* wholePounds(amount);
    yield* sumInWords(amount);
    yield* range(amount);
    yield* state(amount);
    yield* qualifier(amount);
    yield* yearly(amount);
    yield* part(amount, byId);
  }
  yield* splitsAddUp(reading, byId);
}

const isPounds = (sum: number) => Number.isInteger(sum) && sum >= 0;

function* wholePounds(amount: Row<Amount>): Generator<Problem> {
  for (const field of ['amountGBP', 'lowGBP', 'highGBP', 'annualGBP'] as const) {
    const sum = amount.row[field];
    if (sum === null || isPounds(sum)) continue;
    yield problem('020', at(amount, field), {
      what: 'money is negative or not in whole pounds',
      expected: 'whole pounds, 0 or more',
      got: show(sum),
      fix: 'write pounds, not millions or pence; who pays whom is said in payer and supplier',
    });
  }
}

function* sumInWords(amount: Row<Amount>): Generator<Problem> {
  const { amountGBP, lowGBP, highGBP, amountText } = amount.row;
  const held = amountGBP === null ? [lowGBP, highGBP].filter((sum) => sum !== null) : [amountGBP];
  const said = sumsIn(amountText).map(Math.round);
  if (said.join() === held.join() || !held.every(isPounds)) return;
  yield problem('021', at(amount, 'amountText'), {
    what: 'the sum in words is not the sum in figures',
    expected: held.length ? `the sum £${held.join(' and £')}` : 'no sum',
    got: show(amountText),
    fix: 'mend the one that is wrong; both are in pounds',
  });
}

function* range(amount: Row<Amount>): Generator<Problem> {
  const { amountGBP: sum, lowGBP: low, highGBP: high } = amount.row;
  if (low === null && high === null) return;
  if (low !== null && high !== null && low <= (sum ?? low) && low <= high && (sum ?? high) <= high) return;
  yield problem('022', at(amount, 'lowGBP'), {
    what: 'the range is half, turned round, or beside its sum',
    expected: 'lowGBP ≤ amountGBP ≤ highGBP',
    got: `${low} ≤ ${sum} ≤ ${high}`,
    fix: 'give both ends in order, or neither',
  });
}

const hasNoSum = ({ amountGBP, lowGBP, highGBP, annualGBP }: Amount) =>
  [amountGBP, lowGBP, highGBP, annualGBP].every((sum) => sum === null);

function* state(amount: Row<Amount>): Generator<Problem> {
  const { basis, state: given } = amount.row;
  const due = hasNoSum(amount.row) ? 'unknown' : STATE_OF[basis];
  if (due ? given === due : given !== 'unknown') return;
  yield problem('023', at(amount, 'state'), {
    what: 'the state does not fit the sum or its basis',
    expected: due ? show(due) : 'a state other than "unknown", since there is a sum',
    got: show(given),
    fix: 'see the states in data/README.md',
  });
}

function* qualifier(amount: Row<Amount>): Generator<Problem> {
  const { amountGBP, lowGBP, qualifier: given } = amount.row;
  const none = hasNoSum(amount.row);
  const isRange = amountGBP === null && lowGBP !== null;
  if ((given === 'range') === isRange && (given !== 'unknown' || none)) return;
  yield problem('023', at(amount, 'qualifier'), {
    what: 'the qualifier does not fit the sum',
    expected: isRange ? '"range"' : none ? '"unknown", or "exact" for a headcount' : 'a word for one sum',
    got: show(given),
    fix: 'choose the qualifier that fits',
  });
}

function* yearly(amount: Row<Amount>): Generator<Problem> {
  const { amountGBP, annualGBP, amountText, periodStart, periodEnd } = amount.row;
  if (annualGBP === null) return;
  if (amountGBP === null || annualGBP > amountGBP) {
    yield problem('026', at(amount, 'annualGBP'), {
      what: 'a yearly sum stands alone or is larger than the whole',
      expected: amountGBP === null ? 'null, as there is no whole sum' : `at most ${amountGBP} pounds`,
      got: show(annualGBP),
      fix: 'give the whole sum, or leave the yearly one null',
    });
    return;
  }
  // A sum stated "a year" is not an average; a period known only by month or year is too imprecise to check.
  if (periodStart?.length !== 10 || periodEnd?.length !== 10 || amountText.includes('a year')) return;
  const years = (Date.parse(periodEnd) - Date.parse(periodStart) + DAY_MS) / YEAR_MS;
  const average = amountGBP / years;
  // Not `<=`: a date that does not exist makes the average NaN, and another rule reports that date.
  if (!(Math.abs(average - annualGBP) > average * 0.005)) return;
  yield problem('027', at(amount, 'annualGBP'), {
    what: 'the yearly sum is not the whole over its period',
    expected: `about ${Math.round(average)} pounds, for ${years.toFixed(2)} years`,
    got: show(annualGBP),
    fix: 'work the average out again, or mend the period',
  });
}

function* part(amount: Row<Amount>, byId: ById): Generator<Problem> {
  const { partOf, amountGBP: sum } = amount.row;
  const limit = byId.get(partOf ?? '')?.row.amountGBP ?? null;
  if (limit === null || (sum ?? 0) <= limit) return;
  yield problem('024', at(amount, 'amountGBP'), {
    what: 'a part is larger than its whole',
    expected: `at most ${limit} pounds, the sum of ${partOf}`,
    got: show(sum),
    fix: 'mend the sum, or say that it is no part',
  });
}

function* splitsAddUp({ amounts, problems }: Reading, byId: ById): Generator<Problem> {
  for (const [id, tolerance] of Object.entries(splits)) {
    const whole = byId.get(id);
    const stated = whole?.row.amountGBP ?? null;
    // A malformed part would look like a missing part.
    if (!whole || stated === null || problems.some(({ file }) => file === whole.file)) continue;
    const parts = amounts.filter(({ row }) => row.partOf === id).map(({ row }) => row.amountGBP ?? 0);
    const total = parts.reduce((sum, each) => sum + each, 0);
    if (Math.abs(total - stated) <= tolerance) continue;
    yield problem('025', at(whole, 'amountGBP'), {
      what: 'the parts do not add up to the whole',
      expected: `${total} pounds, give or take ${tolerance}: ${parts.join(' + ')}`,
      got: show(stated),
      fix: 'mend the sums, or the tolerance in check/sums.ts with its reason',
    });
  }
}
