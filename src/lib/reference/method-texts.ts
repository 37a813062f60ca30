import type { Evidence, Source, Stakeholder } from '$lib/data/schema.ts';

// The rules by which the dataset was made, as the methods page prints them. `{id}` stands for a figure of the
// dataset.

/** The evidence that each label requires. */
export const LABEL_RULES: Readonly<Record<Evidence, string>> = {
  official:
    'We know it from a public body’s own paper or statement, and we read that. The record of Parliament counts.',
  reported: 'Two or more outlets report it, each under its own name and without copying the other.',
  single: 'One outlet reports it, or one party says it of itself.',
  contested: 'Sources conflict. A note on the row says how.',
  unconfirmed: 'Only the early article says so.',
};

/** Descriptions of the ways in which sources were read. */
export const READ_RULES: Readonly<Record<Source['access'], string>> = {
  direct: 'Often only its opening.',
  repost: 'The publisher’s words, on another site.',
  secondhand: 'We did not read the text. Someone who did tells what it says.',
  headline: 'We saw the headline, or the lines under it, and no more.',
  data: 'An entry in a register or a list, not a text.',
};

/** The meaning of each position. */
export const STANCE_RULES: Readonly<Record<NonNullable<Stakeholder['stance']>, string>> = {
  'opposes-deal': 'Refused it, asked for it to be blocked, or welcomed the block.',
  'leans-against':
    'Criticises Palantir or systems like this, or wants a halt. We traced no view of this contract, or only part of one.',
  'neutral-or-split':
    'Objects to how it was done and not to the supplier, asks only that the law is kept, or points both ways.',
  'leans-for': 'Backs Palantir, or faster use of AI by police. We traced no view of this contract.',
  'supports-deal': 'Argued for it, or criticised the block.',
};

/** A rule or ruling: a name without figures, its text, and related rows besides those of its figures. */
export interface Rule {
  name: string;
  says: string;
  rows?: readonly string[];
}

/** The only amounts that may be added together. */
export const MAY_ADD: readonly Rule[] = [
  {
    name: 'The parts of the refused contract',
    says: '{met-palantir-year1:sum} and {met-palantir-year2:sum} come to {met-palantir-ceiling:parts}. Outlets round that to {met-palantir-ceiling:sum}, and the round sum is never added as well. The check of the record allows for that rounding and no more.',
  },
  {
    name: 'The two Homes for Ukraine contracts',
    says: '{pal-hfu-first:sum} and {pal-hfu-second:sum} come to {pal-hfu:sum}. The free start adds nothing.',
  },
];

/** Amounts that are never added, subtracted or drawn together. */
export const NEVER_TOGETHER: readonly Rule[] = [
  {
    name: 'The refused contract and the staff pilot',
    says: 'By most reports they are two jobs, and how far they overlap is contested. No source that we read compares their budgets. The same goes for the pilot’s extension, which has no published price.',
    rows: ['met-palantir-ceiling', 'met-palantir-pilot', 'met-palantir-pilot-extension', 'what-met-did-10'],
  },
  {
    name: 'A whole and its parts',
    says: '{met-palantir-ceiling:sum} already holds {met-palantir-year1:sum} and {met-palantir-year2:sum}.',
  },
  {
    name: 'Slices of one Home Office package',
    says: '{nat-wp-140m}, {nat-policeai-115m}, {nat-policeai-75m}, {nat-fr-26m}, {nat-lfr-116m} and {nat-policeai-15m} cut across each other. How the national centre’s sum relates to the programme’s was not explained. A larger sum for the programme is in no official text, and we do not use it.',
  },
  {
    name: 'One Treasury scheme under several sums',
    says: '{nat-budget-230m} and {nat-hmt-234m} are one scheme. {nat-hmt-2425} is its first year, and {nat-prod-2425} is a wider pot that probably holds it. The scheme was cut short, so most of it was never paid.',
  },
  {
    name: 'One Home Office pot in two years',
    says: '{nat-prod-2425} and {nat-prod-2526} may be compared, not added.',
  },
  {
    name: 'Running totals of Palantir’s work for the state',
    says: '{pal-total-ns}, {pal-total-byline21}, {pal-byline-245}, {pal-total-500}, {pal-total-600}, {pal-nerve-mod} and {pal-nerve-nhs} are counts by different newsrooms on different days, with methods not stated. {pal-nhs-fdp} and {pal-mod-2406} make up most of the latest of them.',
  },
  {
    name: 'Defence work that may come, and money the other way',
    says: '{pal-mod-750} is possible work, so no total is built on it. {pal-invest-15bn} is money that Palantir promises to put into Britain.',
  },
  {
    name: 'Ceilings of frameworks and markets',
    says: '{nat-lfr-framework}, {nat-redaction-10m} and {force-met-precise} promise no spending.',
  },
  {
    name: 'Spending and everything that is not yet spending',
    says: 'Money that was paid is never added to ceilings, awards, budgets or estimates. Paid, as reported: South Wales {force-swp-fr}, Northern Ireland {force-psni-rpa}, Home Office facial recognition {nat-fr-2425} and {nat-fr-2526}, Bedfordshire {force-beds-nectar}.',
  },
  {
    name: 'Gaps and savings of the Met',
    says: '{ctx-met-gap-2526} was a gap of one year, {ctx-met-gap-2627} a gap quoted in another, and {ctx-met-20m-savings} a line of savings in a draft budget.',
  },
  {
    name: 'The Met’s list of planned purchases',
    says: '{ctx-met-pipeline} runs over {fig-pipeline-decade-years}, and most of it is radio, forensics and networks. It is no reply to the block. {ctx-met-750m} is for years that we do not know, so no yearly rate is made of it.',
  },
  {
    name: 'Warnings of lost posts',
    says: '{fig-posts-700} and {fig-posts-1150} are two warnings. The first is not confirmed.',
  },
  {
    name: 'Police forces with each other',
    says: 'They bought different things in different years. They are not ranked or added up. A force that is missing is unknown, not at zero.',
  },
  {
    name: 'People in and around the staff pilot',
    says: '{fig-people-45000}, {fig-people-46000} and {fig-people-50000} are three counts of different groups.',
  },
  {
    name: 'Sums of the early article, with anything',
    says: '{seed-10m-spent} and {seed-200m-earmarked} are shown only as what an early article said, and not with {nat-grants-50m} either, which is only the nearest official sum.',
  },
  {
    name: 'Home Office grants and other Home Office rows',
    says: '{nat-grants-50m} may hold other rows: which grants are in it is not listed. {nat-policeai-115m} may stand beside it, since the factsheet calls that sum a further one. Neither is a yearly rate.',
  },
  {
    name: 'One contract at its award and at its ceiling',
    says: '{pal-nhs-fdp-award} and {pal-nhs-fdp} are one contract. {pal-nhs-pound:sum}, {pal-nhs-covid} and that award are steps, not a sum.',
  },
  {
    name: 'Steps of a case',
    says: 'Order is not cause. The competed cases and the ones that ended or were left stand beside the rest, each with its answer.',
  },
  {
    name: 'Figures of the pilot’s week',
    says: '{fig-pilot-roster-98}, {fig-pilot-roster-notices-500}, {fig-pilot-attendance-42}, {fig-pilot-freemasons-12}, {fig-pilot-freemasons-notices-30} and {fig-arrests-three}: whether they overlap is not said. A flag is a lead, not a finding.',
  },
  {
    name: 'Answers of polls',
    says: 'Not of two polls, nor of one poll to two questions. None asked about Palantir, this contract or a tool that looks for misconduct.',
    rows: ['public'],
  },
  {
    name: 'Two counts of contracts with one bidder',
    says: '{fig-auditors-one-bid-20} and {fig-auditors-one-bid-23} are two counts of Whitehall contracts. No share of the Met’s is known.',
  },
  {
    name: 'One line under two labels',
    says: '{ctx-mopac-500k} is official for {mopac-500k-threshold:year}, and one blog’s for {dmpc-refusal:year}.',
    rows: ['ctx-mopac-500k-2026'],
  },
];

/** The conflicts between sources, and how each was resolved. */
export const RULINGS: readonly Rule[] = [
  {
    name: 'What the staff pilot cost',
    says: '{met-palantir-pilot:sum} is kept as the word of a single outlet, The Nerve, which we did not read. A policing blog and two lists repeat it. What the extension costs is not known, and a sum that goes round has no source.',
    rows: ['pilot-price'],
  },
  {
    name: 'Money for police AI',
    says: '{nat-policeai-115m} is a minister’s figure for the programme. {nat-policeai-75m} is one outlet’s, for the centre at its launch. A third, larger sum is not used.',
  },
  {
    name: 'The day of the refusal',
    says: 'Refused on {dmpc-refusal}, as one outlet says, and public on {block-public}, as several do. We show both. An agency and a site give other days, and neither fits.',
  },
  {
    name: 'How many people the pilot read',
    says: 'No conflict. {fig-people-45000} is the commissioner’s count of those in the data; {fig-people-46000} is the whole force; {fig-people-50000} takes in former staff.',
  },
  {
    name: 'Why it was refused',
    says: 'These are City Hall’s reasons as City Hall gives them: buying rules were breached, one supplier was seriously considered, and value for money was not shown. Lock-in as its reason stands only in two machine-made summaries. It spoke of values too, and said that those could not decide.',
    rows: ['block-public', 'procurement-rules', 'value-for-money', 'vendor-lock-in', 'supplier-ethics'],
  },
  {
    name: 'What was being bought',
    says: 'By most reports the refused contract was for sorting intelligence in criminal investigations, and the pilot is about the conduct of staff. Two reports run them closer together, so how far they overlap is contested. We keep them in lanes of their own, and claim no different product or budget.',
    rows: ['met-palantir-ceiling', 'met-palantir-pilot', 'what-met-did-10'],
  },
  {
    name: 'The round sum or its parts',
    says: '{met-palantir-ceiling:sum} is shown. The parts come to {met-palantir-ceiling:parts}.',
  },
  {
    name: 'The firearms licensing system',
    says: '{pal-nflms} counts as reported: one outlet’s headline and a policing blog have it.',
  },
  {
    name: 'Arrests after the pilot',
    says: 'Contested. Two outlets say {fig-arrests-three}; another says {fig-arrests-two} and {fig-suspensions-two}.',
  },
  {
    name: 'What a gang had taken',
    says: 'Two outlets give two sums. We use neither.',
    rows: ['bedfordshire-police'],
  },
  {
    name: 'What Palantir has had from the British state',
    says: '{pal-total-600} counts as a single source, because outlets repeat one count.',
  },
  {
    name: '“One of the largest”',
    says: 'The early article’s claim about size is unverified. What outlets say is narrower: Palantir’s largest contract with a British police force. Largest of all it was not: the Met is reported to have spent {ctx-met-tech-2013} on technology, over a decade before.',
    rows: ['largest-allocation'],
  },
  {
    name: '“From pilots to full use”',
    says: 'Unverified. Most reports describe two jobs, and some do not.',
    rows: ['pilots-to-deployment'],
  },
  {
    name: 'The approval line',
    says: 'Official for {mopac-500k-threshold:year}. For {dmpc-refusal:year} it rests on one policing blog, and on The Nerve, which we did not read: a row of its own.',
    rows: ['ctx-mopac-500k', 'ctx-mopac-500k-2026'],
  },
  {
    name: 'Liberty',
    says: 'Was marked as the early article’s alone. Its older report warns of opaque police algorithms, so it counts as reported, and as near this contract, not about it.',
    rows: ['liberty', 'liberty-warned'],
  },
  {
    name: 'The health service’s first trial',
    says: '{pal-nhs-pound:sum} counts as reported: several outlets have it.',
    rows: ['nhs-covid-store'],
  },
  {
    name: 'The system’s name',
    says: 'One outlet’s, known through rewrites. The row of the contract is reported; its name is not.',
    rows: ['dmpc-refusal', 'met-palantir-ceiling'],
  },
  {
    name: 'Survation’s share',
    says: 'Its headline says a third; its text says {fig-poll-belief-36}, which is used.',
  },
  {
    name: 'Palantir’s spokesman',
    says: 'Louis Mosley. One site has another name, which we set aside.',
    rows: ['palantir-hits-back'],
  },
  {
    name: 'Who wrote the early article',
    says: 'Its byline names a role, not a person. The site rewrites other outlets.',
    rows: ['lavx-2026-seed'],
  },
];
