import { latest } from './partial-dates.ts';
import type { Evidence, Dataset, Force, Point, HiddenReason } from './schema.ts';

/** Fields that every fact of the dataset has, whatever its kind. */
export interface FactView {
  id: string;
  /** A short name, for use in a chart or a list. */
  name: string;
  /** A label that does not reveal the statement: the name, unless the name itself states something. */
  handle: string;
  /** The statement, in one sentence or more. */
  text: string;
  /** Null if the row makes no statement: a term, a question, a claim of the early article. */
  evidence: Evidence | null;
  /** Ids in `sources.json`. */
  sources: readonly string[];
  knownFrom: string | null;
  hiddenReason: HiddenReason | null;
  /** Whether it is our own inference from its sources. */
  inference: boolean;
}

/**
 * Returns the row with the id.
 * @throws RangeError naming the id if there is no such row
 */
export function getById<T extends { id: string }>(rows: readonly T[], id: string): T {
  const row = rows.find((candidate) => candidate.id === id);
  if (!row) throw new RangeError(`no fact "${id}"`);
  return row;
}

/** Returns every point of evidence and every fact of an option. */
export const pointsOf = (facts: Pick<Dataset, 'tensions' | 'options'>): Point[] => [
  ...facts.tensions.flatMap(({ sides }) => sides.flatMap(({ evidence }) => evidence)),
  ...facts.options.flatMap((option) => option.facts),
];

type Loose = Pick<FactView, 'id'> & Partial<FactView>;
const toFactView = (row: Loose, name: string, text: string, handle = name): FactView => ({
  id: row.id,
  name,
  handle,
  text,
  evidence: row.evidence ?? null,
  sources: row.sources ?? [],
  knownFrom: row.knownFrom ?? null,
  hiddenReason: row.hiddenReason ?? null,
  inference: row.inference ?? false,
});

/** Returns a police force as a fact, with the weaker label and the later date of its two statuses. */
export function forceRow({ id, name, palantir, liveFaces }: Force): FactView {
  const statuses = [palantir, liveFaces];
  const found = statuses.filter(({ evidence }) => evidence !== null);
  return toFactView(
    {
      id,
      evidence: weakestEvidence(found.map(({ evidence }) => evidence)),
      knownFrom: latest(found.map(({ knownFrom }) => knownFrom)),
      sources: [...new Set(statuses.flatMap(({ sources }) => sources))],
      hiddenReason: palantir.hiddenReason ?? liveFaces.hiddenReason ?? null,
    },
    name,
    statuses.flatMap(({ says }) => says ?? []).join(' '),
  );
}

/** Lookup functions, one for each kind of row. */
const KINDS: readonly ((facts: Dataset, id: string) => FactView | undefined)[] = [
  ({ amounts }, id) => {
    const row = amounts.find((one) => one.id === id);
    return row && toFactView(row, row.short, `${row.label}: ${row.amountText}`);
  },
  ({ timeline }, id) => {
    const row = timeline.find((one) => one.id === id);
    return row && toFactView(row, row.short, row.summary);
  },
  ({ stakeholders }, id) => {
    const row = stakeholders.find((one) => one.id === id);
    return row && toFactView(row, row.short, row.summary);
  },
  ({ arguments: all }, id) => {
    const row = all.find((one) => one.id === id);
    return row && toFactView(row, row.label, row.explanation);
  },
  (facts, id) => {
    const row = pointsOf(facts).find((one) => one.id === id);
    return row && toFactView(row, row.short, row.text, 'A point of evidence');
  },
  ({ claims }, id) => {
    const row = claims.find((one) => one.id === id);
    return row && toFactView(row, row.claim, row.why, 'A claim of the early article');
  },
  ({ questions }, id) => {
    const row = questions.find((one) => one.id === id);
    return row && toFactView(row, row.question, row.lookedFor, 'An open question');
  },
  ({ polls }, id) => {
    const row = polls.find((one) => one.id === id);
    return row && toFactView(row, `${row.pollster}: a poll’s question`, row.asked);
  },
  ({ forces }, id) => {
    const row = forces.find((one) => one.id === id);
    return row && forceRow(row);
  },
  ({ glossary }, id) => {
    const row = glossary.find((one) => one.id === id);
    return row && toFactView(row, row.term, row.definition);
  },
];

/**
 * Returns the fact with the id: its name, statement and evidence.
 * @throws RangeError if there is no such id
 */
export function findFact(facts: Dataset, id: string): FactView {
  for (const kind of KINDS) {
    const row = kind(facts, id);
    if (row) return row;
  }
  throw new RangeError(`no fact "${id}"`);
}

const ORDER: readonly Evidence[] = ['official', 'reported', 'single', 'contested', 'unconfirmed'];

/** Returns the weakest of the labels: a statement is only as sure as its weakest support. */
export function weakestEvidence(labels: readonly (Evidence | null)[]): Evidence | null {
  return labels.reduce<Evidence | null>(
    (worst, label) =>
      label !== null && (worst === null || ORDER.indexOf(label) > ORDER.indexOf(worst)) ? label : worst,
    null,
  );
}
