import type { Amount, Dataset } from '$lib/data/schema.ts';
import { SQUARE_GBP, formatPounds, capitalize, fillTemplate } from '$lib/data/format.ts';
import { hiddenText } from '$lib/data/filter.ts';
import { getById } from '$lib/data/lookup.ts';

/** A block of squares: one sum of money, folded ten to the row. */
export interface MoneyBlock {
  /** `contract` is the tape; every other block is other money and is drawn in ink. */
  id: string;
  /** Whether it is there: 0–1. */
  on: number;
  /** Which amounts it shows, each as a share: 1 for one sum; between two scenes the shares of both. */
  of: Record<string, number>;
  /** 0 shows the whole sum, 1 its yearly average. */
  yearly?: number;
  /** The two parts the block comes apart into, and how far apart they are: 0–1. */
  parts?: readonly [string, string];
  apart?: number;
  /** How far all squares but the first have faded: 0–1. */
  faded?: number;
  /** Whether a solid square has been emptied: 0–1. */
  empty?: number;
  /** Words after the sum, such as "a year, for one force". */
  remark?: string;
}

/** A square of £0.5m. Grid units: one square and its gap. */
export interface Square {
  id: string;
  x: number;
  y: number;
  /** 1 in the second part of a block that comes apart, else 0: how much of the gap between them lies above it. */
  below: number;
  /** Share of the square that the sum fills, 0–1. */
  part: number;
  /** 0–1: faded squares are still there. */
  opacity: number;
}

/** What is said of a sum: the figure, its name, its state in words, and how sure we are. */
export interface SumLabel {
  figure: string;
  head: string;
  text: string;
  /** Row of the block at which it stands. */
  row: number;
  evidence: Amount['evidence'] | null;
  on: number;
}

/** A sum of money as squares. */
export interface MoneyGroup {
  id: string;
  /** The contract, or other money. */
  tape: boolean;
  on: number;
  /** 1 for money agreed or spent, 0 for refused, planned or optional: edge and filling follow it. */
  solid: number;
  /** Paler: optional, or rests on one source read second-hand. */
  pale: number;
  squares: Square[];
  /** Rows of the grid it takes, part rows counted in proportion. */
  rows: number;
  /** Row in which the second part begins, where the block has come apart, and how far apart they are: 0–1. */
  split: number | null;
  apart: number;
  /** A lens withholds the sum: an outline stands in its place. */
  isHidden: boolean;
  labels: SumLabel[];
}

/** Squares in a row: the tape is folded back and forth by ten. */
export const PER_ROW = 10;

const SOLID = new Set<Amount['state']>(['rule', 'agreed', 'spent']);
const PALE = new Set<Amount['state']>(['optional']);

const clamp = (value: number): number => Math.min(1, Math.max(0, value));
const lerp = (a: number, b: number, t: number): number => a + (b - a) * t;
/** Rows that `count` squares take; a row that is just beginning grows, so that what lies below moves smoothly. */
const rowsOf = (count: number): number => Math.floor(count / PER_ROW) + Math.min(1, count % PER_ROW);

/** Pounds at which an amount is drawn: whole, by the year, or between the two. */
export const valueOf = (amount: Amount, yearly: number): number =>
  lerp(amount.amountGBP ?? 0, amount.annualGBP ?? amount.amountGBP ?? 0, yearly);

/** What a sum's state is called. */
export const STATE_WORDS: Readonly<Record<Amount['state'], string>> = {
  rule: 'rule',
  agreed: 'agreed',
  spent: 'spent',
  refused: 'refused',
  planned: 'planned or pledged',
  optional: 'optional',
  claimed: 'claimed, not shown',
  unknown: 'not published',
};

/** Where square `k` lies when the block is whole, and when it has come apart after `first` squares. */
function place(k: number, total: number, first: number | null): Omit<Square, 'id' | 'opacity'> {
  const cellsFirst = first === null ? Infinity : Math.ceil(first);
  const inSecond = k >= cellsFirst;
  const index = inSecond ? k - cellsFirst : k;
  const count = first === null ? total : inSecond ? total - first : first;
  const top = inSecond ? Math.ceil(cellsFirst / PER_ROW) : 0;
  return {
    x: index % PER_ROW,
    y: top + Math.floor(index / PER_ROW),
    below: Number(inSecond),
    part: clamp(count - index),
  };
}

function squaresIn(block: MoneyBlock, total: number, apart: number, apartAfter: number | null): Square[] {
  // Coming apart leaves a part square in each half, so there is one cell more than in the whole.
  return Array.from({ length: Math.ceil(total) + 1 }, (_, k) => {
    const whole = place(k, total, null);
    const split = apart > 0 ? place(k, total, apartAfter) : whole;
    return {
      id: `${block.id}-${k}`,
      x: lerp(whole.x, split.x, apart),
      y: lerp(whole.y, split.y, apart),
      below: split.below,
      part: lerp(whole.part, split.part, apart),
      opacity: k === 0 ? 1 : 1 - (block.faded ?? 0),
    };
    // What sums leave over by the way they are added is no square.
  }).filter((square) => square.part > 1e-9 && square.opacity > 0);
}

/** A sum as printed: in the record's own words, or its yearly average. */
export function sumText(amount: Amount, yearly: number): string {
  if (yearly < 0.5 || amount.annualGBP === null) return amount.amountText;
  const average = amount.annualGBP === amount.amountGBP ? '' : ', yearly average';
  return `${formatPounds(amount.annualGBP)}${average}`;
}

/** A block as marks: its squares in order, their class, and what is said beside them. */
export function groupOf(facts: Dataset, block: MoneyBlock): MoneyGroup {
  const yearly = block.yearly ?? 0;
  const shares = Object.entries(block.of).map(([id, share]) => ({
    amount: getById(facts.amounts, id),
    share,
  }));
  const weigh = (measure: (amount: Amount) => number): number =>
    shares.reduce((sum, { amount, share }) => sum + share * measure(amount), 0);
  const parts = block.parts?.map((id) => getById(facts.amounts, id));
  const [first, second] = parts ?? [];
  // Without parts there is nothing to come apart into.
  const apart = parts ? (block.apart ?? 0) : 0;
  // A price that nobody has published is one empty square, never a guess.
  const wholeSquares = weigh((amount) =>
    amount.amountGBP === null ? 1 : valueOf(amount, yearly) / SQUARE_GBP,
  );
  // The parts come to a little more than the round sum (rulings on tolerance are the record's): blend between both.
  const partSquares = (parts ?? []).reduce((sum, part) => sum + (part.amountGBP ?? 0) / SQUARE_GBP, 0);
  const total = lerp(wholeSquares, partSquares, apart) * block.on;
  const firstSquares = first ? (first.amountGBP ?? 0) / SQUARE_GBP : null;
  const main = shares.reduce(
    (best, next) => (next.share > best.share ? next : best),
    shares[0] ?? never(block.id),
  );
  const split = apart > 0 ? Math.ceil(Math.ceil(firstSquares ?? 0) / PER_ROW) : null;
  const remark = block.remark && apart === 0 ? ` ${fillTemplate(facts, block.remark)}` : '';
  // What became of the whole became of its parts.
  const label = (amount: Amount, row: number, on: number): SumLabel => ({
    // A sum that is not known, or withheld, has no figure.
    figure:
      amount.hiddenReason || amount.amountGBP === null
        ? ''
        : formatPounds(Math.round(valueOf(amount, yearly))),
    head: amount.short,
    text:
      amount.hiddenReason && facts.lens
        ? capitalize(hiddenText(amount.hiddenReason, facts.lens))
        : `${sumText(amount, yearly)}${remark}${amount.amountGBP === null ? '' : `: ${STATE_WORDS[main.amount.state]}`}`,
    evidence: amount.hiddenReason ? null : amount.evidence,
    row,
    on,
  });
  const bottom =
    split !== null ? lerp(rowsOf(total), split + rowsOf(total - (firstSquares ?? 0)), apart) : rowsOf(total);
  return {
    id: block.id,
    tape: block.id === 'contract',
    on: block.on,
    solid: weigh((amount) => Number(SOLID.has(amount.state))) * (1 - (block.empty ?? 0)),
    pale: weigh((amount) =>
      Number(PALE.has(amount.state) || (amount.evidence === 'single' && amount.state === 'spent')),
    ),
    squares: squaresIn(block, total, apart, firstSquares),
    // Rows whose squares have all but gone give their room back.
    rows: lerp(bottom, Math.min(1, bottom), clamp(((block.faded ?? 0) - 0.9) * 10)),
    split,
    apart,
    isHidden:
      Boolean(main.amount.hiddenReason) ||
      (apart > 0.5 && (parts ?? []).some(({ hiddenReason }) => hiddenReason)),
    labels: [
      ...(first && apart > 0.5
        ? [label(first, 0, clamp(apart * 2 - 1))]
        : [label(main.amount, 0, 1 - clamp(apart * 2))]),
      ...(second && split !== null ? [label(second, split, clamp(apart * 2 - 1))] : []),
    ],
  };
}

function never(id: string): never {
  throw new RangeError(`block "${id}" shows no amount`);
}
