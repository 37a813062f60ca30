import { basisOfAll, factsIn, inWords, sentence, tell } from '$lib/data/format.ts';
import { veilText, veilWord, type Lens } from '$lib/data/filter.ts';
import { rowOf, type AnyRow } from '$lib/data/lookup.ts';
import type { Evidence, Facts, Veil } from '$lib/data/schema.ts';

/** One entry of a picture's plain twin: the same thing as a line of a list, with a bar where it is a quantity. */
export interface PlainItem {
  label: string;
  text: string;
  /** What its bar measures, in the picture's unit; absent where the picture measures nothing. */
  value?: number;
}

/** What every chart's series has: the words that stand beside the picture, made from the rows that draw it. */
export interface Series {
  /** The finding, a full sentence of at most 90 characters. */
  title: string;
  /** Measure, unit, place and period. */
  subtitle: string;
  /** How to read the form, one line. */
  howToRead: string;
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
export const EVIDENCE_WORDS: Readonly<Record<Evidence, string>> = {
  official: 'Official',
  reported: 'Reported',
  single: 'Single source',
  contested: 'Contested',
  unconfirmed: 'Unconfirmed',
};

/** The rows of some pictures, each once, in the order in which they come: a table for each set of columns. */
export function tablesOf(all: readonly Pick<Series, 'table'>[]): {
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
export const MARK_WORDS = {
  ...EVIDENCE_WORDS,
  'not-published': 'Not found',
  reading: 'Our reading',
  illustrative: 'Illustrative',
} as const;
export type MarkName = keyof typeof MARK_WORDS;

/** The word for a label; a row of which nothing was found has none. */
export const evidenceWord = (label: Evidence | null): string => (label ? EVIDENCE_WORDS[label] : 'Not found');

/** What a picture draws, as far as its words go: the name of a row and what it rests on. */
export type Drawn = Pick<AnyRow, 'id' | 'name' | 'evidence' | 'sources'> & {
  handle?: string;
  veil?: Veil | null;
};

/** The labels and sources of rows that a lens lets through, each once: labels in the order of their strength. */
export function basisOf(
  rows: readonly { evidence: Evidence | null; sources: readonly string[]; veil?: Veil | null }[],
): {
  sources: string[];
  evidence: Evidence[];
} {
  const shown = rows.filter((row) => !row.veil);
  const labels = new Set(shown.map((row) => row.evidence));
  return {
    sources: [...new Set(shown.flatMap((row) => row.sources))],
    evidence: (Object.keys(EVIDENCE_WORDS) as Evidence[]).filter((label) => labels.has(label)),
  };
}

/** Ids of the facts that a text's `{figures}` lean on; names of a series' own are none. */
const leaned = (facts: Facts, text: string, own: Readonly<Record<string, string>>): string[] =>
  [...text.matchAll(/\{([a-z0-9:-]+)\}/g)].flatMap(([, token = '']) =>
    token in own ? [] : factsIn(facts, token),
  );

/** A text with its figures, or `instead` where the lens withholds one that it leans on. */
export function tellThrough(
  facts: Facts,
  text: string,
  instead: string,
  own: Readonly<Record<string, string>> = {},
): string {
  const { veil } = basisOfAll(leaned(facts, text, own).map((id) => rowOf(facts, id)));
  return veil ? instead : tell(facts, text, own);
}

/** How much of a picture a lens leaves, as a sentence of at most 90 characters. */
function headline(shown: number, all: number, { ev, asof }: Lens): string {
  const [some, whole] = [inWords(shown), inWords(all)];
  const are = shown === 1 ? 'is' : 'are';
  const of = `${sentence(some)} of ${whole} facts here`;
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
export function toldOf(
  facts: Facts,
  scene: Scene,
  drawn: readonly Drawn[],
  own: Readonly<Record<string, string>> = {},
): Pick<Series, 'title' | 'subtitle' | 'summary' | 'sources' | 'evidence'> {
  const told = [...leaned(facts, scene.title, own), ...leaned(facts, scene.words, own)];
  const names = new Set(drawn.map(({ id }) => id));
  const all = [
    ...new Map([...drawn, ...told.map((id): Drawn => rowOf(facts, id))].map((row) => [row.id, row])).values(),
  ].filter(({ evidence, veil }) => evidence !== null || veil);
  const veiled = all.filter(({ veil }) => veil);
  const basis = basisOf(drawn);
  const subtitle = tellThrough(facts, scene.subtitle, 'Outlines stand where facts are withheld', own);
  if (veiled.length === 0 || !facts.lens) {
    return {
      title: sentence(tell(facts, scene.title, own)),
      subtitle,
      summary: sentence(tell(facts, scene.words, own)),
      ...basis,
    };
  }
  const title = headline(all.length - veiled.length, all.length, facts.lens);
  const outlined = [
    ...new Set(veiled.filter(({ id }) => names.has(id)).map(({ name, handle = name }) => handle)),
  ];
  return {
    title,
    subtitle,
    summary: outlined.length > 0 ? `${title} Outlines: ${outlined.join('; ')}.` : title,
    ...basis,
  };
}

/** The cells of a table's row: whole, or the row's name and why the lens withholds the rest. */
export const cellsOf = (
  { lens }: Facts,
  veil: Veil | null | undefined,
  name: string,
  rest: (string | number)[],
): (string | number)[] =>
  veil && lens ? [name, sentence(veilText(veil, lens)), ...rest.slice(1).map(() => '–')] : [name, ...rest];

/** An entry of the plain twin: whole, or why the lens withholds it. */
export const plainOf = (
  { lens }: Facts,
  veil: Veil | null | undefined,
  { label, text, ...rest }: PlainItem,
): PlainItem => (veil && lens ? { label, text: veilText(veil, lens) } : { label, text, ...rest });

/** A fact as words in a picture: its name, or what stands for it through a lens, with the mark or the note beneath. */
export interface Words {
  text: string;
  mark: MarkName | null;
  /** In the mark's place, where the lens withholds the fact. */
  note: string | null;
}

/** A fact's words in a picture; `text` stands in place of its name. @throws RangeError on no such id */
export function wordsOf(facts: Facts, id: string, text?: string): Words {
  const { name, handle, evidence, veil, inference } = rowOf(facts, id);
  if (veil && facts.lens) return { text: text ?? handle, mark: null, note: veilWord(veil, facts.lens) };
  const asked = facts.questions.some((question) => question.id === id);
  // What we conclude is as sure as we are, however official the papers that it rests on.
  return { text: text ?? name, mark: asked ? 'not-published' : inference ? 'reading' : evidence, note: null };
}
