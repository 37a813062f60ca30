import type { Evidence } from '#facts/schema.ts';

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
  table: { head: string[]; body: (string | number)[][] };
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

/** The word for a label; a row of which nothing was found has none. */
export const evidenceWord = (label: Evidence | null): string => (label ? EVIDENCE_WORDS[label] : 'Not found');

/** The labels and sources of rows, each once: labels in the order of their strength. */
export function basisOf(rows: readonly { evidence: Evidence | null; sources: readonly string[] }[]): {
  sources: string[];
  evidence: Evidence[];
} {
  const labels = new Set(rows.map((row) => row.evidence));
  return {
    sources: [...new Set(rows.flatMap((row) => row.sources))],
    evidence: (Object.keys(EVIDENCE_WORDS) as Evidence[]).filter((label) => labels.has(label)),
  };
}
