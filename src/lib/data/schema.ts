import * as v from 'valibot';
import type { EvidenceFilter } from './filter.ts';

// The shape of the dataset: the fields of each row and their types. Every object is strict, so an unknown
// field is an error; empty is `null` or `[]`, never a missing field. The rules in validate/ check the rest:
// that dates exist, that sums add up, that sources support labels.

const words = v.string();
const wordsOrNull = v.nullable(v.string());
const list = v.array(v.string());
/** Whole pounds, or null if there is no sum. */
const pounds = v.nullable(v.number());
/** `YYYY-MM-DD`, `YYYY-MM` or `YYYY`, as precise as is known. */
const date = v.string();
const dateOrNull = v.nullable(v.string());
const Precision = v.picklist(['day', 'month', 'year']);

/** Evidence labels, from a public body's own document down to the early article alone. */
export const Evidence = v.picklist(['official', 'reported', 'single', 'contested', 'unconfirmed']);
export type Evidence = v.InferOutput<typeof Evidence>;

/** Why a row is hidden: its evidence is too weak, it became public later, or its date is unknown. */
export type HiddenReason = 'below' | 'later' | 'undated';

/** A field that the filter adds to a row (see filter.ts); no file contains it. */
interface Hideable {
  hiddenReason?: HiddenReason | null;
}

/** Evidence of a row without its own label, derived from the rows it names (see dataset.ts). */
export interface Resting extends Hideable {
  rests?: { evidence: Evidence | null; knownFrom: string | null };
}

/** A quotation, as read in the named source. */
export const Quote = v.strictObject({ text: words, speaker: words, source: words });
export type Quote = v.InferOutput<typeof Quote>;

/** One publication. `url` is the publisher's own address, or null if it was not seen. */
export const Source = v.strictObject({
  id: words,
  publisher: words,
  title: wordsOrNull,
  url: wordsOrNull,
  published: dateOrNull,
  kind: v.picklist(['official', 'news', 'trade', 'campaign', 'company', 'academic', 'aggregator', 'seed']),
  access: v.picklist(['direct', 'repost', 'secondhand', 'headline', 'data']),
  note: wordsOrNull,
});
export type Source = v.InferOutput<typeof Source>;

/** One sum of money in whole pounds, or one statement that there is none. */
export const Amount = v.strictObject({
  id: words,
  label: words,
  /** For use beside a mark: plain words, no figures, at most 34 characters. */
  short: words,
  payer: words,
  supplier: wordsOrNull,
  amountGBP: pounds,
  lowGBP: pounds,
  highGBP: pounds,
  amountText: words,
  qualifier: v.picklist(['exact', 'about', 'at-least', 'at-most', 'range', 'unknown']),
  basis: v.picklist([
    'ceiling',
    'refused',
    'pilot',
    'claim',
    'budget',
    'spent',
    'award',
    'estimate',
    'count',
    'gap',
    'saving',
    'threshold',
    'pledge',
    'none',
  ]),
  /** Status of the money: drawn solid for rule, agreed or spent; otherwise dashed. */
  state: v.picklist(['rule', 'agreed', 'spent', 'refused', 'planned', 'optional', 'claimed', 'unknown']),
  periodStart: dateOrNull,
  periodEnd: dateOrNull,
  /** Pounds in one year: the sum itself, or its average over the period. */
  annualGBP: pounds,
  group: v.picklist(['met-palantir', 'police-ai-national', 'police-force', 'palantir-uk', 'context']),
  force: wordsOrNull,
  date: dateOrNull,
  datePrecision: v.nullable(Precision),
  knownFrom: dateOrNull,
  covers: words,
  note: wordsOrNull,
  sources: list,
  evidence: Evidence,
  /** The amount that contains this one, if the dataset clearly says so. */
  partOf: wordsOrNull,
  /** Amounts that must never be added to this one. Each names the other. */
  overlaps: list,
});
export type Amount = v.InferOutput<typeof Amount> & Hideable;

/** One dated event. */
export const DatedEvent = v.strictObject({
  id: words,
  date,
  datePrecision: Precision,
  endDate: dateOrNull,
  endPrecision: v.nullable(Precision),
  title: words,
  /** For use beside a mark: no figures, at most 34 characters. */
  short: words,
  summary: words,
  actors: list,
  track: v.picklist(['technology', 'law', 'procurement', 'civil-society', 'politics']),
  /** The refused contract and the staff pilot have separate lanes: their overlap is contested. */
  lane: v.picklist(['contract', 'staff-pilot', 'elsewhere']),
  knownFrom: dateOrNull,
  note: wordsOrNull,
  sources: list,
  evidence: Evidence,
  quote: v.nullable(Quote),
});
export type DatedEvent = v.InferOutput<typeof DatedEvent> & Hideable;

/** One person or body, with its position on the refused award, or none found. */
export const Stakeholder = v.strictObject({
  id: words,
  name: words,
  /** For use beside a mark: at most 24 characters. */
  short: words,
  kind: v.picklist(['person', 'body', 'group', 'company', 'party', 'campaign']),
  role: words,
  power: v.picklist([
    'decides',
    'executes',
    'oversees',
    'advises',
    'legislates',
    'campaigns',
    'supplies',
    'observes',
  ]),
  bloc: v.picklist([
    'city-hall',
    'met',
    'workforce',
    'supplier',
    'central-government',
    'parliament',
    'parties',
    'campaign',
    'police-sector',
    'public',
    'none-found',
  ]),
  stance: v.nullable(
    v.picklist(['opposes-deal', 'leans-against', 'neutral-or-split', 'leans-for', 'supports-deal']),
  ),
  basis: v.picklist(['on-deal', 'related', 'seed-only', 'none-found']),
  stanceWhy: words,
  summary: words,
  arguments: list,
  statedOn: dateOrNull,
  statedOnPrecision: v.nullable(Precision),
  knownFrom: dateOrNull,
  /** Rows that share this value are one voice and count once. */
  countsAs: words,
  note: wordsOrNull,
  sources: list,
  evidence: v.nullable(Evidence),
  quote: v.nullable(Quote),
});
export type Stakeholder = v.InferOutput<typeof Stakeholder> & Hideable;

/** One argument, with the best counter-argument. */
export const Argument = v.strictObject({
  id: words,
  label: words,
  side: v.picklist(['for', 'against', 'both']),
  /** Whether City Hall gave it as a reason, and how we know. */
  cityHall: v.picklist(['reason', 'voiced-not-decisive', 'second-hand-only', 'none-found']),
  explanation: words,
  madeBy: list,
  madeByOther: list,
  counter: words,
  counterBy: list,
  counterByOther: list,
  note: wordsOrNull,
  sources: list,
  counterSources: list,
  evidence: Evidence,
});
/** `knownFrom` is not in the file: it is the date of the earliest source (see dataset.ts). */
export type Argument = v.InferOutput<typeof Argument> & Hideable & { knownFrom?: string | null };

/** One sentence of evidence in a tension or an option; `inference` marks our own reasoning. */
export const Point = v.strictObject({
  id: words,
  text: words,
  /** For use in a chart: no figures, at most 52 characters in a tension, 30 in an option. */
  short: words,
  knownFrom: dateOrNull,
  inference: v.boolean(),
  note: wordsOrNull,
  sources: list,
  evidence: Evidence,
});
export type Point = v.InferOutput<typeof Point> & Hideable;

/** One side of a tension. */
export const Side = v.strictObject({ id: words, label: words, evidence: v.array(Point) });
export type Side = Omit<v.InferOutput<typeof Side>, 'evidence'> & { evidence: Point[] };

/** One question a reader may ask first, tied to points of evidence in the same tension. */
export const TensionQuestion = v.strictObject({ id: words, text: words, points: list });
export type TensionQuestion = v.InferOutput<typeof TensionQuestion>;

/** One tension: its sides, the evidence for each, and questions to weigh. */
export const Tension = v.strictObject({
  id: words,
  title: words,
  question: words,
  sides: v.array(Side),
  questions: v.array(TensionQuestion),
  seedCheck: words,
});
export type Tension = Omit<v.InferOutput<typeof Tension>, 'sides'> & { sides: Side[] };

/** One option for the next step, with its facts. */
export const Option = v.strictObject({
  id: words,
  title: words,
  seedExamples: list,
  askedFor: words,
  facts: v.array(Point),
  ukPoliceUsersFound: wordsOrNull,
  assessment: words,
  notEstablished: wordsOrNull,
});
export type Option = Omit<v.InferOutput<typeof Option>, 'facts'> & { facts: Point[] };

/** One glossary term; `official` if the definition follows a public body's own. */
export const Term = v.strictObject({
  id: words,
  term: words,
  definition: words,
  official: v.boolean(),
  sources: list,
});
export type Term = v.InferOutput<typeof Term>;

/** One factual claim in the early article, with our verdict. Unverified means searched for and not found. */
export const Claim = v.strictObject({
  id: words,
  section: v.picklist(['headline', 'veto', 'signals', 'counter', 'tensions', 'next']),
  claim: words,
  verdict: v.picklist(['corroborated', 'contradicted', 'unverified']),
  why: words,
  sources: list,
  /** Rows of the dataset that state the known facts instead. */
  replacedBy: list,
});
export type Claim = v.InferOutput<typeof Claim> & Resting;

/** One thing that is not public, and the searches made for it. */
export const OpenQuestion = v.strictObject({
  id: words,
  question: words,
  /** The missing information, for use in a chart: no figures, at most 40 characters. */
  short: words,
  lookedFor: words,
  group: v.picklist(['papers', 'money', 'proof', 'after-june']),
  /** The rows and points it asks about. */
  facts: list,
  sources: list,
});
export type OpenQuestion = v.InferOutput<typeof OpenQuestion> & Resting;

/** One number in a row's text, so that prose can take it from the dataset. */
export const Figure = v.strictObject({
  id: words,
  value: v.number(),
  /**
   * The unit counted. `pounds` are whole pounds; `year` is a calendar year; `percent` is out of a hundred.
   */
  unit: v.picklist([
    'years',
    'months',
    'weeks',
    'days',
    'hours',
    'year',
    'posts',
    'people',
    'forces',
    'messages',
    'percent',
    'arrests',
    'suspensions',
    'items',
    'data sources',
    'pounds',
  ]),
  /** The words as they appear in the fact's text. */
  text: words,
  /** The row, point or option's fact whose text contains it. */
  fact: words,
});
export type Figure = v.InferOutput<typeof Figure>;

/**
 * One fair comparison of two amounts. The ratio is computed, never stored; charts print the caveat with it.
 */
export const Comparison = v.strictObject({
  id: words,
  a: words,
  b: words,
  /** `whole` compares `amountGBP`, `per-year` compares `annualGBP`. */
  basis: v.picklist(['whole', 'per-year']),
  caveat: words,
});
export type Comparison = v.InferOutput<typeof Comparison>;

/** One change visible to readers: the first publication, an addition or a correction. Maintained by hand. */
export const Update = v.strictObject({
  id: words,
  /** Date of its publication. */
  on: date,
  kind: v.picklist(['published', 'added', 'corrected']),
  text: words,
  /** The text before a correction; otherwise null. */
  was: wordsOrNull,
  /** The rows that a correction changed. */
  facts: list,
});
export type Update = v.InferOutput<typeof Update>;

/**
 * Returns the schema of a force's status in one matter, with its evidence. `says` is null if nothing is
 * known.
 */
const statusOf = <const Codes extends readonly [string, ...string[]]>(codes: Codes) =>
  v.strictObject({
    status: v.picklist(codes),
    says: wordsOrNull,
    knownFrom: dateOrNull,
    note: wordsOrNull,
    sources: list,
    evidence: v.nullable(Evidence),
  });

/** One police force: its status with Palantir and with live face recognition, and its tile on a map. */
export const Force = v.strictObject({
  id: words,
  name: words,
  /** For its tile: at most three letters. */
  code: words,
  kind: v.picklist(['territorial', 'special']),
  nation: v.nullable(v.picklist(['england', 'wales', 'scotland', 'northern-ireland'])),
  region: wordsOrNull,
  /** Column and row of its tile, from 1 at the top left; null for a special force, which has no tile. */
  col: v.nullable(v.number()),
  row: v.nullable(v.number()),
  palantir: statusOf(['known', 'pilot', 'through-unit', 'ncnd', 'none-found', 'not-known']),
  liveFaces: statusOf(['used-before', 'vans-2025', 'equipment', 'not-in-use', 'not-known']),
});
type ForceRow = v.InferOutput<typeof Force>;
export type Force = ForceRow & { palantir: Hideable; liveFaces: Hideable };

/** One answer in a poll, in per cent of those asked. */
const Answer = v.strictObject({ label: words, percent: v.number() });

/** One poll question, with its exact scope. No poll in the dataset is about this deal. */
export const Poll = v.strictObject({
  id: words,
  pollster: words,
  client: wordsOrNull,
  about: v.picklist(['live-faces', 'chatbots', 'police-ai', 'emergency-ai']),
  /** The scope of the question, in our words. */
  asked: words,
  yes: Answer,
  /** Null if it was not shown. */
  no: v.nullable(Answer),
  other: v.array(Answer),
  /** `under`: the share is an upper bound. */
  qualifier: v.picklist(['exact', 'under']),
  people: v.nullable(v.number()),
  date: dateOrNull,
  datePrecision: v.nullable(Precision),
  knownFrom: dateOrNull,
  note: wordsOrNull,
  sources: list,
  evidence: Evidence,
});
export type Poll = v.InferOutput<typeof Poll> & Hideable;

/** One notice of a planned purchase, as its own data states it. */
export const Notice = v.strictObject({
  id: words,
  number: words,
  buyer: words,
  /** The body whose address it gives, never a person; null if the address was not seen. */
  contact: v.nullable(v.picklist(['met', 'mopac'])),
  date,
  /** `HH:MM`, London time. */
  time: words,
  ocid: words,
  source: words,
});
export type Notice = v.InferOutput<typeof Notice>;

/**
 * One step of a case: a row of `amounts`, a row of `timeline`, or both; `upTo` is the ceiling of the same
 * contract.
 */
export const CaseStep = v.strictObject({
  amount: wordsOrNull,
  upTo: wordsOrNull,
  event: wordsOrNull,
  /** `free` is a sum of £0 and `nominal` one of £1: charts print words at the edge of the scale, no marks. */
  route: v.picklist(['free', 'nominal', 'direct', 'competed', 'refused', 'left', 'not-stated']),
});
export type CaseStep = v.InferOutput<typeof CaseStep>;

/** One buyer’s steps with Palantir in order, with the response of the buyer or the supplier. */
export const Case = v.strictObject({
  id: words,
  title: words,
  /** For use beside a mark: at most 24 characters. */
  short: words,
  steps: v.array(CaseStep),
  answer: words,
  answerSources: list,
  note: wordsOrNull,
});
export type Case = v.InferOutput<typeof Case> & Resting;

/** Metadata of the dataset. Nothing in it is dated after `cutOff`; `compiled` is the day it was made. */
export const RecordInfo = v.strictObject({
  title: words,
  cutOff: date,
  cutOffText: words,
  compiled: date,
  licence: words,
});
export type RecordInfo = v.InferOutput<typeof RecordInfo>;

/** The whole dataset. */
export const Dataset = v.strictObject({
  amounts: v.array(Amount),
  timeline: v.array(DatedEvent),
  stakeholders: v.array(Stakeholder),
  arguments: v.array(Argument),
  tensions: v.array(Tension),
  options: v.array(Option),
  glossary: v.array(Term),
  claims: v.array(Claim),
  sources: v.array(Source),
  questions: v.array(OpenQuestion),
  figures: v.array(Figure),
  comparisons: v.array(Comparison),
  updates: v.array(Update),
  forces: v.array(Force),
  polls: v.array(Poll),
  notices: v.array(Notice),
  cases: v.array(Case),
  record: RecordInfo,
});
export interface Dataset {
  amounts: Amount[];
  timeline: DatedEvent[];
  stakeholders: Stakeholder[];
  arguments: Argument[];
  tensions: Tension[];
  options: Option[];
  glossary: Term[];
  claims: Claim[];
  sources: Source[];
  questions: OpenQuestion[];
  figures: Figure[];
  comparisons: Comparison[];
  updates: Update[];
  forces: Force[];
  polls: Poll[];
  notices: Notice[];
  cases: Case[];
  record: RecordInfo;
  /** The filter applied to the rows, if any: see filter.ts. */
  lens?: EvidenceFilter;
}

/** The file in `data/` for each part of the dataset. */
export const fileOf = {
  amounts: 'amounts.json',
  timeline: 'timeline.json',
  stakeholders: 'stakeholders.json',
  arguments: 'arguments.json',
  tensions: 'tensions.json',
  options: 'options.json',
  glossary: 'glossary.json',
  claims: 'early-article-claims.json',
  sources: 'sources.json',
  questions: 'open-questions.json',
  figures: 'figures.json',
  comparisons: 'comparisons.json',
  updates: 'updates.json',
  forces: 'forces.json',
  polls: 'polls.json',
  notices: 'notices.json',
  cases: 'cases.json',
  record: 'dataset.json',
} as const satisfies Record<Exclude<keyof Dataset, 'lens'>, string>;
