import * as v from 'valibot';
import amounts from '#data/amounts.json';
import args from '#data/arguments.json';
import cases from '#data/cases.json';
import comparisons from '#data/comparisons.json';
import figures from '#data/figures.json';
import forces from '#data/forces.json';
import glossary from '#data/glossary.json';
import notices from '#data/notices.json';
import questions from '#data/open-questions.json';
import options from '#data/options.json';
import polls from '#data/polls.json';
import record from '#data/dataset.json';
import claims from '#data/early-article-claims.json';
import sources from '#data/sources.json';
import stakeholders from '#data/stakeholders.json';
import tensions from '#data/tensions.json';
import timeline from '#data/timeline.json';
import updates from '#data/updates.json';
import { combineEvidence } from './format.ts';
import { endOfPeriod } from './partial-dates.ts';
import { allStatements } from './filter.ts';
import { findFact, weakestEvidence } from './lookup.ts';
import { Dataset, type Claim, type Evidence } from './schema.ts';

const parsed = v.parse(Dataset, {
  amounts,
  timeline,
  stakeholders,
  arguments: args,
  tensions,
  options,
  glossary,
  claims,
  sources,
  questions,
  figures,
  comparisons,
  updates,
  forces,
  polls,
  notices,
  cases,
  record,
});

/** Returns the earliest publication date among the sources, or null if none is dated. */
const earliest = (sources: readonly string[]): string | null =>
  parsed.sources
    .filter(({ id, published }) => published !== null && sources.includes(id))
    .map(({ published }) => published ?? '')
    .sort((a, b) => (endOfPeriod(a) < endOfPeriod(b) ? -1 : 1))[0] ?? null;

const dated = <Row extends { knownFrom?: string | null; sources: readonly string[] }>(row: Row): Row => ({
  ...row,
  knownFrom: row.knownFrom ?? earliest(row.sources),
});

// An argument, a point or an option's fact has the date of its earliest source.
const datedFacts: Dataset = {
  ...parsed,
  arguments: parsed.arguments.map(dated),
  tensions: parsed.tensions.map((tension) => ({
    ...tension,
    sides: tension.sides.map((side) => ({ ...side, evidence: side.evidence.map(dated) })),
  })),
  options: parsed.options.map((option) => ({ ...option, facts: option.facts.map(dated) })),
};

/**
 * Returns the evidence label and date of a claim in the early article. A supported claim takes the weakest
 * label and the earliest date of its supporting rows. A claim without support rests on the article alone,
 * which has no date.
 */
function claimBasis({ verdict, replacedBy }: Claim): { evidence: Evidence | null; knownFrom: string | null } {
  if (verdict !== 'corroborated') return { evidence: 'unconfirmed', knownFrom: null };
  const behind = allStatements(datedFacts).filter(({ id }) => replacedBy.includes(id));
  const days = behind.flatMap(({ knownFrom }) => knownFrom ?? []);
  return {
    evidence: weakestEvidence(behind.map(({ evidence }) => evidence)) ?? 'single',
    knownFrom: days.sort((one, other) => (endOfPeriod(one) < endOfPeriod(other) ? -1 : 1))[0] ?? null,
  };
}

/**
 * The whole dataset, typed, for the server and for tests: a page receives only the facts it shows. Importing
 * this module throws if a row does not match schema.ts; the check before the build rules that out.
 */
export const facts: Dataset = {
  ...datedFacts,
  claims: datedFacts.claims.map((claim) => ({ ...claim, rests: claimBasis(claim) })),
  questions: datedFacts.questions.map((question) => {
    const { evidence, knownFrom } = combineEvidence(question.facts.map((id) => findFact(datedFacts, id)));
    return { ...question, rests: { evidence, knownFrom } };
  }),
  cases: datedFacts.cases.map((each) => {
    const rows = each.steps.flatMap(({ amount, upTo, event }) =>
      [amount, upTo, event].filter((id) => id !== null),
    );
    const { evidence, knownFrom } = combineEvidence(rows.map((id) => findFact(datedFacts, id)));
    return { ...each, rests: { evidence, knownFrom } };
  }),
};
