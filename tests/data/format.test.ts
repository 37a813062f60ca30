import { expect, test } from 'vitest';
import {
  SQUARE_GBP,
  combineEvidence,
  formatDate,
  formatDay,
  factIdsOf,
  resolveToken,
  numberToWords,
  formatPounds,
  listPublishers,
  ratioOf,
  capitalize,
  toUnits,
  fillTemplate,
  formatToken,
  formatPeriod,
} from '$lib/data/format.ts';
import { endOfPeriod } from '$lib/data/partial-dates.ts';
import { findFact, weakestEvidence } from '$lib/data/lookup.ts';
import { facts } from '$lib/data/dataset.ts';
import { amount, claim, event, option, point, recordOf, tension, voice } from './factories.ts';

test('takes the sign-off threshold of the dataset as one square', () => {
  expect(facts.amounts.find((row) => row.id === 'ctx-mopac-500k')?.amountGBP).toBe(SQUARE_GBP);
});

test('prints pounds in the house style', () => {
  expect(formatPounds(500_000)).toBe('£500,000');
  expect(formatPounds(50_000_000)).toBe('£50m');
  expect(formatPounds(50_000_000, true)).toBe('£50\u00a0million');
  expect(formatPounds(38_333_333)).toBe('£38.3m');
  expect(formatPounds(3_500_000_000)).toBe('£3.5bn');
});

test('computes squares as worked out by hand', () => {
  expect(toUnits(50_000_000)).toBe(100);
  expect(toUnits(25_300_000)).toBe(50.6);
  expect(toUnits(24_800_000)).toBe(49.6);
  expect(toUnits(55_500_000)).toBe(111);
  expect(toUnits(38_333_333)).toBe(76.7);
  expect(toUnits(818_750)).toBe(1.6);
  expect(toUnits(489_999)).toBe(1);
});

test('keeps the precision of dates', () => {
  expect(formatDate('2026-05-20')).toBe('20\u00a0May\u00a02026');
  expect(formatDate('2026-03')).toBe('March\u00a02026');
  expect(formatDate('2018')).toBe('2018');
  expect(formatPeriod({ date: '2026-04-27', endDate: '2026-04-29' })).toBe('27–29\u00a0April\u00a02026');
  expect(formatPeriod({ date: '2014-05', endDate: '2015-04' })).toBe('May\u00a02014–April\u00a02015');
});

test('counts a month as its last day, and a year as 31 December', () => {
  expect(endOfPeriod('2024-02')).toBe('2024-02-29');
  expect(endOfPeriod('2026-02')).toBe('2026-02-28');
  expect(endOfPeriod('2018')).toBe('2018-12-31');
  expect(endOfPeriod('2026-05-20')).toBe('2026-05-20');
});

test('spells numbers in words', () => {
  expect([0, 7, 13, 20, 21, 33, 99, 100, 101].map(numberToWords)).toEqual([
    'none',
    'seven',
    'thirteen',
    'twenty',
    'twenty-one',
    'thirty-three',
    'ninety-nine',
    'a hundred',
    '101',
  ]);
});

test('computes ratios from the two amounts, for pairs that the dataset calls fair', () => {
  const ratio = (id: string): number => Math.round(ratioOf(facts, id) * 100) / 100;
  expect(ratio('cmp-ceiling-threshold')).toBe(100);
  expect(ratio('cmp-pilot-threshold')).toBe(0.98);
  expect(ratio('cmp-ceiling-leicestershire')).toBe(30.53);
  expect(ratio('cmp-ceiling-bedfordshire')).toBe(35.71);
  expect(ratio('cmp-ceiling-body-worn')).toBe(5.1);
  expect(Math.round(ratioOf(facts, 'cmp-ceiling-met-funding') * 1000)).toBe(7);
  expect(formatToken(facts, 'cmp-ceiling-leicestershire')).toBe('31');
  expect(formatToken(facts, 'cmp-ceiling-met-funding:thousand')).toBe('seven');
  expect(formatToken(facts, 'cmp-ceiling-threshold:words')).toBe('a hundred');
});

test('prints every form of a figure', () => {
  expect(formatToken(facts, 'met-palantir-ceiling')).toBe('up to £50m over two years');
  expect(formatToken(facts, 'met-palantir-ceiling:sum')).toBe('£50m');
  expect(formatToken(facts, 'met-palantir-ceiling:year')).toBe('£25m');
  expect(formatToken(facts, 'met-palantir-ceiling:year-squares')).toBe('50');
  expect(formatToken(facts, 'met-palantir-ceiling:parts')).toBe('£50.1m');
  expect(formatToken(facts, 'met-palantir-ceiling:period')).toBe('2026–28');
  expect(formatToken(facts, 'met-palantir-pilot-extension:sum')).toBe('price not published');
  expect(formatToken(facts, 'block-public:day')).toBe('21\u00a0May');
  expect(formatToken(facts, 'dmpc-refusal:year')).toBe('2026');
  expect(formatToken(facts, 'count-voices')).toBe('seven');
  expect(formatToken(facts, 'count-marks')).toBe('ten');
  expect(formatToken(facts, 'count-silent')).toBe('thirteen');
});

test('gives a figure the label and sources of its fact, and a comparison the weaker label', () => {
  expect(resolveToken(facts, 'fig-forces-43').evidence).toBe(findFact(facts, 'nat-policeai-115m').evidence);
  expect(resolveToken(facts, 'cmp-ceiling-bedfordshire').evidence).toBe('single');
  expect(resolveToken(facts, 'square').evidence).toBe('official');
  expect(weakestEvidence(['official', 'single', null, 'reported'])).toBe('single');
  expect(weakestEvidence([])).toBeNull();
});

test('throws with the name of the missing fact', () => {
  expect(fillTemplate(facts, 'Up to {met-palantir-ceiling:sum}, {own}.', { own: 'once' })).toBe(
    'Up to £50m, once.',
  );
  expect(() => fillTemplate(facts, '{no-such-fact}')).toThrow('no fact "no-such-fact"');
  expect(() => fillTemplate(facts, '{met-palantir-ceiling:yaer}')).toThrow('no form "yaer"');
  expect(() => fillTemplate(facts, '{block-public:dya}')).toThrow('no form "dya"');
});

test('prints every figure of the dataset', () => {
  for (const { id } of facts.figures) expect(resolveToken(facts, id).text.length).toBeGreaterThan(0);
  for (const { id } of facts.comparisons) expect(Number(resolveToken(facts, id).text)).toBeGreaterThan(0);
});

test('switches to millions and billions at their exact bounds', () => {
  expect([999_999, 1_000_000, 999_499_999, 1_000_000_000].map((value) => formatPounds(value))).toEqual([
    '£999,999',
    '£1m',
    '£999m',
    '£1bn',
  ]);
  expect(formatPounds(3_500_000_000, true)).toBe('£3.5\u00a0billion');
  expect(formatPounds(500_000, true)).toBe('£500,000');
});

test('keeps digits for numbers without words', () => {
  expect([30, 110, 2.5, -1].map(numberToWords)).toEqual(['thirty', '110', '2.5', '-1']);
});

test('prints a day without its year, and the common part of a span once', () => {
  expect(formatDay('2026-05-20')).toBe('20\u00a0May');
  expect(formatDay('2026-05')).toBe('May\u00a02026');
  expect(formatDate('')).toBe('');
  const when = (date: string, endDate: string | null) =>
    formatPeriod({ date, endDate }).replaceAll('\u00a0', ' ');
  expect(when('2026-05-20', null)).toBe('20 May 2026');
  expect(when('2026-05-07', '2026-05-20')).toBe('7–20 May 2026');
  expect(when('2026-04-27', '2026-05-02')).toBe('27 April 2026–2 May 2026');
  expect(when('2026-05', '2026-05-20')).toBe('May 2026–20 May 2026');
});

const few = recordOf({
  amounts: [
    amount('deal', {
      amountGBP: 5_000_000,
      annualGBP: 2_500_000,
      amountText: 'up to £5m',
      periodStart: '2026-04-01',
      periodEnd: '2028-03-31',
    }),
    amount('half', { amountGBP: 2_500_000, partOf: 'deal', periodStart: '2026' }),
    amount('rest', { amountGBP: null, partOf: 'deal', amountText: 'unknown', periodEnd: '2028' }),
    amount('nothing', { amountGBP: 0 }),
    amount('third', { amountGBP: 15_000_000 }),
    amount('large', { amountGBP: 110_000_000 }),
  ],
  timeline: [event('span', '2026-04-27', { endDate: '2026-04-29' })],
  stakeholders: [
    voice('one'),
    voice('two', { countsAs: 'one' }),
    voice('near', { basis: 'related' }),
    voice('quiet', { basis: 'none-found' }),
  ],
  tensions: [tension('speed', [[point('fast')], []])],
  options: [option('what-met-did'), option('other'), option('third')],
  claims: [
    claim('a', 'corroborated'),
    claim('b', 'contradicted'),
    claim('c', 'unverified'),
    claim('d', 'unverified'),
  ],
  comparisons: [
    { id: 'cmp-whole', a: 'deal', b: 'half', basis: 'whole', caveat: '' },
    { id: 'cmp-year', a: 'deal', b: 'half', basis: 'per-year', caveat: '' },
    { id: 'cmp-nothing', a: 'nothing', b: 'deal', basis: 'whole', caveat: '' },
    { id: 'cmp-none', a: 'deal', b: 'rest', basis: 'whole', caveat: '' },
    { id: 'cmp-third', a: 'deal', b: 'third', basis: 'whole', caveat: '' },
    { id: 'cmp-times', a: 'third', b: 'half', basis: 'whole', caveat: '' },
    { id: 'cmp-large', a: 'large', b: 'deal', basis: 'whole', caveat: '' },
    { id: 'cmp-seven', a: 'large', b: 'third', basis: 'whole', caveat: '' },
  ],
  figures: [
    { id: 'fig-hours', value: 48, unit: 'hours', text: 'Some hours', fact: 'fast' },
    { id: 'fig-long', value: 48, unit: 'hours', text: 'About 48 hours', fact: 'fast' },
  ],
});
const told = (token: string): string => formatToken(few, token).replaceAll('\u00a0', ' ');

test('prints every form of a sum', () => {
  expect(
    ['', ':sum', ':long', ':year', ':squares', ':year-squares', ':parts', ':period'].map((form) =>
      told(`deal${form}`),
    ),
  ).toEqual(['up to £5m', '£5m', '£5 million', '£2.5m', '10', '5', '£2.5m', '2026–28']);
  // An unknown sum uses the dataset's own words; a period has both ends.
  expect(['sum', 'year', 'squares'].map((form) => told(`rest:${form}`))).toEqual([
    'unknown',
    'unknown',
    'unknown',
  ]);
  expect(told('half:year')).toBe('£1m');
  expect([told('half:period'), told('rest:period'), told('nothing:period')]).toEqual(['', '', '']);
});

test('prints every form of an event', () => {
  expect(['', ':year', ':day'].map((form) => told(`span${form}`))).toEqual([
    '27–29 April 2026',
    '2026',
    '27 April',
  ]);
});

test('rounds a ratio as it is read', () => {
  expect(['cmp-third', 'cmp-whole', 'cmp-times', 'cmp-seven', 'cmp-large'].map(told)).toEqual([
    '0.33',
    '2',
    '6',
    '7.3',
    '22',
  ]);
  expect([told('cmp-third:thousand'), told('cmp-seven:words'), told('cmp-large:words')]).toEqual([
    '333',
    'seven',
    'twenty-two',
  ]);
});

test('bases a ratio on two sums', () => {
  expect(ratioOf(few, 'cmp-whole')).toBe(2);
  for (const [id, basis] of [
    ['cmp-year', 'per-year'],
    ['cmp-nothing', 'whole'],
    ['cmp-none', 'whole'],
  ] as const)
    expect(() => ratioOf(few, id)).toThrow(`comparison "${id}": a side has no sum on the basis ${basis}`);
});

test('prints counts of the dataset in words, and lists the rows', () => {
  const counts = [
    'marks',
    'voices',
    'silent',
    'tensions',
    'ways',
    'claims',
    'corroborated',
    'contradicted',
    'unverified',
  ];
  expect(counts.map((what) => told(`count-${what}`))).toEqual([
    'two',
    'one',
    'one',
    'one',
    'two',
    'four',
    'one',
    'one',
    'two',
  ]);
  expect(told('count-marks:first')).toBe('Two');
  expect(factIdsOf(few, 'count-marks')).toEqual(['one', 'two']);
  expect(factIdsOf(few, 'count-unverified')).toEqual(['c', 'd']);
  // A tension and an option state nothing themselves.
  expect([factIdsOf(few, 'count-tensions'), factIdsOf(few, 'count-ways')]).toEqual([[], []]);
});

test('joins a number and its unit by a no-break space, and prints lower case on request', () => {
  expect(formatToken(few, 'fig-hours')).toBe('Some\u00a0hours');
  expect(formatToken(few, 'fig-hours:lower')).toBe('some\u00a0hours');
  expect(formatToken(few, 'fig-long')).toBe('About 48 hours');
  expect([told('square'), told('cut-off')]).toEqual(['£500,000', 'June 2026']);
});

test('lists the parts of a figure', () => {
  expect(factIdsOf(few, 'cut-off')).toEqual([]);
  expect(factIdsOf(few, 'cmp-whole:words')).toEqual(['deal', 'half']);
  expect(factIdsOf(few, 'fig-hours:lower')).toEqual(['fast']);
  expect(factIdsOf(few, 'deal:sum')).toEqual(['deal']);
  expect(factIdsOf(few, 'square')).toEqual(['ctx-mopac-500k']);
});

test('merges the bases of joint statements: weakest label, latest date, each source once', () => {
  const row = { evidence: 'official', sources: ['a'], knownFrom: '2026-03-15', hiddenReason: null } as const;
  expect(
    combineEvidence([
      row,
      { ...row, evidence: 'single', sources: ['b', 'a'], knownFrom: '2026-03' },
      { ...row, knownFrom: '2026-01', hiddenReason: 'below' },
      { ...row, hiddenReason: 'later' },
    ]),
  ).toEqual({ evidence: 'single', sources: ['a', 'b'], knownFrom: '2026-03', hiddenReason: 'below' });
  expect(combineEvidence([{ ...row, knownFrom: null }, row]).knownFrom).toBeNull();
  expect(combineEvidence([row, { ...row, knownFrom: '2026-03-01' }]).knownFrom).toBe('2026-03-15');
  expect(combineEvidence([])).toEqual({ evidence: null, sources: [], knownFrom: null, hiddenReason: null });
  expect(resolveToken(few, 'deal:sum')).toEqual({
    text: '£5m',
    evidence: 'official',
    sources: ['of-deal'],
    knownFrom: '2026-05-20',
    hiddenReason: null,
  });
});

test('orders labels from strongest to weakest', () => {
  const labels = ['official', 'reported', 'single', 'contested', 'unconfirmed'] as const;
  for (const [index, label] of labels.entries())
    for (const weaker of labels.slice(index)) {
      expect(weakestEvidence([label, weaker])).toBe(weaker);
      expect(weakestEvidence([weaker, label])).toBe(weaker);
    }
});

test('prefers names of the text over those of the dataset', () => {
  expect(fillTemplate(few, '{deal} and {cut-off}', { deal: 'one' })).toBe('one and June 2026');
  expect(fillTemplate(few, 'no {Token} here')).toBe('no {Token} here');
  expect(capitalize('two of them')).toBe('Two of them');
});

test('names publishers once each, up to a limit', () => {
  const [first, second] = facts.sources;
  if (!first || !second) throw new Error('the record has lost its sources');
  const sources = ['A', 'B', 'A', 'C', 'D'].map((publisher, index) => ({
    ...first,
    id: `s${index}`,
    publisher,
  }));
  const named = (ids: string[], most: number) => listPublishers({ sources }, ids, most);
  expect(named(['s0', 's1', 's2'], 2)).toBe('A; B');
  expect(named(['s4', 's3', 's1', 's0'], 2)).toBe('D; C; and 2 more');
  expect(named([], 2)).toBe('');
  expect(() => named(['s9'], 2)).toThrow('no fact "s9"');
});
