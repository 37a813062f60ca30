import { latest } from './partial-dates.ts';
import type { Evidence, Dataset, Force, Point, HiddenReason } from './schema.ts';

/** What can be said of any fact of the record, whatever kind of row or point it is. */
export interface FactView {
  id: string;
  /** Its name: a few words, for use in a picture or a list. */
  name: string;
  /** What it can be called without saying what it states: its name, unless the name states something itself. */
  handle: string;
  /** What it states, in a sentence or more. */
  text: string;
  /** Null where the row states nothing of its own: a term, a question, a claim of the early article. */
  evidence: Evidence | null;
  /** Ids in `sources.json`. */
  sources: readonly string[];
  knownFrom: string | null;
  hiddenReason: HiddenReason | null;
  /** Whether it is our own reading of what its sources say. */
  inference: boolean;
}

/** The row with an id. @throws RangeError naming the id: a picture or a sentence evidenceIds on a row that is not there */
export function getById<T extends { id: string }>(rows: readonly T[], id: string): T {
  const row = rows.find((candidate) => candidate.id === id);
  if (!row) throw new RangeError(`no fact "${id}"`);
  return row;
}

/** Every point of evidence and fact of an option. */
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

/** A police force: as sure as the less sure of what was found of it in the two matters, and as old as the later. */
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

/** How a row of each kind is found and told. */
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

/** Any fact by its id: its name, what it states, and what it rests on. @throws RangeError on no such id */
export function findFact(facts: Dataset, id: string): FactView {
  for (const kind of KINDS) {
    const row = kind(facts, id);
    if (row) return row;
  }
  throw new RangeError(`no fact "${id}"`);
}

const ORDER: readonly Evidence[] = ['official', 'reported', 'single', 'contested', 'unconfirmed'];

/** The weakestEvidence of some labels: a statement is as sure as the least sure thing it evidenceIds on. */
export function weakestEvidence(labels: readonly (Evidence | null)[]): Evidence | null {
  return labels.reduce<Evidence | null>(
    (worst, label) =>
      label !== null && (worst === null || ORDER.indexOf(label) > ORDER.indexOf(worst)) ? label : worst,
    null,
  );
}
