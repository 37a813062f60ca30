import { formatDate, numberToWords, capitalize } from './format.ts';
import { endOfPeriod } from './partial-dates.ts';
import { forceRow, pointsOf } from './lookup.ts';
import type { Evidence, Dataset, Resting, HiddenReason } from './schema.ts';

/** Evidence levels: any label; an official document or two reports; an official document. */
export const LEVELS = ['all', 'reported', 'confirmed'] as const;
export type EvidenceLevel = (typeof LEVELS)[number];

/** A reader's filter: the weakest evidence to show, and the day by which a fact must have been public. */
export interface EvidenceFilter {
  ev: EvidenceLevel;
  /** `YYYY-MM-DD`, or null for no limit. */
  asof: string | null;
}

/** The filter that hides nothing. */
export const NO_FILTER: EvidenceFilter = { ev: 'all', asof: null };

/** Returns the filter for two query values. Invalid values fall back to the inactive filter. */
export const filterFromQuery = ({ ev, asof }: { ev: string; asof: string }): EvidenceFilter => ({
  ev: LEVELS.find((level) => level === ev) ?? NO_FILTER.ev,
  asof: asof === 'latest' ? null : asof,
});

const KEPT: Readonly<Record<EvidenceLevel, readonly Evidence[]>> = {
  all: ['official', 'reported', 'single', 'contested', 'unconfirmed'],
  reported: ['official', 'reported'],
  confirmed: ['official'],
};

/** The properties of a statement that the filter tests. */
export interface EvidenceBasis {
  evidence: Evidence | null;
  /** Date of any precision on which it became public; null if unknown. */
  knownFrom?: string | null;
}

/** Returns whether the filter hides nothing. */
export const isInactive = ({ ev, asof }: EvidenceFilter): boolean => ev === 'all' && asof === null;

/**
 * Returns why the filter hides a statement, or null if it is visible. A row without a label makes no
 * statement and is never hidden. A month counts as its last day, a year as its 31 December.
 */
export function hiddenReasonFor(
  { evidence, knownFrom = null }: EvidenceBasis,
  { ev, asof }: EvidenceFilter,
): HiddenReason | null {
  if (evidence === null) return null;
  if (!KEPT[ev].includes(evidence)) return 'below';
  if (asof === null) return null;
  if (knownFrom === null) return 'undated';
  return endOfPeriod(knownFrom) > asof ? 'later' : null;
}

/**
 * Returns the text that replaces hidden statements. It follows a name or a number of sentences: "rests on
 * reports, not on an official document".
 */
export function hiddenText(hiddenReason: HiddenReason, { ev, asof }: EvidenceFilter, many = false): string {
  const rest = many ? 'rest' : 'rests';
  if (hiddenReason === 'below')
    return ev === 'confirmed'
      ? `${rest} on reports, not on an official document`
      : `${rest} on one source or less, or sources conflict`;
  const day = formatDate(asof ?? '');
  return hiddenReason === 'later'
    ? `${many ? 'were' : 'was'} not public by ${day}`
    : `may not have been public by ${day}: date not known`;
}

/** Returns the reason in two or three words, to replace a mark in a chart. */
export function hiddenWord(hiddenReason: HiddenReason, { ev }: EvidenceFilter): string {
  if (hiddenReason === 'below') return ev === 'confirmed' ? 'not official' : 'one source or less';
  return hiddenReason === 'later' ? 'not yet public' : 'date not known';
}

/** Returns the note that replaces a run of hidden sentences, with their count. */
export const hiddenSentencesNote = (
  count: number,
  hiddenReason: HiddenReason,
  lens: EvidenceFilter,
): string =>
  `${capitalize(numberToWords(count))} ${count === 1 ? 'sentence' : 'sentences'} here ${hiddenText(hiddenReason, lens, count > 1)}.`;

/** Returns every labelled statement in the dataset; the filter counts these. */
export const allStatements = (facts: Dataset): (EvidenceBasis & { id: string })[] =>
  [
    ...facts.amounts,
    ...facts.timeline,
    ...facts.stakeholders,
    ...facts.arguments,
    ...pointsOf(facts),
    ...facts.polls,
    ...facts.forces.map(forceRow),
  ].filter(({ evidence }) => evidence !== null);

/**
 * Returns the dataset with the same rows in the same order, and a `hiddenReason` on each row the filter
 * hides. Every model reads its facts through this function, so charts, tables and lists hide the same rows.
 */
export function applyFilter(facts: Dataset, lens: EvidenceFilter): Dataset {
  if (isInactive(lens)) return facts;
  const withReason = <Row extends EvidenceBasis>(row: Row): Row & { hiddenReason: HiddenReason | null } => ({
    ...row,
    hiddenReason: hiddenReasonFor(row, lens),
  });
  const resting = <Row extends Resting>(row: Row): Row & { hiddenReason: HiddenReason | null } => ({
    ...row,
    hiddenReason: row.rests ? hiddenReasonFor(row.rests, lens) : null,
  });
  return {
    ...facts,
    lens,
    amounts: facts.amounts.map(withReason),
    timeline: facts.timeline.map(withReason),
    stakeholders: facts.stakeholders.map(withReason),
    arguments: facts.arguments.map(withReason),
    tensions: facts.tensions.map((tension) => ({
      ...tension,
      sides: tension.sides.map((side) => ({ ...side, evidence: side.evidence.map(withReason) })),
    })),
    options: facts.options.map((option) => ({ ...option, facts: option.facts.map(withReason) })),
    polls: facts.polls.map(withReason),
    forces: facts.forces.map((force) => ({
      ...force,
      palantir: withReason(force.palantir),
      liveFaces: withReason(force.liveFaces),
    })),
    // A question depends on the rows it asks about, a claim on its supporting rows, a case on its steps.
    questions: facts.questions.map(resting),
    claims: facts.claims.map(resting),
    cases: facts.cases.map(resting),
  };
}

/**
 * Returns a basis as an attribute value: `single@2026-05-28`, `official@`; undefined if there is no label.
 */
export const serializeEvidence = ({ evidence, knownFrom }: EvidenceBasis): string | undefined =>
  evidence === null ? undefined : `${evidence}@${knownFrom ?? ''}`;

/** Parses the output of `serializeEvidence`. Any other text yields a null label. */
export function parseEvidence(text: string): EvidenceBasis {
  const [label, knownFrom = ''] = text.split('@');
  return { evidence: KEPT.all.find((one) => one === label) ?? null, knownFrom: knownFrom || null };
}
