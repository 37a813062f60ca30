import { combineEvidence } from '$lib/data/format.ts';
import { findFact, type FactView } from '$lib/data/lookup.ts';
import type { Dataset } from '$lib/data/schema.ts';
import { mergeTables, type Scene } from '$lib/charts/model.ts';
import type { Drawn } from '$lib/story/chart-tabs.ts';

export type Cell = string | number | null;

/** A column of a file: its name, its Data Package type and its description. */
export interface Column {
  name: string;
  type: 'string' | 'number';
  description: string;
}

/** A step, reduced to the fields that determine its rows. */
export interface Shown {
  id: string;
  chart: Pick<Drawn, 'toModel'>;
  scene: Scene;
}

/** The rows of some steps, as a file contains them. */
export interface Rows {
  columns: Column[];
  rows: Cell[][];
}

/** The columns of every file beyond those that readers see, in file order. */
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

/** Converts a heading to an identifier: “How sure” becomes `how_sure`. */
const nameOf = (heading: string): string => heading.toLowerCase().replace(/[^a-z0-9]+/g, '_');

/** Returns the fact with the id, or null if no row has it, as for a question of a tension. */
function known(facts: Dataset, id: string): FactView | null {
  try {
    return findFact(facts, id);
  } catch {
    return null;
  }
}

/** Returns the extra cells of a fact. If the filter hides the fact, only its name remains. */
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
 * Returns the table rows of some steps of one chart, each once, with the extra columns of their facts.
 * @throws RangeError if the steps have no columns in common
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

/** Escapes a text that a spreadsheet would run as a formula. */
const inert = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

/** Formats rows as CSV (RFC 4180). */
export function csvOf({ columns, rows }: Rows): string {
  const cell = (value: Cell): string => {
    const text = typeof value === 'string' ? inert(value) : String(value ?? '');
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const lines = [columns.map(({ name }) => name), ...rows].map((row) => row.map(cell).join(','));
  return `${lines.join('\r\n')}\r\n`;
}
