import { combineEvidence, factIdsOf, resolveToken } from '$lib/data/format.ts';
import { allStatements } from '$lib/data/filter.ts';
import { forceRow, getById, pointsOf, findFact, type FactView } from '$lib/data/lookup.ts';
import type {
  Case,
  Claim,
  Comparison,
  Dataset,
  Figure,
  Notice,
  OpenQuestion,
  Poll,
} from '$lib/data/schema.ts';
import { POLL_ABOUT } from './labels.ts';
import type { RecordPage } from './context.ts';

/**
 * The parts that every row on a reference page has. The name contains no figures, so that it can stay visible
 * when a filter hides the rest.
 */
export type Row = Pick<FactView, 'id' | 'name' | 'evidence' | 'sources' | 'knownFrom'>;

const place = <T extends { id: string }>(rows: readonly T[], row: T): string =>
  `${rows.findIndex(({ id }) => id === row.id) + 1} of ${rows.length}`;

const UNLABELLED = { evidence: null, knownFrom: null };

/**
 * Returns a claim of the early article as a row, with the evidence of the facts that support it, or no label.
 */
export const claimRow = (facts: Dataset, claim: Claim): Row => ({
  ...(claim.rests ?? UNLABELLED),
  id: claim.id,
  name: `Claim ${place(facts.claims, claim)}`,
  sources: claim.sources,
});

/** Returns an open question as a row, with the evidence of the facts it asks about. */
export const questionRow = (facts: Dataset, question: OpenQuestion): Row => ({
  ...(question.rests ?? UNLABELLED),
  id: question.id,
  name: `Open question ${place(facts.questions, question)}`,
  sources: question.sources,
});

/** Returns a figure as a row, with the name and evidence of the fact whose text contains it. */
export const figureRow = (facts: Dataset, { id, fact }: Figure): Row => ({ ...findFact(facts, fact), id });

/** Returns a comparison as a row, with the weaker evidence of its two amounts. */
export const comparisonRow = (facts: Dataset, { id, a, b }: Comparison): Row => ({
  ...resolveToken(facts, id),
  id,
  name: [a, b].map((side) => getById(facts.amounts, side).short).join(', next to: '),
});

/** Returns a poll question as a row, named after its pollster and subject. */
export const pollRow = (poll: Poll): Row => ({
  ...poll,
  name: `${poll.pollster} on ${POLL_ABOUT[poll.about].toLowerCase().replace(/\bai\b/, 'AI')}`,
});

/**
 * Returns a notice as a row. It is always official, because the data check requires the public body’s own
 * document.
 */
export const noticeRow = (facts: Dataset, notice: Notice): Row => ({
  id: notice.id,
  name: `Notice ${place(facts.notices, notice)}`,
  evidence: 'official',
  knownFrom: notice.date,
  sources: [notice.source],
});

/** Returns a case as a row, with the weakest evidence of its steps. */
export const caseRow = ({ id, title, rests, answerSources }: Case): Row => ({
  ...(rests ?? UNLABELLED),
  id,
  name: title,
  sources: answerSources,
});

/** Returns the rows of forces, polls, notices and cases, in that order. */
const tableRows = (facts: Dataset): Row[] => [
  ...facts.forces.map(forceRow),
  ...facts.polls.map(pollRow),
  ...facts.notices.map((row) => noticeRow(facts, row)),
  ...facts.cases.map(caseRow),
];

/**
 * Returns the name of any row, for use as link text.
 * @throws RangeError if no row has the id
 */
export function nameOf(facts: Dataset, id: string): string {
  const among = <T extends { id: string }>(rows: readonly T[]): T | undefined =>
    rows.find((row) => row.id === id);
  const [claim, question] = [among(facts.claims), among(facts.questions)];
  if (claim) return claimRow(facts, claim).name;
  if (question) return questionRow(facts, question).name;
  const titled = among(facts.options) ?? among(facts.tensions);
  return (
    titled?.title ??
    among(tableRows(facts))?.name ??
    among(facts.sources)?.publisher ??
    findFact(facts, id).name
  );
}

/** Returns every row with an anchor on the claims page, each with a name that makes no factual statement. */
export const neutralNames = (facts: Dataset): { id: string; handle: string }[] => [
  ...facts.claims.map((row) => ({ id: row.id, handle: claimRow(facts, row).name })),
  ...facts.questions.map((row) => ({ id: row.id, handle: questionRow(facts, row).name })),
  ...[facts.amounts, facts.timeline, facts.stakeholders, facts.arguments, pointsOf(facts)]
    .flat()
    .map(({ id }) => ({ id, handle: findFact(facts, id).handle })),
  ...[...facts.tensions, ...facts.options].map(({ id, title }) => ({ id, handle: title })),
  ...facts.tensions.flatMap(({ sides, questions, title }) => [
    ...sides.map(({ id }) => ({ id, handle: `A side of “${title}”` })),
    ...questions.map(({ id }) => ({ id, handle: `A question of “${title}”` })),
  ]),
  ...facts.comparisons.map((row) => ({ id: row.id, handle: comparisonRow(facts, row).name })),
  ...facts.figures.map(({ id, fact }) => ({ id, handle: findFact(facts, fact).handle })),
  ...tableRows(facts).map(({ id, name }) => ({ id, handle: name })),
];

/** Returns the reference page that shows a row. */
export function pageOf(facts: Dataset, id: string): RecordPage {
  if (facts.sources.some((row) => row.id === id)) return 'sources';
  return facts.glossary.some((row) => row.id === id) ? 'glossary' : 'claims';
}

/** Returns every row that cites sources, in the order of the claims page, glossary terms last. */
const citing = (facts: Dataset): { id: string; sources: readonly string[] }[] => [
  ...facts.claims,
  ...facts.amounts,
  ...facts.timeline,
  ...facts.stakeholders,
  ...facts.arguments.map(({ id, sources, counterSources }) => ({
    id,
    sources: [...sources, ...counterSources],
  })),
  ...pointsOf(facts),
  ...facts.questions,
  ...tableRows(facts),
  ...facts.glossary,
];

/** Returns the ids of the rows that cite each source, by source id. */
export function restingOn(facts: Dataset): ReadonlyMap<string, readonly string[]> {
  const rests = new Map<string, string[]>(facts.sources.map(({ id }) => [id, []]));
  for (const { id, sources } of citing(facts)) {
    for (const source of new Set(sources)) rests.get(source)?.push(id);
  }
  return rests;
}

/** Splits a sentence at its figures: text at even indexes, tokens for `fillTemplate` at odd ones. */
export const cutAtFigures = (says: string): string[] => says.split(/\{([a-z0-9:-]+)\}/);

/**
 * Returns the combined evidence of a sentence: of the facts behind its figures and of the given rows. Rows
 * without an evidence label do not count.
 */
export function basisOfWords(facts: Dataset, says: string, rows: readonly string[] = []) {
  const labelled = new Set(allStatements(facts).map(({ id }) => id));
  const tokens = cutAtFigures(says).filter((_, index) => index % 2 === 1);
  const ids = [...tokens.flatMap((token) => factIdsOf(facts, token)), ...rows];
  return combineEvidence(ids.filter((id) => labelled.has(id)).map((id) => findFact(facts, id)));
}
