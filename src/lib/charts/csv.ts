import { combineEvidence } from '$lib/data/format.ts';
import { findFact, type FactView } from '$lib/data/lookup.ts';
import type { Dataset } from '$lib/data/schema.ts';
import { mergeTables, type Scene } from '$lib/charts/model.ts';
import type { Drawn } from '$lib/story/chart-tabs.ts';

/** A cell of a file: text, a number, or nothing. */
export type Cell = string | number | null;

/** A column of a file: its name, its type as a Data Package has it, and what it says. */
export interface Column {
  name: string;
  type: 'string' | 'number';
  description: string;
}

/** A step, as far as its rows go. */
export interface Shown {
  id: string;
  chart: Pick<Drawn, 'toModel'>;
  scene: Scene;
}

/** The rows of some steps as a file has them. */
export interface Rows {
  columns: Column[];
  rows: Cell[][];
}

/** What every file has beside the columns that readers see, in the order in which it has them. */
const MACHINE: readonly Column[] = [
  { name: 'fact_id', type: 'string', description: 'Id of the fact in the record' },
  { name: 'value', type: 'number', description: 'The sum, in the unit; empty where there is none' },
  { name: 'low', type: 'number', description: 'Least of a range, in the unit' },
  { name: 'high', type: 'number', description: 'Most of a range, in the unit' },
  { name: 'unit', type: 'string', description: 'GBP: whole pounds' },
  {
    name: 'evidence',
    type: 'string',
    description: 'Label: official, reported, single, contested or unconfirmed',
  },
  { name: 'known_from', type: 'string', description: 'When it became public: YYYY-MM-DD, YYYY-MM or YYYY' },
  { name: 'source_ids', type: 'string', description: 'Ids of its sources, with spaces between' },
  {
    name: 'step_ids',
    type: 'string',
    description: 'Ids of the steps of the story that show it, with spaces between',
  },
];

/** A heading as a name that programs take: “How sure” is `how_sure`. */
const nameOf = (heading: string): string => heading.toLowerCase().replace(/[^a-z0-9]+/g, '_');

/** A fact that has a row of its own to be looked up; a question of a tension has none. */
function known(facts: Dataset, id: string): FactView | null {
  try {
    return findFact(facts, id);
  } catch {
    return null;
  }
}

/** What programs want to know of a fact. A lens that withholds it leaves its name and nothing else. */
function machineCells(facts: Dataset, id: string, steps: readonly string[]): Cell[] {
  const row = known(facts, id);
  const amount = facts.amounts.find((one) => one.id === id);
  if (row?.hiddenReason !== null) return [id, null, null, null, null, null, null, null, steps.join(' ')];
  const { evidence } = combineEvidence([row]);
  const sums: Cell[] = amount ? [amount.amountGBP, amount.lowGBP, amount.highGBP] : [null, null, null];
  return [
    id,
    ...sums,
    sums.some((sum) => sum !== null) ? 'GBP' : null,
    evidence,
    row.knownFrom,
    row.sources.join(' ') || null,
    steps.join(' '),
  ];
}

/**
 * The rows of some steps of one chart: those of its table, each once, with what programs want to know of their facts.
 * @throws RangeError where the steps have no columns in common
 */
export function dataOf(facts: Dataset, steps: readonly Shown[]): Rows {
  const all = steps.map(({ id, chart, scene }) => ({ id, table: chart.toModel(facts, scene).table }));
  const [table, ...more] = mergeTables(all);
  if (!table || more.length > 0)
    throw new RangeError('a chart’s steps have one table, with one set of columns');
  const shownIn = (id: string): string[] =>
    all.filter(({ table: { ids } }) => ids.includes(id)).map((step) => step.id);
  return {
    columns: [
      ...table.head.map((heading): Column => {
        const numeric = table.rows.every(
          ({ cells }) => typeof cells[table.head.indexOf(heading)] === 'number',
        );
        return { name: nameOf(heading), type: numeric ? 'number' : 'string', description: heading };
      }),
      ...MACHINE,
    ],
    rows: table.rows.map(({ cells, id }) => [...cells, ...machineCells(facts, id, shownIn(id))]),
  };
}

/** A text that no program takes for a formula. */
const inert = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

/** Rows as CSV (RFC 4180). */
export function csvOf({ columns, rows }: Rows): string {
  const cell = (value: Cell): string => {
    const text = typeof value === 'string' ? inert(value) : String(value ?? '');
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const lines = [columns.map(({ name }) => name), ...rows].map((row) => row.map(cell).join(','));
  return `${lines.join('\r\n')}\r\n`;
}
