import { dateText, inWords, sentence } from './format.ts';
import { lastDay } from './dates.ts';
import { forceRow, pointsOf } from './lookup.ts';
import type { Evidence, Facts, Resting, Veil } from './schema.ts';

/** How sure a fact must be to be shown: any label; an official document or two reports; an official document. */
export const LEVELS = ['all', 'reported', 'confirmed'] as const;
export type Level = (typeof LEVELS)[number];

/** What a reader looks through: how sure a fact must be, and the day by which it must have been public. */
export interface Lens {
  ev: Level;
  /** `YYYY-MM-DD`, or null for everything the record holds. */
  asof: string | null;
}

/** The lens that withholds nothing. */
export const CLEAR: Lens = { ev: 'all', asof: null };

/** The lens that the two keys of an address ask for; what they cannot say is clear. */
export const lensOf = ({ ev, asof }: { ev: string; asof: string }): Lens => ({
  ev: LEVELS.find((level) => level === ev) ?? CLEAR.ev,
  asof: asof === 'latest' ? null : asof,
});

const KEPT: Readonly<Record<Level, readonly Evidence[]>> = {
  all: ['official', 'reported', 'single', 'contested', 'unconfirmed'],
  reported: ['official', 'reported'],
  confirmed: ['official'],
};

/** What a lens asks of a statement. */
export interface Basis {
  evidence: Evidence | null;
  /** When it became public, of any precision; null where that is not known. */
  knownFrom?: string | null;
}

/** Whether a lens withholds nothing at all. */
export const isClear = ({ ev, asof }: Lens): boolean => ev === 'all' && asof === null;

/**
 * Why a lens withholds a statement, or null where it does not. What has no label states nothing and is never
 * withheld. A month counts as its last day, a year as its 31 December.
 */
export function veilOf({ evidence, knownFrom = null }: Basis, { ev, asof }: Lens): Veil | null {
  if (evidence === null) return null;
  if (!KEPT[ev].includes(evidence)) return 'below';
  if (asof === null) return null;
  if (knownFrom === null) return 'undated';
  return lastDay(knownFrom) > asof ? 'later' : null;
}

/**
 * What stands in the place of withheld statements, after a name or a number of sentences: "rests on reports, not on
 * an official document".
 */
export function veilText(veil: Veil, { ev, asof }: Lens, many = false): string {
  const rest = many ? 'rest' : 'rests';
  if (veil === 'below')
    return ev === 'confirmed'
      ? `${rest} on reports, not on an official document`
      : `${rest} on one source or less, or sources conflict`;
  const day = dateText(asof ?? '');
  return veil === 'later'
    ? `${many ? 'were' : 'was'} not public by ${day}`
    : `may not have been public by ${day}: date not known`;
}

/** The same in two or three words, for the place in a picture where the mark would stand. */
export function veilWord(veil: Veil, { ev }: Lens): string {
  if (veil === 'below') return ev === 'confirmed' ? 'not official' : 'one source or less';
  return veil === 'later' ? 'not yet public' : 'date not known';
}

/** The line for a run of withheld sentences, with their count. */
export const sentencesVeiled = (count: number, veil: Veil, lens: Lens): string =>
  `${sentence(inWords(count))} ${count === 1 ? 'sentence' : 'sentences'} here ${veilText(veil, lens, count > 1)}.`;

/** Everything in the record that states something and has a label: what a lens counts. */
export const statementsOf = (facts: Facts): (Basis & { id: string })[] =>
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
 * The record through a lens: the same rows in the same order, those that it withholds marked with why (`veil`). Every
 * series takes its facts through here, so pictures, tables and lists withhold alike.
 */
export function through(facts: Facts, lens: Lens): Facts {
  if (isClear(lens)) return facts;
  const veiled = <Row extends Basis>(row: Row): Row & { veil: Veil | null } => ({
    ...row,
    veil: veilOf(row, lens),
  });
  const resting = <Row extends Resting>(row: Row): Row & { veil: Veil | null } => ({
    ...row,
    veil: row.rests ? veilOf(row.rests, lens) : null,
  });
  return {
    ...facts,
    lens,
    amounts: facts.amounts.map(veiled),
    timeline: facts.timeline.map(veiled),
    stakeholders: facts.stakeholders.map(veiled),
    arguments: facts.arguments.map(veiled),
    tensions: facts.tensions.map((tension) => ({
      ...tension,
      sides: tension.sides.map((side) => ({ ...side, evidence: side.evidence.map(veiled) })),
    })),
    options: facts.options.map((option) => ({ ...option, facts: option.facts.map(veiled) })),
    polls: facts.polls.map(veiled),
    forces: facts.forces.map((force) => ({
      ...force,
      palantir: veiled(force.palantir),
      liveFaces: veiled(force.liveFaces),
    })),
    // A question tells of what it asks about, a claim of what supports it, a case of its steps.
    questions: facts.questions.map(resting),
    claims: facts.claims.map(resting),
    cases: facts.cases.map(resting),
  };
}

/** A basis as an attribute of an element: `single@2026-05-28`, `official@`; nothing where there is no label. */
export const basisText = ({ evidence, knownFrom }: Basis): string | undefined =>
  evidence === null ? undefined : `${evidence}@${knownFrom ?? ''}`;

/** What `basisText` wrote; a text that it did not write states nothing. */
export function basisFrom(text: string): Basis {
  const [label, knownFrom = ''] = text.split('@');
  return { evidence: KEPT.all.find((one) => one === label) ?? null, knownFrom: knownFrom || null };
}
