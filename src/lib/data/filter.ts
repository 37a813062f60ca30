import { formatDate, numberToWords, capitalize } from './format.ts';
import { endOfPeriod } from './partial-dates.ts';
import { forceRow, pointsOf } from './lookup.ts';
import type { Evidence, Dataset, Resting, HiddenReason } from './schema.ts';

/** How sure a fact must be to be shown: any label; an official document or two reports; an official document. */
export const LEVELS = ['all', 'reported', 'confirmed'] as const;
export type EvidenceLevel = (typeof LEVELS)[number];

/** What a reader looks through: how sure a fact must be, and the day by which it must have been public. */
export interface EvidenceFilter {
  ev: EvidenceLevel;
  /** `YYYY-MM-DD`, or null for everything the record holds. */
  asof: string | null;
}

/** The lens that withholds nothing. */
export const NO_FILTER: EvidenceFilter = { ev: 'all', asof: null };

/** The lens that the two keys of an address ask for; what they cannot say is clear. */
export const filterFromQuery = ({ ev, asof }: { ev: string; asof: string }): EvidenceFilter => ({
  ev: LEVELS.find((level) => level === ev) ?? NO_FILTER.ev,
  asof: asof === 'latest' ? null : asof,
});

const KEPT: Readonly<Record<EvidenceLevel, readonly Evidence[]>> = {
  all: ['official', 'reported', 'single', 'contested', 'unconfirmed'],
  reported: ['official', 'reported'],
  confirmed: ['official'],
};

/** What a lens asks of a statement. */
export interface EvidenceBasis {
  evidence: Evidence | null;
  /** When it became public, of any precision; null where that is not known. */
  knownFrom?: string | null;
}

/** Whether a lens withholds nothing at all. */
export const isInactive = ({ ev, asof }: EvidenceFilter): boolean => ev === 'all' && asof === null;

/**
 * Why a lens withholds a statement, or null where it does not. What has no label states nothing and is never
 * withheld. A month counts as its last day, a year as its 31 December.
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
 * What stands in the place of withheld statements, after a name or a number of sentences: "rests on reports, not on
 * an official document".
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

/** The same in two or three words, for the place in a picture where the mark would stand. */
export function hiddenWord(hiddenReason: HiddenReason, { ev }: EvidenceFilter): string {
  if (hiddenReason === 'below') return ev === 'confirmed' ? 'not official' : 'one source or less';
  return hiddenReason === 'later' ? 'not yet public' : 'date not known';
}

/** The line for a run of withheld sentences, with their count. */
export const hiddenSentencesNote = (
  count: number,
  hiddenReason: HiddenReason,
  lens: EvidenceFilter,
): string =>
  `${capitalize(numberToWords(count))} ${count === 1 ? 'sentence' : 'sentences'} here ${hiddenText(hiddenReason, lens, count > 1)}.`;

/** Everything in the record that states something and has a label: what a lens counts. */
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
 * The record through a lens: the same rows in the same order, those that it withholds marked with why (`hiddenReason`). Every
 * model takes its facts through here, so pictures, tables and lists withhold alike.
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
    // A question tells of what it asks about, a claim of what supports it, a case of its steps.
    questions: facts.questions.map(resting),
    claims: facts.claims.map(resting),
    cases: facts.cases.map(resting),
  };
}

/** A basis as an attribute of an element: `single@2026-05-28`, `official@`; nothing where there is no label. */
export const serializeEvidence = ({ evidence, knownFrom }: EvidenceBasis): string | undefined =>
  evidence === null ? undefined : `${evidence}@${knownFrom ?? ''}`;

/** What `serializeEvidence` wrote; a text that it did not write states nothing. */
export function parseEvidence(text: string): EvidenceBasis {
  const [label, knownFrom = ''] = text.split('@');
  return { evidence: KEPT.all.find((one) => one === label) ?? null, knownFrom: knownFrom || null };
}
