import { dateText, inWords, lastDay, sentence } from './figures.ts';
import { pointsOf, weakest } from './rows.ts';
import type { Claim, Evidence, Facts, Veil } from './schema.ts';

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

/** The line for a run of withheld sentences, with their count. */
export const sentencesVeiled = (count: number, veil: Veil, lens: Lens): string =>
  `${sentence(inWords(count))} ${count === 1 ? 'sentence' : 'sentences'} here ${veilText(veil, lens, count > 1)}.`;

/** The claim of the early article that the record supports is as sure as what supports it; the others are its word alone. */
export function claimEvidence(facts: Facts, claim: Claim): Evidence {
  if (claim.verdict !== 'corroborated') return 'unconfirmed';
  const behind = statementsOf(facts).filter((row) => claim.replacedBy.includes(row.id));
  return weakest(behind.map(({ evidence }) => evidence)) ?? 'single';
}

/** Everything in the record that states something and has a label: what a lens counts. */
export const statementsOf = (facts: Facts): (Basis & { id: string })[] =>
  [...facts.amounts, ...facts.timeline, ...facts.stakeholders, ...facts.arguments, ...pointsOf(facts)].filter(
    ({ evidence }) => evidence !== null,
  );

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
  const statements = statementsOf(facts);
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
    // A question tells of what it asks about.
    questions: facts.questions.map((question) => ({
      ...question,
      veil:
        statements
          .filter(({ id }) => question.facts.includes(id))
          .map((row) => veilOf(row, lens))
          .find((veil) => veil !== null) ?? null,
    })),
    claims: facts.claims.map((claim) => ({
      ...claim,
      // The early article has no date, so nothing of it is known to have been public on any day.
      veil: veilOf({ evidence: claimEvidence(facts, claim), knownFrom: null }, lens),
    })),
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
