import { applyFilter, type EvidenceFilter } from '$lib/data/filter.ts';
import type {
  Amount,
  Argument,
  Claim,
  DatedEvent,
  Dataset,
  OpenQuestion,
  Option,
  Point,
  Stakeholder,
  Tension,
} from '$lib/data/schema.ts';

// Makes rows by hand, so that tests can predict every result. Names derive from ids: "sum" has the name "Sum"
// and the long name "Sum at length".

const titled = (id: string): string => id.charAt(0).toUpperCase() + id.slice(1).replaceAll('-', ' ');

export const amount = (id: string, more: Partial<Amount> = {}): Amount => ({
  id,
  label: `${titled(id)} at length`,
  short: titled(id),
  payer: 'Met',
  supplier: null,
  amountGBP: 1_000_000,
  lowGBP: null,
  highGBP: null,
  amountText: '£1m',
  qualifier: 'exact',
  basis: 'award',
  state: 'agreed',
  periodStart: null,
  periodEnd: null,
  annualGBP: null,
  group: 'context',
  force: null,
  date: '2026-05-20',
  datePrecision: 'day',
  knownFrom: '2026-05-20',
  covers: 'Software',
  note: null,
  sources: [`of-${id}`],
  evidence: 'official',
  partOf: null,
  overlaps: [],
  ...more,
});

export const event = (id: string, date: string, more: Partial<DatedEvent> = {}): DatedEvent => ({
  id,
  date,
  datePrecision: 'day',
  endDate: null,
  endPrecision: null,
  title: `${titled(id)} at length`,
  short: titled(id),
  summary: `${titled(id)} happened.`,
  actors: [],
  track: 'procurement',
  lane: 'contract',
  knownFrom: date,
  note: null,
  sources: [`of-${id}`],
  evidence: 'official',
  quote: null,
  ...more,
});

export const voice = (id: string, more: Partial<Stakeholder> = {}): Stakeholder => ({
  id,
  name: `${titled(id)} at length`,
  short: titled(id),
  kind: 'person',
  role: 'Member',
  power: 'observes',
  bloc: 'public',
  stance: 'opposes-deal',
  basis: 'on-deal',
  stanceWhy: `${titled(id)} said so.`,
  summary: `${titled(id)} spoke.`,
  arguments: [],
  statedOn: '2026-05-20',
  statedOnPrecision: 'day',
  knownFrom: '2026-05-20',
  countsAs: id,
  note: null,
  sources: [`of-${id}`],
  evidence: 'official',
  quote: null,
  ...more,
});

export const argument = (id: string, more: Partial<Argument> = {}): Argument => ({
  id,
  label: titled(id),
  side: 'against',
  cityHall: 'none-found',
  explanation: `${titled(id)} explained.`,
  madeBy: [],
  madeByOther: [],
  counter: 'An answer.',
  counterBy: [],
  counterByOther: [],
  note: null,
  sources: [`of-${id}`],
  counterSources: [],
  evidence: 'official',
  ...more,
});

export const point = (id: string, more: Partial<Point> = {}): Point => ({
  id,
  text: `${titled(id)} in full.`,
  short: titled(id),
  knownFrom: '2026-05-20',
  inference: false,
  note: null,
  sources: [`of-${id}`],
  evidence: 'official',
  ...more,
});

/** Returns a tension with two sides, `<id>-left` and `<id>-right`, and at least one question. */
export const tension = (
  id: string,
  [left, right]: readonly [Point[], Point[]],
  questions: readonly string[] = [],
): Tension => ({
  id,
  title: titled(id),
  question: `${titled(id)}?`,
  sides: [
    { id: `${id}-left`, label: `${titled(id)} left`, evidence: left },
    { id: `${id}-right`, label: `${titled(id)} right`, evidence: right },
  ],
  questions: questions.map((one) => ({ id: one, text: `${titled(one)}?`, points: [] })),
  seedCheck: '',
});

export const option = (id: string, facts: Point[] = []): Option => ({
  id,
  title: titled(id),
  seedExamples: [],
  askedFor: '',
  facts,
  ukPoliceUsersFound: null,
  assessment: '',
  notEstablished: null,
});

export const question = (id: string, more: Partial<OpenQuestion> = {}): OpenQuestion => ({
  id,
  question: `${titled(id)}?`,
  short: titled(id),
  lookedFor: `${titled(id)} was looked for.`,
  group: 'papers',
  facts: [],
  sources: [],
  ...more,
});

export const claim = (id: string, verdict: Claim['verdict'], more: Partial<Claim> = {}): Claim => ({
  id,
  section: 'headline',
  claim: `${titled(id)} is so.`,
  verdict,
  why: `Why ${id}.`,
  sources: [],
  replacedBy: [],
  ...more,
});

/** Returns a dataset with these rows only. */
export const recordOf = (rows: Partial<Dataset>): Dataset => ({
  amounts: [],
  timeline: [],
  stakeholders: [],
  arguments: [],
  tensions: [],
  options: [],
  glossary: [],
  claims: [],
  sources: [],
  questions: [],
  figures: [],
  comparisons: [],
  updates: [],
  forces: [],
  polls: [],
  notices: [],
  cases: [],
  record: {
    title: 'A small record',
    cutOff: '2026-06-30',
    cutOffText: 'June 2026',
    compiled: '2026-11-23',
    licence: 'CC BY 4.0',
  },
  ...rows,
});

const OFFICIAL: EvidenceFilter = { ev: 'confirmed', asof: null };

/** Returns a dataset with these rows under the official filter: `single` rows are hidden. */
export const officially = (rows: Partial<Dataset>): Dataset => applyFilter(recordOf(rows), OFFICIAL);

/** Words and lists that the scene of any chart has. */
export const words = { title: 'A title.', subtitle: 'A subtitle', words: 'In words.' };

/** The reason for hiding under the official filter, as cells and notes show it. */
export const WITHHELD = {
  cell: 'Rests on reports, not on an official document',
  text: 'rests on reports, not on an official document',
  note: 'not official',
};
