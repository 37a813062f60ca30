import type {
  Amount,
  Argument,
  CaseStep,
  Claim,
  DatedEvent,
  Figure,
  Force,
  Poll,
  Source,
  Stakeholder,
  Update,
} from '$lib/data/schema.ts';
import { STANCE_LABELS } from '$lib/charts/positions/model.ts';

// Texts for the codes of the dataset. Each map lists its codes in the order in which a page shows them.

type Words<Code extends string> = Readonly<Record<Code, string>>;

/** Returns the codes of a map, in its order. */
export const codesOf = <Code extends string>(words: Words<Code>): Code[] => Object.keys(words) as Code[];

/** Headings for the kinds of source, from public bodies to machine-made summaries. */
export const KIND: Words<Source['kind']> = {
  official: 'Public bodies',
  news: 'News',
  trade: 'Trade and specialist press',
  academic: 'Universities and law reviews',
  campaign: 'Campaigns, unions and parties',
  company: 'Companies',
  aggregator: 'Rewrites and machine-made summaries',
  seed: 'The early article',
};

/** Headings for the parts of the early article. */
export const SECTION: Words<Claim['section']> = {
  headline: 'Its headline and opening',
  veto: 'On the refusal',
  signals: 'On signs of a trend',
  counter: 'On the case for buying',
  tensions: 'On tensions',
  next: 'On what comes next',
};

/** Meanings of the verdicts. */
export const VERDICT: Words<Claim['verdict']> = {
  corroborated: 'the record supports it, at times with a caveat',
  contradicted: 'the record says otherwise',
  unverified: 'we looked for it and did not find it',
};

/** Descriptions of an amount's status. */
export const STATE: Words<Amount['state']> = {
  rule: 'a line set by rules, not a payment',
  agreed: 'agreed: signed, granted or set as a budget',
  spent: 'spent, as whoever reports it says',
  refused: 'refused: asked for and not approved',
  planned: 'planned: pledged, estimated or put to the market, and not known to be committed',
  optional: 'optional: it may be bought; nothing commits anyone',
  claimed: 'claimed: someone says so, and no contract, budget or account was read behind it',
  unknown: 'no sum of money is known',
};

/** Descriptions of an amount's basis. */
export const SUM: Words<Amount['basis']> = {
  ceiling: 'a ceiling: it may be spent and need not be',
  refused: 'a contract’s value, which was refused',
  pilot: 'the price of a pilot',
  claim: 'a claim that only the early article makes',
  budget: 'money set aside or pledged by government',
  spent: 'spending',
  award: 'the value of a contract or grant',
  estimate: 'an estimate',
  count: 'someone’s running total, or a headcount',
  gap: 'a gap in a budget',
  saving: 'a saving',
  threshold: 'a line for sign-off',
  pledge: 'a pledge to invest',
  none: 'a body’s answer that there is no sum',
};

/** Headings for the lanes of events. */
export const LANE: Words<DatedEvent['lane']> = {
  contract: 'The refused contract',
  'staff-pilot': 'The staff pilot',
  elsewhere: 'Elsewhere',
};

/** The subject that an event belongs to. */
export const TRACK: Words<DatedEvent['track']> = {
  technology: 'technology',
  law: 'law',
  procurement: 'buying',
  'civil-society': 'civil society',
  politics: 'politics',
};

/** Returns the label of a position, or 'No position found' if there is none. */
export const stanceWord = (stance: Stakeholder['stance']): string =>
  stance ? STANCE_LABELS[stance] : 'No position found';

/** The subject that a position is about. */
export const ABOUT: Words<Stakeholder['basis']> = {
  'on-deal': 'this contract, or its blocking',
  related: 'something near it, not this contract',
  'seed-only': 'the early article’s word only',
  'none-found': 'nothing found',
};

/** Headings for stakeholders, grouped by the subject they spoke about. */
export const SPOKE: Words<Stakeholder['basis']> = {
  'on-deal': 'Spoke about this contract',
  related: 'Spoke about something near it',
  'seed-only': 'Named by the early article only',
  'none-found': 'No position found',
};

/** Descriptions of a stakeholder's power over such a contract. */
export const POWER: Words<Stakeholder['power']> = {
  decides: 'decides',
  executes: 'carries it out',
  oversees: 'oversees',
  advises: 'advises',
  legislates: 'sits in Parliament, or seeks to',
  campaigns: 'campaigns',
  supplies: 'supplies',
  observes: 'looks on',
};

/**
 * Headings for arguments, grouped by City Hall’s use of them, so that its reasons stand apart from other
 * people’s.
 */
export const CITY_HALL_HEADS: Words<Argument['cityHall']> = {
  reason: 'City Hall’s reasons',
  'voiced-not-decisive': 'Raised by City Hall, but not what decided',
  'second-hand-only': 'Put in City Hall’s mouth at second hand',
  'none-found': 'Other people’s arguments',
};

/** Sentences that state how City Hall used an argument. */
export const CITY_HALL: Words<Argument['cityHall']> = {
  reason: 'City Hall gave it as a reason for refusing.',
  'voiced-not-decisive': 'City Hall raised it, and accepted that it could not decide the matter.',
  'second-hand-only': 'Only machine-made summaries say that City Hall gave it.',
  'none-found': 'We found no sign that City Hall gave it as a reason.',
};

/** The side that mainly uses an argument. */
export const SIDE: Words<Argument['side']> = {
  for: 'those for buying',
  against: 'those against',
  both: 'both sides',
};

/** The units that figures count. */
export const UNIT: Words<Figure['unit']> = {
  years: 'a number of years',
  months: 'a number of months',
  weeks: 'a number of weeks',
  days: 'a number of days',
  hours: 'a number of hours',
  year: 'a calendar year',
  posts: 'a number of posts',
  people: 'a number of people',
  forces: 'a number of police forces',
  messages: 'a number of messages',
  percent: 'a share of a hundred',
  arrests: 'a number of arrests',
  suspensions: 'a number of suspensions',
  items: 'a number of items in a list',
  'data sources': 'a number of sources of data',
  pounds: 'a sum in pounds',
};

/** A force's known relation to Palantir. */
export const PALANTIR_STATUS: Words<Force['palantir']['status']> = {
  known: 'Bought or built on it, as reported',
  pilot: 'Runs a pilot',
  'through-unit': 'In a unit for which another force bought; its own use is not known',
  ncnd: 'Neither confirms nor denies',
  'none-found': 'Searched for; none found, which is no “no”',
  'not-known': 'Not known here: not searched one by one, or not read',
};

/** A force's use of cameras that recognise faces as people pass. */
export const LIVE_FACES_STATUS: Words<Force['liveFaces']['status']> = {
  'used-before': 'In use before the shared vans',
  'vans-2025': 'Named for the shared vans',
  equipment: 'Equipment bought; use not read',
  'not-in-use': 'Not in use, by its own answer',
  'not-known': 'Not known here',
};

/** Headings for the subjects of polls. */
export const POLL_ABOUT: Words<Poll['about']> = {
  'live-faces': 'Cameras that recognise faces',
  chatbots: 'Chatbots',
  'police-ai': 'AI in policing',
  'emergency-ai': 'AI in emergency services',
};

/** The procurement route of a step in a case. */
export const ROUTE: Words<CaseStep['route']> = {
  free: 'free of charge',
  nominal: 'for a nominal sum',
  direct: 'without competition',
  competed: 'by competition',
  refused: 'refused',
  left: 'the buyer left',
  'not-stated': 'route not stated',
};

/** The kinds of update. */
export const CHANGE: Words<Update['kind']> = {
  published: 'First published',
  added: 'Added',
  corrected: 'Corrected',
};
