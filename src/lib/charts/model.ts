import { combineEvidence, factIdsOf, numberToWords, capitalize, fillTemplate } from '$lib/data/format.ts';
import { hiddenText, hiddenWord, type EvidenceFilter } from '$lib/data/filter.ts';
import { findFact, type FactView } from '$lib/data/lookup.ts';
import type { Evidence, Dataset, HiddenReason } from '$lib/data/schema.ts';

/** One entry of the list version of a chart: a line of text, with a bar if it is a quantity. */
export interface PlainItem {
  label: string;
  text: string;
  /** Length of its bar in the chart's unit; absent if the chart measures nothing. */
  value?: number;
}

/** Fields that every chart's model has: the text beside the chart, generated from the rows it draws. */
export interface ChartModel {
  /** The finding, a full sentence of at most 90 characters. */
  title: string;
  /** Measure, unit, place and period. */
  subtitle: string;
  /** How to read the chart, in one line. */
  readingGuide: string;
  /** Text alternative of the chart: one or two sentences. */
  summary: string;
  /** The rows drawn; `ids` are their facts, one for each row of `body`. */
  table: { head: string[]; body: (string | number)[][]; ids: string[] };
  /** The list version: same data, same order. */
  plain: PlainItem[];
  /** Notes required beside compared sums, in the words of the dataset. */
  caveats?: string[];
  /** Ids in `sources.json` of everything drawn. */
  sources: string[];
  /** The evidence labels in the chart, strongest first. */
  evidence: Evidence[];
}

/** Fields that every scene has besides its chart's own settings: texts with `{id}` in place of a figure. */
export interface Scene {
  title: string;
  subtitle: string;
  /** Text alternative of the scene. */
  words: string;
}

/** The evidence labels as printed, strongest first. */
export const EVIDENCE_LABELS: Readonly<Record<Evidence, string>> = {
  official: 'Official',
  reported: 'Reported',
  single: 'Single source',
  contested: 'Contested',
  unconfirmed: 'Unconfirmed',
};

/** Merges the rows of some models, each once and in order, into one table for each set of columns. */
export function mergeTables(all: readonly Pick<ChartModel, 'table'>[]): {
  head: string[];
  rows: { cells: (string | number)[]; id: string }[];
}[] {
  const tables = new Map<
    string,
    { head: string[]; rows: Map<string, { cells: (string | number)[]; id: string }> }
  >();
  for (const { table } of all) {
    const { rows } = tables.get(table.head.join()) ?? { rows: new Map() };
    tables.set(table.head.join(), { head: table.head, rows });
    for (const [index, cells] of table.body.entries()) {
      const row = { cells, id: table.ids[index] ?? '' };
      // A map keeps the first position of a repeated key.
      rows.set(JSON.stringify(row), row);
    }
  }
  return [...tables.values()].map(({ head, rows }) => ({ head, rows: [...rows.values()] }));
}

/** The name of every icon: the evidence labels, and the icons for rows without one. */
export const MARK_LABELS = {
  ...EVIDENCE_LABELS,
  'not-published': 'Not found',
  reading: 'Our reading',
  illustrative: 'Illustrative',
} as const;
export type MarkName = keyof typeof MARK_LABELS;

/** Returns the name of a label, or 'Not found' for null. */
export const evidenceLabel = (label: Evidence | null): string =>
  label ? EVIDENCE_LABELS[label] : 'Not found';

/** The fields of a drawn row that its texts need: its name and evidence. */
export type Drawn = Pick<FactView, 'id' | 'name' | 'evidence' | 'sources'> & {
  handle?: string;
  hiddenReason?: HiddenReason | null;
};

/** Returns the labels and sources of the visible rows, each once; labels strongest first. */
export function basisOf(
  rows: readonly {
    evidence: Evidence | null;
    sources: readonly string[];
    hiddenReason?: HiddenReason | null;
  }[],
): {
  sources: string[];
  evidence: Evidence[];
} {
  const shown = rows.filter((row) => !row.hiddenReason);
  const labels = new Set(shown.map((row) => row.evidence));
  return {
    sources: [...new Set(shown.flatMap((row) => row.sources))],
    evidence: (Object.keys(EVIDENCE_LABELS) as Evidence[]).filter((label) => labels.has(label)),
  };
}

/** Returns the ids of the facts behind a text's `{figures}`; names in `own` have none. */
const leaned = (facts: Dataset, text: string, own: Readonly<Record<string, string>>): string[] =>
  [...text.matchAll(/\{([a-z0-9:-]+)\}/g)].flatMap(([, token = '']) =>
    token in own ? [] : factIdsOf(facts, token),
  );

/** Returns a text with its figures, or `instead` if the filter hides one of them. */
export function fillIfVisible(
  facts: Dataset,
  text: string,
  instead: string,
  own: Readonly<Record<string, string>> = {},
): string {
  const { hiddenReason } = combineEvidence(leaned(facts, text, own).map((id) => findFact(facts, id)));
  return hiddenReason ? instead : fillTemplate(facts, text, own);
}

/** Returns a sentence of at most 90 characters that says how much of a chart the filter leaves visible. */
function headline(shown: number, all: number, { ev, asof }: EvidenceFilter): string {
  const [some, whole] = [numberToWords(shown), numberToWords(all)];
  const are = shown === 1 ? 'is' : 'are';
  const of = `${capitalize(some)} of ${whole} facts here`;
  const rest = shown === 0 ? 'all are outlines' : 'the rest are outlines';
  if (ev !== 'all' && asof !== null) return `${of} ${are} sure enough and public by that day; ${rest}.`;
  if (ev === 'confirmed') return `${of} ${are} official; ${rest}.`;
  if (ev === 'reported') return `${of} ${shown === 1 ? 'has' : 'have'} two reports or better; ${rest}.`;
  return `${of} ${shown === 1 ? 'was' : 'were'} public by that day; ${rest}.`;
}

/**
 * Returns the texts of a chart: its title, subtitle and summary, with their evidence. If the filter hides
 * anything drawn or mentioned, the texts say how much is left instead.
 * @param drawn the rows drawn; `own`: counts that the scene's texts may use
 */
export function describeChart(
  facts: Dataset,
  scene: Scene,
  drawn: readonly Drawn[],
  own: Readonly<Record<string, string>> = {},
): Pick<ChartModel, 'title' | 'subtitle' | 'summary' | 'sources' | 'evidence'> {
  const told = [...leaned(facts, scene.title, own), ...leaned(facts, scene.words, own)];
  const names = new Set(drawn.map(({ id }) => id));
  const all = [
    ...new Map(
      [...drawn, ...told.map((id): Drawn => findFact(facts, id))].map((row) => [row.id, row]),
    ).values(),
  ].filter(({ evidence, hiddenReason }) => evidence !== null || hiddenReason);
  const isHidden = all.filter(({ hiddenReason }) => hiddenReason);
  const basis = basisOf(drawn);
  const subtitle = fillIfVisible(facts, scene.subtitle, 'Outlines stand where facts are withheld', own);
  if (isHidden.length === 0 || !facts.lens) {
    return {
      title: capitalize(fillTemplate(facts, scene.title, own)),
      subtitle,
      summary: capitalize(fillTemplate(facts, scene.words, own)),
      ...basis,
    };
  }
  const title = headline(all.length - isHidden.length, all.length, facts.lens);
  const outlined = [
    ...new Set(isHidden.filter(({ id }) => names.has(id)).map(({ name, handle = name }) => handle)),
  ];
  return {
    title,
    subtitle,
    summary: outlined.length > 0 ? `${title} Outlines: ${outlined.join('; ')}.` : title,
    ...basis,
  };
}

/** Returns the cells of a table row: all of them, or the row's name and why the filter hides the rest. */
export const toCells = (
  { lens }: Dataset,
  hiddenReason: HiddenReason | null | undefined,
  name: string,
  rest: (string | number)[],
): (string | number)[] =>
  hiddenReason && lens
    ? [name, capitalize(hiddenText(hiddenReason, lens)), ...rest.slice(1).map(() => '–')]
    : [name, ...rest];

/** Returns an entry of the list version: complete, or why the filter hides it. */
export const toListItem = (
  { lens }: Dataset,
  hiddenReason: HiddenReason | null | undefined,
  { label, text, ...rest }: PlainItem,
): PlainItem =>
  hiddenReason && lens ? { label, text: hiddenText(hiddenReason, lens) } : { label, text, ...rest };

/**
 * A fact as text in a chart: its name, or the replacement if the filter hides it, with the icon or the note
 * below.
 */
export interface Words {
  text: string;
  mark: MarkName | null;
  /** Replaces the icon if the filter hides the fact. */
  note: string | null;
}

/**
 * Returns a fact's text in a chart; `text` replaces its name.
 * @throws RangeError if there is no such id
 */
export function labelFor(facts: Dataset, id: string, text?: string): Words {
  const { name, handle, evidence, hiddenReason, inference } = findFact(facts, id);
  if (hiddenReason && facts.lens)
    return { text: text ?? handle, mark: null, note: hiddenWord(hiddenReason, facts.lens) };
  const asked = facts.questions.some((question) => question.id === id);
  // An inference gets its own icon, because official sources do not make our conclusion official.
  return { text: text ?? name, mark: asked ? 'not-published' : inference ? 'reading' : evidence, note: null };
}
