import { combineEvidence, factIdsOf, numberToWords, capitalize, fillTemplate } from '$lib/data/format.ts';
import { hiddenText, hiddenWord, type EvidenceFilter } from '$lib/data/filter.ts';
import { findFact, type FactView } from '$lib/data/lookup.ts';
import type { Evidence, Dataset, HiddenReason } from '$lib/data/schema.ts';

/** One entry of a picture's plain twin: the same thing as a line of a list, with a bar where it is a quantity. */
export interface PlainItem {
  label: string;
  text: string;
  /** What its bar measures, in the picture's unit; absent where the picture measures nothing. */
  value?: number;
}

/** What every chart's model has: the words that stand beside the picture, made from the rows that draw it. */
export interface ChartModel {
  /** The finding, a full sentence of at most 90 characters. */
  title: string;
  /** Measure, unit, place and period. */
  subtitle: string;
  /** How to read the form, one line. */
  readingGuide: string;
  /** The picture in words: one or two sentences. */
  summary: string;
  /** The rows drawn; `ids` are their facts, one for each row of `body`. */
  table: { head: string[]; body: (string | number)[][]; ids: string[] };
  /** The plain twin: same data, same order. */
  plain: PlainItem[];
  /** What has to be said beside sums that are compared; the record's own words. */
  caveats?: string[];
  /** Ids in `sources.json` of everything drawn. */
  sources: string[];
  /** The evidence labels that occur in the picture, strongest first. */
  evidence: Evidence[];
}

/** What every scene has beside its chart's own settings: words with `{id}` where a figure stands. */
export interface Scene {
  title: string;
  subtitle: string;
  /** The picture in words. */
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

/** The rows of some pictures, each once, in the order in which they come: a table for each set of columns. */
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
      // Again is where it was before: a map keeps its first place.
      rows.set(JSON.stringify(row), row);
    }
  }
  return [...tables.values()].map(({ head, rows }) => ({ head, rows: [...rows.values()] }));
}

/** Every mark that is drawn, with its word: the labels, and what stands where no label can. */
export const MARK_LABELS = {
  ...EVIDENCE_LABELS,
  'not-published': 'Not found',
  reading: 'Our reading',
  illustrative: 'Illustrative',
} as const;
export type MarkName = keyof typeof MARK_LABELS;

/** The word for a label; a row of which nothing was found has none. */
export const evidenceLabel = (label: Evidence | null): string =>
  label ? EVIDENCE_LABELS[label] : 'Not found';

/** What a picture draws, as far as its words go: the name of a row and what it rests on. */
export type Drawn = Pick<FactView, 'id' | 'name' | 'evidence' | 'sources'> & {
  handle?: string;
  hiddenReason?: HiddenReason | null;
};

/** The labels and sources of rows that a lens lets through, each once: labels in the order of their strength. */
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

/** Ids of the facts that a text's `{figures}` lean on; names of a series' own are none. */
const leaned = (facts: Dataset, text: string, own: Readonly<Record<string, string>>): string[] =>
  [...text.matchAll(/\{([a-z0-9:-]+)\}/g)].flatMap(([, token = '']) =>
    token in own ? [] : factIdsOf(facts, token),
  );

/** A text with its figures, or `instead` where the lens withholds one that it evidenceIds on. */
export function fillIfVisible(
  facts: Dataset,
  text: string,
  instead: string,
  own: Readonly<Record<string, string>> = {},
): string {
  const { hiddenReason } = combineEvidence(leaned(facts, text, own).map((id) => findFact(facts, id)));
  return hiddenReason ? instead : fillTemplate(facts, text, own);
}

/** How much of a picture a lens leaves, as a sentence of at most 90 characters. */
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
 * The words of a picture: its finding, measure and description, and what they rest on. Where a lens withholds anything
 * that is drawn or told, they say how much is left instead.
 * @param drawn the rows drawn; `own`: counts that the scene's words may use
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

/** The cells of a table's row: whole, or the row's name and why the lens withholds the rest. */
export const toCells = (
  { lens }: Dataset,
  hiddenReason: HiddenReason | null | undefined,
  name: string,
  rest: (string | number)[],
): (string | number)[] =>
  hiddenReason && lens
    ? [name, capitalize(hiddenText(hiddenReason, lens)), ...rest.slice(1).map(() => '–')]
    : [name, ...rest];

/** An entry of the plain twin: whole, or why the lens withholds it. */
export const toListItem = (
  { lens }: Dataset,
  hiddenReason: HiddenReason | null | undefined,
  { label, text, ...rest }: PlainItem,
): PlainItem =>
  hiddenReason && lens ? { label, text: hiddenText(hiddenReason, lens) } : { label, text, ...rest };

/** A fact as words in a picture: its name, or what stands for it through a lens, with the mark or the note beneath. */
export interface Words {
  text: string;
  mark: MarkName | null;
  /** In the mark's place, where the lens withholds the fact. */
  note: string | null;
}

/** A fact's words in a picture; `text` stands in place of its name. @throws RangeError on no such id */
export function labelFor(facts: Dataset, id: string, text?: string): Words {
  const { name, handle, evidence, hiddenReason, inference } = findFact(facts, id);
  if (hiddenReason && facts.lens)
    return { text: text ?? handle, mark: null, note: hiddenWord(hiddenReason, facts.lens) };
  const asked = facts.questions.some((question) => question.id === id);
  // What we conclude is as sure as we are, however official the papers that it rests on.
  return { text: text ?? name, mark: asked ? 'not-published' : inference ? 'reading' : evidence, note: null };
}
