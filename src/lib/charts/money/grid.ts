import type { Amount, Dataset } from '$lib/data/schema.ts';
import { SQUARE_GBP, formatPounds, capitalize, fillTemplate } from '$lib/data/format.ts';
import { hiddenText } from '$lib/data/filter.ts';
import { getById } from '$lib/data/lookup.ts';

/** A block of squares: one sum of money, ten squares to a row. */
export interface MoneyBlock {
  /** `contract` is the tape; every other block is other money and is drawn in ink. */
  id: string;
  /** Presence: 0–1. */
  on: number;
  /** The amounts shown, each as a share: 1 for one sum; between two scenes, the shares of both. */
  of: Record<string, number>;
  /** 0 shows the whole sum, 1 its yearly average. */
  yearly?: number;
  /** The two parts of a split block, and the extent of the split: 0–1. */
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
  /** 1 in the second part of a split block, else 0: the share of the gap that lies above the square. */
  below: number;
  /** Share of the square that the sum fills, 0–1. */
  part: number;
  /** 0–1; faded squares keep their place. */
  opacity: number;
}

/** The label of a sum: its figure, its name, its state in words and its evidence. */
export interface SumLabel {
  figure: string;
  head: string;
  text: string;
  /** Row of the block beside which it is placed. */
  row: number;
  evidence: Amount['evidence'] | null;
  on: number;
}

/** A sum of money as squares. */
export interface MoneyGroup {
  id: string;
  /** Whether it is the contract rather than other money. */
  tape: boolean;
  on: number;
  /** 1 for money agreed or spent, 0 for refused, planned or optional: controls stroke and fill. */
  solid: number;
  /** 1 for paler marks: optional money, or money known from one source read second-hand. */
  pale: number;
  squares: Square[];
  /** Number of grid rows; part rows count in proportion. */
  rows: number;
  /** First row of the second part if the block is split, and the extent of the split: 0–1. */
  split: number | null;
  apart: number;
  /** Whether the filter hides the sum: an outline replaces it. */
  isHidden: boolean;
  labels: SumLabel[];
}

/** Squares in a row. */
export const PER_ROW = 10;

const SOLID = new Set<Amount['state']>(['rule', 'agreed', 'spent']);
const PALE = new Set<Amount['state']>(['optional']);

const clamp = (value: number): number => Math.min(1, Math.max(0, value));
const lerp = (a: number, b: number, t: number): number => a + (b - a) * t;
/**
 * Returns the rows that `count` squares take. A new row grows gradually, so that marks below it move
 * smoothly.
 */
const rowsOf = (count: number): number => Math.floor(count / PER_ROW) + Math.min(1, count % PER_ROW);

/** Returns the pounds at which an amount is drawn: the whole, the yearly average, or between the two. */
export const valueOf = (amount: Amount, yearly: number): number =>
  lerp(amount.amountGBP ?? 0, amount.annualGBP ?? amount.amountGBP ?? 0, yearly);

/** The printed name of each state. */
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

/** Returns the position of square `k` in a whole block, or in a block split after `first` squares. */
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
  // A split leaves a partial square in each half, one cell more than the whole block has.
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
    // Floating-point remainders are not squares.
  }).filter((square) => square.part > 1e-9 && square.opacity > 0);
}

/** Returns a sum as printed: in the words of the dataset, or its yearly average. */
export function sumText(amount: Amount, yearly: number): string {
  if (yearly < 0.5 || amount.annualGBP === null) return amount.amountText;
  const average = amount.annualGBP === amount.amountGBP ? '' : ', yearly average';
  return `${formatPounds(amount.annualGBP)}${average}`;
}

/** Returns the marks of a block: its squares in order, their style and their labels. */
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
  // A block without parts cannot split.
  const apart = parts ? (block.apart ?? 0) : 0;
  // An unpublished price is one empty square, never a guess.
  const wholeSquares = weigh((amount) =>
    amount.amountGBP === null ? 1 : valueOf(amount, yearly) / SQUARE_GBP,
  );
  // The parts add up to slightly more than the rounded sum, so blend between the two totals.
  const partSquares = (parts ?? []).reduce((sum, part) => sum + (part.amountGBP ?? 0) / SQUARE_GBP, 0);
  const total = lerp(wholeSquares, partSquares, apart) * block.on;
  const firstSquares = first ? (first.amountGBP ?? 0) / SQUARE_GBP : null;
  const main = shares.reduce(
    (best, next) => (next.share > best.share ? next : best),
    shares[0] ?? never(block.id),
  );
  const split = apart > 0 ? Math.ceil(Math.ceil(firstSquares ?? 0) / PER_ROW) : null;
  const remark = block.remark && apart === 0 ? ` ${fillTemplate(facts, block.remark)}` : '';
  // The parts share the state of the whole.
  const label = (amount: Amount, row: number, on: number): SumLabel => ({
    // An unknown or hidden sum has no figure.
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
    // A block gives back its space as its squares fade out completely.
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
