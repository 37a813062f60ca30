import type { Amount, Dataset } from '$lib/data/schema.ts';
import { formatDate, ratioOf, capitalize, toUnits, fillTemplate } from '$lib/data/format.ts';
import { hiddenText } from '$lib/data/filter.ts';
import { getById } from '$lib/data/lookup.ts';
import {
  toCells,
  evidenceLabel,
  toListItem,
  fillIfVisible,
  describeChart,
  type Scene,
  type ChartModel,
} from '../model.ts';
import { STATE_WORDS, groupOf, sumText, valueOf, type MoneyBlock, type MoneyGroup } from './grid.ts';

/** A sum without squares: a dashed box of text. With `after`, the years of a plan that no money reached. */
export interface MoneyBox {
  id: string;
  on: number;
  text: string;
  years?: { of: string; after: string };
}

/** A line of text in the chart; `large` is for the one word that names the outcome. */
export interface MoneyNote {
  id: string;
  on: number;
  text: string;
  large?: boolean;
  /** Placed at the right of a block on the wide layout, instead of below. */
  beside?: boolean;
}

/** One complete state of the money chart. */
export interface MoneyScene extends Scene {
  blocks: MoneyBlock[];
  /** Whether City Hall's line crosses the top of the first square: 0–1. */
  line: number;
  boxes?: MoneyBox[];
  notes?: MoneyNote[];
  /** A field of a thousand dots with a comparison's share marked, separate from the square scale. */
  field?: { id: string; on: number }[];
}

export interface MoneyModel extends ChartModel {
  groups: MoneyGroup[];
  /** City Hall's line across the top of the first square. */
  line: { on: number; text: string };
  boxes: (MoneyBox & { labels: string[] })[];
  notes: MoneyNote[];
  field: { id: string; on: number; marked: number; text: string }[];
}

/** Returns the financial years of a plan beyond another sum's period, as "2025–26". */
function yearsLeft(facts: Dataset, { of, after }: { of: string; after: string }): string[] {
  const yearOf = (date: string | null): number => Number((date ?? '').slice(0, 4));
  const [plan, first] = [getById(facts.amounts, of), getById(facts.amounts, after)];
  const years: string[] = [];
  for (let year = yearOf(first.periodEnd); year < yearOf(plan.periodEnd); year++) {
    years.push(`${year}–${String(year + 1).slice(2)}`);
  }
  return years;
}

/**
 * Returns every amount a scene names, in drawing order: yearly or whole, text only or with a bar in the list.
 */
function rowsFor(
  facts: Dataset,
  scene: MoneyScene,
): { amount: Amount; yearly: number; words: boolean; bar: boolean }[] {
  const drawn = scene.blocks.flatMap((block) => {
    const ids =
      (block.apart ?? 0) > 0.5 && block.parts
        ? block.parts
        : Object.keys(block.of).filter((id) => (block.of[id] ?? 0) >= 0.5);
    return ids.map((id) => ({
      amount: getById(facts.amounts, id),
      yearly: block.yearly ?? 0,
      words: false,
      bar: true,
    }));
  });
  const boxed = (scene.boxes ?? []).flatMap((box) => {
    const id = box.years?.of ?? box.id;
    const amount = facts.amounts.find((row) => row.id === id);
    return amount ? [{ amount, yearly: 0, words: true, bar: false }] : [];
  });
  const compared = (scene.field ?? []).flatMap(({ id }) => {
    const pair = getById(facts.comparisons, id);
    return [pair.a, pair.b].map((side) => ({
      amount: getById(facts.amounts, side),
      yearly: 1,
      words: false,
      bar: false,
    }));
  });
  return [...drawn, ...boxed, ...compared];
}

/** Returns the text of a box whose sum the filter hides: its name and the reason. */
function withheldBox(facts: Dataset, box: MoneyBox): string {
  const amount = facts.amounts.find((row) => row.id === (box.years?.of ?? box.id));
  return amount?.hiddenReason && facts.lens
    ? `${amount.short}: ${hiddenText(amount.hiddenReason, facts.lens)}`
    : '';
}

/**
 * Returns the number of dots of a thousand that a comparison marks, and its text; no dots if the filter hides
 * an amount.
 */
function sharesOf(facts: Dataset, id: string): { marked: number; text: string } {
  const text = fillIfVisible(facts, `{${id}:thousand} in every thousand`, '');
  return text === ''
    ? { marked: 0, text: 'The share is withheld' }
    : { marked: Math.round(ratioOf(facts, id) * 1000), text: capitalize(text) };
}

/**
 * Returns the model of the money chart: squares in grid units, labels, boxes, and the texts, table and list
 * of the same rows.
 * @throws RangeError if the scene names an amount that the dataset does not have
 */
export function moneyModel(facts: Dataset, scene: MoneyScene): MoneyModel {
  const rows = rowsFor(facts, scene);
  const field = (scene.field ?? []).map(({ id, on }) => ({
    id,
    on,
    ...sharesOf(facts, id),
  }));
  const sums = rows.map(({ amount, yearly }) => valueOf(amount, yearly));
  return {
    ...describeChart(
      facts,
      scene,
      rows.map(({ amount }) => ({ ...amount, name: amount.short })),
    ),
    readingGuide: fillTemplate(
      facts,
      'One square is {square}, the same size everywhere. Solid: a rule, or money agreed or spent. Dashed: refused, planned or optional. Pink is the contract and the line it had to pass; ink is other money.',
    ),
    table: {
      head: ['What', 'Sum', 'Squares', 'State', 'How sure', 'As of'],
      body: rows.map(({ amount, yearly, words }, index) =>
        toCells(facts, amount.hiddenReason, amount.hiddenReason ? amount.short : amount.label, [
          yearly
            ? `${sumText(amount, yearly)}${amount.annualGBP === amount.amountGBP ? ' in the year' : ''}`
            : amount.amountText,
          words || amount.amountGBP === null ? 'not in squares' : toUnits(sums[index] ?? 0),
          STATE_WORDS[amount.state],
          evidenceLabel(amount.evidence),
          amount.date ? formatDate(amount.date) : 'not dated',
        ]),
      ),
      ids: rows.map(({ amount }) => amount.id),
    },
    plain: rows.map(({ amount, yearly, bar }, index) =>
      toListItem(facts, amount.hiddenReason, {
        label: amount.short,
        text: `${sumText(amount, yearly)}, ${STATE_WORDS[amount.state]}`,
        ...(bar ? { value: sums[index] ?? 0 } : {}),
      }),
    ),
    caveats: facts.comparisons
      .filter(({ a, b }) =>
        [a, b].every((side) => rows.some(({ amount }) => amount.id === side && !amount.hiddenReason)),
      )
      .map(
        ({ a, b, caveat }) =>
          `${getById(facts.amounts, a).short} and ${getById(facts.amounts, b).short}: ${caveat}`,
      ),
    groups: scene.blocks.map((block) => groupOf(facts, block)),
    line: {
      on: scene.line,
      text: fillIfVisible(
        facts,
        'Past {ctx-mopac-500k:sum} City Hall had to agree',
        'Past this line City Hall had to agree',
      ),
    },
    boxes: (scene.boxes ?? []).map((box) => ({
      ...box,
      text: fillIfVisible(facts, box.text, withheldBox(facts, box)),
      labels:
        box.years && !getById(facts.amounts, box.years.of).hiddenReason ? yearsLeft(facts, box.years) : [],
    })),
    notes: (scene.notes ?? []).map((note) => ({ ...note, text: fillIfVisible(facts, note.text, '') })),
    field,
  };
}
