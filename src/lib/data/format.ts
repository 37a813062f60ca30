import { latest } from './partial-dates.ts';
import { getById, findFact, weakestEvidence } from './lookup.ts';
import type { Amount, DatedEvent, Evidence, Dataset, HiddenReason } from './schema.ts';

/** A figure as text and charts print it, with its evidence. */
export interface ResolvedValue {
  /** The printed text, with non-breaking spaces where a line break would be confusing. */
  text: string;
  evidence: Evidence | null;
  /** Ids in `sources.json`. */
  sources: readonly string[];
  /** Date on which all of it was public; null if unknown. */
  knownFrom: string | null;
  /** Why the filter hides it, or null if it is visible. */
  hiddenReason: HiddenReason | null;
}

/** Value of one square in every money chart, in pounds: the sign-off threshold (`ctx-mopac-500k`). */
export const SQUARE_GBP = 500_000;

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
const WORDS =
  'none one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  );
const TENS = '- - twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

/** Returns a whole number in words up to a hundred, in digits above that. */
export function numberToWords(count: number): string {
  if (count <= 20) return WORDS[count] ?? String(count);
  if (count === 100) return 'a hundred';
  const unit = count % 10;
  const tens = TENS[Math.floor(count / 10)];
  return tens ? tens + (unit ? `-${WORDS[unit] ?? ''}` : '') : String(count);
}

/** Rounds to three significant figures, without trailing zeros. */
const rounded = (value: number): string => String(Number(value.toPrecision(3)));

/** Shared because creating a formatter costs more than formatting a hundred numbers. */
const DIGITS = new Intl.NumberFormat('en-GB');

/** Formats pounds: `£500,000`, `£25.3m`, `£3.5bn`. `long` spells out million and billion. */
export function formatPounds(value: number, long = false): string {
  if (value >= 1e9) return `£${rounded(value / 1e9)}${long ? '\u00a0billion' : 'bn'}`;
  if (value >= 1e6) return `£${rounded(value / 1e6)}${long ? '\u00a0million' : 'm'}`;
  return `£${DIGITS.format(value)}`;
}

/** Converts pounds to squares of £0.5m, rounded to one decimal. Charts draw and tables print this number. */
export const toUnits = (gbp: number): number => Math.round((gbp / SQUARE_GBP) * 10) / 10;

/** Formats a date of any precision: `2018`, `March 2026`, `20 May 2026`. */
export function formatDate(date: string): string {
  const [year = '', month, day] = date.split('-');
  const name = month === undefined ? undefined : MONTHS[Number(month) - 1];
  return [day && String(Number(day)), name, year].filter(Boolean).join('\u00a0');
}

/** Returns the day and month of a full date, `20 May`; formats a partial date whole. */
export function formatDay(date: string): string {
  return date.length === 10 ? formatDate(date).replace(/\u00a0\d+$/, '') : formatDate(date);
}

/** Formats the date of an event: one date, or the first and the last joined by an en dash. */
export function formatPeriod(event: Pick<DatedEvent, 'date' | 'endDate'>): string {
  const { date, endDate } = event;
  if (endDate === null) return formatDate(date);
  const sameMonth = date.length === 10 && date.slice(0, 7) === endDate.slice(0, 7);
  return `${sameMonth ? String(Number(date.slice(8))) : formatDate(date)}–${formatDate(endDate)}`;
}

/**
 * Computes the ratio a ÷ b of a comparison from its two amounts.
 * @throws RangeError if an amount has no sum
 */
export function ratioOf(facts: Dataset, id: string): number {
  const pair = getById(facts.comparisons, id);
  const [a, b] = [pair.a, pair.b].map((side) => {
    const amount = getById(facts.amounts, side);
    return pair.basis === 'per-year' ? amount.annualGBP : amount.amountGBP;
  });
  if (!a || !b) throw new RangeError(`comparison "${id}": a side has no sum on the basis ${pair.basis}`);
  return a / b;
}

/** Returns the stakeholder rows whose statement is about the contract itself. */
const onDeal = (facts: Dataset) => facts.stakeholders.filter((row) => row.basis === 'on-deal');

/** Counts that text gives in words: `of` returns the rows counted; `count` overrides their number. */
const COUNTS: Readonly<
  Record<string, { of: (facts: Dataset) => { id: string }[]; count?: (facts: Dataset) => number }>
> = {
  'count-marks': { of: onDeal },
  'count-voices': { of: onDeal, count: (facts) => new Set(onDeal(facts).map((row) => row.countsAs)).size },
  'count-silent': { of: (facts) => facts.stakeholders.filter((row) => row.basis === 'none-found') },
  'count-tensions': { of: (facts) => facts.tensions },
  // The options also include the actual outcome, which is not counted.
  'count-ways': { of: (facts) => facts.options.filter(({ id }) => id !== 'what-met-did') },
  'count-claims': { of: (facts) => facts.claims },
  'count-corroborated': { of: (facts) => facts.claims.filter(({ verdict }) => verdict === 'corroborated') },
  'count-contradicted': { of: (facts) => facts.claims.filter(({ verdict }) => verdict === 'contradicted') },
  'count-unverified': { of: (facts) => facts.claims.filter(({ verdict }) => verdict === 'unverified') },
};

/** Returns the years a sum covers: `2026–28`, `2025–26`; empty if the dataset gives none. */
function periodText({ periodStart, periodEnd }: Amount): string {
  const [from, to] = [periodStart?.slice(0, 4), periodEnd?.slice(0, 4)];
  return from && to ? `${from}–${to.slice(2)}` : '';
}

function amountText(facts: Dataset, amount: Amount, form: string): string {
  if (form === 'period') return periodText(amount);
  if (form === 'parts') {
    const parts = facts.amounts.filter((row) => row.partOf === amount.id);
    return formatPounds(parts.reduce((sum, part) => sum + (part.amountGBP ?? 0), 0));
  }
  const value = form === 'year' || form === 'year-squares' ? amount.annualGBP : amount.amountGBP;
  if (form === '' || value === null) return amount.amountText;
  if (form === 'squares' || form === 'year-squares') return String(toUnits(value));
  if (!['sum', 'long', 'year'].includes(form)) throw new RangeError(`no form "${form}" of "${amount.id}"`);
  return formatPounds(value, form === 'long');
}

function eventText(event: DatedEvent, form: string): string {
  if (form === 'year') return event.date.slice(0, 4);
  if (form === 'day') return formatDay(event.date);
  if (form !== '') throw new RangeError(`no form "${form}" of "${event.id}"`);
  return formatPeriod(event);
}

function ratioText(ratio: number, form: string): string {
  if (form === 'words') return numberToWords(Math.round(ratio));
  if (form === 'thousand') return numberToWords(Math.round(ratio * 1000));
  if (ratio < 1) return String(Number(ratio.toPrecision(2)));
  return ratio < 10 ? rounded(Math.round(ratio * 10) / 10) : String(Math.round(ratio));
}

/** Finds the row or count with the id, in whichever list holds it. */
function find(facts: Dataset, id: string) {
  return {
    amount: facts.amounts.find((row) => row.id === id),
    event: facts.timeline.find((row) => row.id === id),
    pair: facts.comparisons.find((row) => row.id === id),
    count: COUNTS[id],
  };
}

/**
 * Returns the text of a figure, by id and optional form: `met-palantir-ceiling` (its own words), `…:sum`
 * (£50m), `…:long` (£50 million), `…:year`, `…:squares`, `…:year-squares`, `…:parts` (the sum of its parts),
 * `…:period` (2026–28); `block-public`, `…:day`, `…:year` (an event's date); `fig-…`, `…:lower`; `cmp-…` (the
 * computed ratio), `…:words`, `…:thousand`; `count-…` (a count in words), `…:first` (capitalized to begin a
 * sentence); `square` (the value of one square in every money chart); `cut-off` (the cut-off date of the
 * dataset).
 * @throws RangeError if no fact has the id
 */
export function formatToken(facts: Dataset, token: string): string {
  const [id = '', form = ''] = token.split(':');
  if (id === 'square') return formatPounds(SQUARE_GBP);
  if (id === 'cut-off') return facts.record.cutOffText;
  const { count, amount, event, pair } = find(facts, id);
  if (count) {
    const words = numberToWords(count.count?.(facts) ?? count.of(facts).length);
    return form === 'first' ? capitalize(words) : words;
  }
  if (amount) return amountText(facts, amount, form);
  if (event) return eventText(event, form);
  if (pair) return ratioText(ratioOf(facts, id), form);
  const text = getById(facts.figures, id).text.replace(/^(\S+) (?=\S+$)/, '$1\u00a0');
  return form === 'lower' ? text.toLowerCase() : text;
}

/** Combines the evidence of rows stated together: the weakest label, the latest date, every source. */
export function combineEvidence(rows: readonly Omit<ResolvedValue, 'text'>[]): Omit<ResolvedValue, 'text'> {
  return {
    evidence: weakestEvidence(rows.map(({ evidence }) => evidence)),
    sources: [...new Set(rows.flatMap(({ sources }) => sources))],
    knownFrom: latest(rows.map(({ knownFrom }) => knownFrom)),
    hiddenReason: rows.find(({ hiddenReason }) => hiddenReason !== null)?.hiddenReason ?? null,
  };
}

/** Returns the ids of the facts behind a figure. */
export function factIdsOf(facts: Dataset, token: string): string[] {
  const [id = ''] = token.split(':');
  if (id === 'cut-off') return [];
  const { count, pair } = find(facts, id);
  // A tension or an option makes no statement of its own.
  if (count)
    return count
      .of(facts)
      .map((row) => row.id)
      .filter((one) => ![...facts.tensions, ...facts.options].some((row) => row.id === one));
  if (pair) return [pair.a, pair.b];
  return [facts.figures.find((row) => row.id === id)?.fact ?? (id === 'square' ? 'ctx-mopac-500k' : id)];
}

/**
 * Returns the text of a figure (see `formatToken`) with its evidence.
 * @throws RangeError if no fact has the id
 */
export const resolveToken = (facts: Dataset, token: string): ResolvedValue => ({
  text: formatToken(facts, token),
  ...combineEvidence(factIdsOf(facts, token).map((id) => findFact(facts, id))),
});

/**
 * Replaces each `{id}` or `{id:form}` in a sentence by its `formatToken` text. `own` supplies names that are
 * not in the dataset, such as counts computed by a model.
 * @throws RangeError if a token has no fact
 */
export function fillTemplate(
  facts: Dataset,
  sentence: string,
  own: Readonly<Record<string, string>> = {},
): string {
  return sentence.replace(
    /\{([a-z0-9:-]+)\}/g,
    (_, token: string) => own[token] ?? formatToken(facts, token),
  );
}

/** Returns the sentence with a capital first letter, for one that opens with a count or a name. */
export const capitalize = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/**
 * Lists the publishers of the sources, each once, up to a limit: “BBC; The Guardian; and 3 more”. Returns an
 * empty string if there are none.
 */
export function listPublishers(
  { sources }: Pick<Dataset, 'sources'>,
  ids: readonly string[],
  most: number,
): string {
  const names = [...new Set(ids.map((id) => getById(sources, id).publisher))];
  const more = names.length > most ? [`and ${names.length - most} more`] : [];
  return [...names.slice(0, most), ...more].join('; ');
}
