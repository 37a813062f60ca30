import { describe, expect, it, test } from 'vitest';
import { check, formatProblem } from '$lib/data/validate/index.ts';
import { isObject } from '$lib/data/validate/json-file.ts';
import { readRecord } from '$lib/data/validate/cli.ts';
/** A parsed row, not yet validated. */
type Loose = Record<string, unknown>;
import { baseDir } from './fixtures.ts';

// Tests the limits of each rule: changes one thing in the small dataset and compares the reported problems.

const base = new Map(
  [...readRecord(baseDir)].map(([file, raw]) => [file, new TextDecoder().decode(raw)] as const),
);

/** Returns the rows of a file with an id, at any depth. */
function rowIn(value: unknown, id: string): Loose | undefined {
  if (Array.isArray(value))
    return value.map((one: unknown) => rowIn(one, id)).find((one) => one !== undefined);
  if (!isObject(value)) return undefined;
  return value['id'] === id ? value : rowIn(Object.values(value), id);
}

type Change = (row: Loose) => Loose;

/** Returns all problems of the base after new fields are set on rows, named as `file#id`. */
function problemsWith(changes: Readonly<Record<string, Loose | Change>>) {
  const files = new Map<string, unknown>([...base].map(([file, text]) => [file, JSON.parse(text)]));
  for (const [name, change] of Object.entries(changes)) {
    const [file = '', id] = name.split('#');
    const all = files.get(`${file}.json`);
    const row = id === undefined ? all : rowIn(all, id);
    if (!isObject(row)) throw new Error(`no row ${name}`);
    Object.assign(row, typeof change === 'function' ? change(row) : change);
  }
  return check(new Map([...files].map(([file, value]) => [file, JSON.stringify(value)])));
}

/** Returns the problems as rule and place: `012 amounts#/0/sources/0`. */
const told = (changes: Readonly<Record<string, Loose | Change>>): string[] =>
  problemsWith(changes).map(({ rule, file, pointer }) => `${rule} ${file.replace('.json', '')}#${pointer}`);

/** Returns the distinct rules that a row violates with new fields. */
const rulesOf = (name: string, fields: Loose | Change): string[] => [
  ...new Set(problemsWith({ [name]: fields }).map(({ rule }) => rule)),
];

/** Returns the problems as text. */
const says = (changes: Readonly<Record<string, Loose | Change>>): string =>
  problemsWith(changes).map(formatProblem).join('\n');

describe('ids', () => {
  test.each([
    ['term-', ['010']],
    ['-term-a', ['010', '019']],
    ['term-A', ['010']],
    ['term--a', ['010']],
    ['term_a', ['010', '019']],
    ['', ['010', '019']],
    ['term-a', []],
    [`term-${'a'.repeat(55)}`, []],
    [`term-${'a'.repeat(56)}`, ['010']],
    ['a-term-a', ['019']],
  ])('gives the glossary id "%s" the problems %o', (id, rules) => {
    expect(rulesOf('glossary#term-pilot', { id })).toEqual(rules);
  });

  test('requires at least two characters in an id', () => {
    expect(rulesOf('timeline#rule-made', { id: 'a' })).toEqual(['010']);
    expect(rulesOf('timeline#rule-made', { id: 'a1' })).toEqual([]);
  });

  test('requires the family prefix in every id, at any depth of a row', () => {
    expect(told({ 'open-questions#q-price': { id: 'price' } })).toEqual(['019 open-questions#/0/id']);
    expect(told({ 'figures#fig-years': { id: 'years' } })).toEqual(['019 figures#/1/id']);
    expect(told({ 'comparisons#cmp-years': { id: 'years' } })).toEqual(['019 comparisons#/1/id']);
    expect(told({ 'options#mixed-1': { id: 'other-1' } })).toEqual(['019 options#/0/facts/0/id']);
    expect(told({ 'tensions#fast-or-careful-q-check': { id: 'fast-q-check' } })).toEqual([
      '019 tensions#/0/questions/0/id',
    ]);
    // The family of a point is its side, not its tension.
    expect(rulesOf('tensions#careful-1', { id: 'fast-or-careful-1' })).toContain('019');
    expect(told({ 'tensions#careful': { id: 'slow' } })).toEqual(['019 tensions#/0/sides/1/evidence/0/id']);
  });

  test('reports a repeated id in the second row, and names the first', () => {
    expect(
      told({
        'timeline#refused': { id: 'rule-made' },
        'early-article-claims#was-refused': { replacedBy: ['talks'] },
      }),
    ).toEqual(['011 timeline#/2/id']);
    expect(says({ 'timeline#rule-made': { id: 'line' } })).toContain('"line", which is also amounts.json#/3');
  });
});

describe('references between rows', () => {
  test.each([
    ['amounts#line', { sources: ['talks'] }, '012 amounts#/3/sources/0'],
    ['arguments#speed', { counterSources: ['talks'] }, '012 arguments#/1/counterSources/0'],
    ['comparisons#cmp-years', { a: 'talks' }, '014 comparisons#/1/a'],
    ['comparisons#cmp-years', { b: 'talks' }, '014 comparisons#/1/b'],
    ['stakeholders#silent', { countsAs: 'talks' }, '014 stakeholders#/4/countsAs'],
    ['stakeholders#silent', { arguments: ['talks'] }, '014 stakeholders#/4/arguments/0'],
    ['arguments#speed', { counterBy: ['talks'] }, '014 arguments#/1/counterBy/0'],
    [
      'early-article-claims#was-refused',
      { replacedBy: ['q-price'] },
      '014 early-article-claims#/0/replacedBy/0',
    ],
    ['figures#fig-years', { fact: 'q-price' }, '014 figures#/1/fact'],
    ['open-questions#q-price', { facts: ['q-price'] }, '014 open-questions#/0/facts/0'],
    ['tensions#fast-or-careful-q-check', { points: ['mixed-1'] }, '014 tensions#/0/questions/0/points/0'],
  ])('rejects %s with %o and reports %s', (name, fields, problem) => {
    expect(told({ [name]: fields })).toContain(problem);
  });

  test('accepts a fact of any kind that states something', () => {
    for (const fact of [
      'line',
      'talks',
      'mayor',
      'rules',
      'fast-or-careful',
      'mixed',
      'term-line',
      'careful-1',
      'mixed-1',
    ])
      expect(told({ 'open-questions#q-price': { facts: [fact] } }), fact).toEqual([]);
    for (const fact of ['daily', 'q-price', 'fig-years', 'cmp-years', 'was-leaked', 'fast', 'update-1'])
      expect(told({ 'open-questions#q-price': { facts: [fact] } }), fact).toEqual([
        '014 open-questions#/0/facts/0',
      ]);
  });

  test('names the file that a wrong reference points to, if any', () => {
    expect(says({ 'comparisons#cmp-years': { a: 'talks' } })).toContain('Got "talks", one of timeline.');
    expect(says({ 'comparisons#cmp-years': { a: 'nothing' } })).toContain('Got "nothing".');
    expect(says({ 'comparisons#cmp-years': { a: 'talks' } })).toContain('Expected an id of amounts.');
    expect(says({ 'tensions#fast-or-careful-q-check': { points: ['mixed-1'] } })).toContain(
      'Expected an id of point in this row.',
    );
  });

  test('rejects repeated values in every list of references', () => {
    expect(told({ 'arguments#speed': { counterBy: ['mayor', 'mayor'] } })).toEqual([
      '018 arguments#/1/counterBy/1',
    ]);
    expect(told({ 'timeline#talks': { actors: ['A', 'B', 'A', 'A'] } })).toEqual([
      '018 timeline#/1/actors/2',
      '018 timeline#/1/actors/3',
    ]);
    expect(told({ 'timeline#talks': { actors: ['A', 'B'] } })).toEqual([]);
  });

  test('counts a source as used when only a quotation uses it, and reports unused sources', () => {
    expect(told({ 'amounts#forecast': { sources: ['weekly'] } })).toEqual(['013 sources#/4']);
    expect(
      told({
        'amounts#forecast': { sources: ['weekly'] },
        'arguments#rules': { counterSources: ['gazette'] },
      }),
    ).toEqual([]);
  });

  test('rejects cycles', () => {
    expect(told({ 'amounts#line': { partOf: 'line' } })).toContain('015 amounts#/3/partOf');
    expect(
      says({
        'amounts#line': { partOf: 'no-price', overlaps: ['no-price'] },
        'amounts#no-price': { partOf: 'line', overlaps: ['line'] },
      }),
    ).toContain('Got line → no-price → line.');
    // A sum that is a part of a cycle is not in the cycle itself.
    expect(
      told({
        'amounts#line': { partOf: 'no-price', overlaps: ['no-price', 'forecast'] },
        'amounts#no-price': { partOf: 'line', overlaps: ['line'] },
        'amounts#forecast': { partOf: 'line', overlaps: ['line'] },
      }),
    ).toEqual(['015 amounts#/3/partOf', '015 amounts#/4/partOf']);
    expect(told({ 'amounts#line': { overlaps: ['line'] } })).toEqual(['015 amounts#/3/overlaps/0']);
    expect(told({ 'stakeholders#silent': { countsAs: 'deputy' } })).toEqual(['015 stakeholders#/4/countsAs']);
    expect(says({ 'stakeholders#silent': { countsAs: 'deputy' } })).toContain('Got deputy → mayor.');
  });

  test('requires overlaps in both rows, and a part in the lane of its whole', () => {
    expect(told({ 'amounts#line': { overlaps: ['no-price'] } })).toEqual(['016 amounts#/3/overlaps/0']);
    expect(told({ 'amounts#line': { partOf: 'early-sum' } })).toEqual(['017 amounts#/3/partOf']);
    // A missing row is reported only once.
    expect(told({ 'amounts#line': { overlaps: ['nothing'] } })).toEqual(['014 amounts#/3/overlaps/0']);
    expect(told({ 'amounts#line': { partOf: 'nothing' } })).toEqual([
      '014 amounts#/3/partOf',
      '017 amounts#/3/partOf',
    ]);
    expect(told({ 'stakeholders#silent': { countsAs: 'nothing' } })).toEqual([
      '014 stakeholders#/4/countsAs',
    ]);
  });
});

describe('amounts', () => {
  test.each([
    [{ amountGBP: -1, amountText: 'none' }, ['020']],
    // Zero is a valid sum, but nothing can be compared with it.
    [{ amountGBP: 0, amountText: '£0' }, ['028']],
    [{ amountGBP: 0.5 }, ['020']],
    [{ lowGBP: -5, highGBP: 200_000 }, ['020']],
    [{ amountText: '£100,001' }, ['021']],
    [{ amountText: 'a hundred thousand' }, ['021']],
    [{ amountText: '£100,000 or £5' }, ['021']],
    [{ amountText: '£0.1m' }, []],
    [{ lowGBP: 100_000, highGBP: 100_000 }, []],
    [{ lowGBP: 90_000, highGBP: 110_000 }, []],
    [{ lowGBP: 100_001, highGBP: 110_000 }, ['022']],
    [{ lowGBP: 90_000, highGBP: 99_999 }, ['022']],
    [{ lowGBP: 90_000 }, ['022']],
    [{ highGBP: 110_000 }, ['022']],
    [{ state: 'agreed' }, ['023']],
    [{ basis: 'budget' }, []],
    [{ basis: 'budget', state: 'unknown' }, ['023']],
    [{ basis: 'spent', state: 'spent' }, []],
    [{ basis: 'refused', state: 'refused' }, []],
    [{ basis: 'pledge', state: 'planned' }, []],
    [{ basis: 'pledge', state: 'agreed' }, ['023']],
    [{ basis: 'claim', state: 'agreed' }, ['023']],
    [{ qualifier: 'range' }, ['023']],
    [{ qualifier: 'unknown' }, ['023']],
    [{ qualifier: 'about' }, []],
    [{ annualGBP: 100_000 }, []],
    [{ annualGBP: 100_001 }, ['026']],
  ])('gives an amount at a threshold of £100,000, with %o, the problems %o', (fields, rules) => {
    expect(rulesOf('amounts#line', { state: 'rule', ...fields })).toEqual(rules);
  });

  test('rejects a yearly sum above the whole sum, or without one', () => {
    expect(says({ 'amounts#line': { annualGBP: 100_001 } })).toContain('Expected at most 100000 pounds.');
    expect(says({ 'amounts#forecast': { annualGBP: 1_000 } })).toContain(
      'Expected null, as there is no whole sum.',
    );
  });

  test('requires both ends of a range when there is no single sum', () => {
    expect(
      rulesOf('amounts#forecast', { lowGBP: 2_000, highGBP: 1_000, amountText: '£2,000–£1,000' }),
    ).toEqual(['022']);
    expect(rulesOf('amounts#forecast', { highGBP: null, amountText: '£1,000' })).toEqual(['022']);
    expect(rulesOf('amounts#forecast', { amountText: '£1,000' })).toEqual(['021']);
    expect(rulesOf('amounts#forecast', { qualifier: 'about' })).toEqual(['023']);
    expect(rulesOf('amounts#forecast', { state: 'unknown' })).toEqual(['023']);
    expect(rulesOf('amounts#forecast', { annualGBP: 1_000 })).toEqual(['026']);
    expect(says({ 'amounts#forecast': { amountText: 'some' } })).toContain(
      'Expected the sum £1000 and £2000.',
    );
  });

  test('rejects any sum when the status is unknown, and requires the status without a sum', () => {
    expect(rulesOf('amounts#no-price', { state: 'planned' })).toEqual(['023']);
    expect(rulesOf('amounts#no-price', { qualifier: 'exact' })).toEqual([]);
    expect(rulesOf('amounts#no-price', { qualifier: 'range' })).toEqual(['023']);
    expect(rulesOf('amounts#no-price', { amountText: '£5' })).toEqual(['021']);
    expect(says({ 'amounts#no-price': { amountText: '£5' } })).toContain('Expected no sum.');
    // A yearly sum counts as a sum.
    expect(rulesOf('amounts#no-price', { annualGBP: 5 })).toEqual(['023', '026']);
  });

  test('requires a yearly sum to be the daily average of the whole, within half a per cent', () => {
    const yearly = (annualGBP: number, more: Loose = {}) =>
      rulesOf('amounts#second-year', { annualGBP, ...more });
    // A year of 366 days: £498,975.
    expect([496_481, 500_000].map((sum) => yearly(sum))).toEqual([[], []]);
    expect(yearly(496_479)).toEqual(['027']);
    expect(yearly(480_000)).toEqual(['027']);
    expect(yearly(480_000, { amountText: '£500,000 a year' })).toEqual([]);
    expect(yearly(480_000, { periodStart: '2027-04' })).toEqual([]);
    expect(yearly(480_000, { periodEnd: '2028-03' })).toEqual([]);
    expect(yearly(480_000, { periodEnd: null })).toEqual([]);
    // The length is unknown when a day does not exist.
    expect(yearly(480_000, { periodEnd: '2028-13-01' })).toEqual(['031']);
    expect(yearly(250_000, { periodStart: '2026-04-01' })).toEqual([]);
    expect(says({ 'amounts#second-year': { annualGBP: 480_000 } })).toContain(
      'Expected about 498975 pounds, for 1.00 years.',
    );
  });

  test('rejects a part above its whole, and parts of a split outside the tolerance', () => {
    const parts = (first: number, second: number) =>
      told({
        'amounts#first-year': { amountGBP: first, annualGBP: null, amountText: `£${first}` },
        'amounts#second-year': { amountGBP: second, annualGBP: null, amountText: `£${second}` },
        'comparisons#cmp-years': { a: 'line', b: 'first-year', basis: 'whole' },
      });
    expect(parts(1_000_000, 0)).toEqual([]);
    expect(parts(1_000_001, 0)).toEqual(['024 amounts#/1/amountGBP']);
    expect(parts(600_000, 500_000)).toEqual([]);
    expect(parts(600_000, 500_001)).toEqual(['025 amounts#/0/amountGBP']);
    expect(parts(400_000, 500_000)).toEqual([]);
    expect(parts(400_000, 499_999)).toEqual(['025 amounts#/0/amountGBP']);
    expect(says({ 'amounts#first-year': { amountGBP: 5, annualGBP: null, amountText: '£5' } })).toContain(
      'Expected 500005 pounds, give or take 100000: 5 + 500000.',
    );
  });

  test('skips the sum of a split when one of its rows is invalid', () => {
    expect(told({ 'amounts#first-year': { amountGBP: 'much' } })).toEqual(['009 amounts#/1/amountGBP']);
    const whole = {
      amountGBP: null,
      annualGBP: null,
      amountText: 'unknown',
      qualifier: 'unknown',
      state: 'unknown',
      basis: 'none',
    };
    expect(
      told({
        'amounts#met-palantir-ceiling': whole,
        'figures#fig-years': { text: '48 hours', value: 48, fact: 'fast-1' },
        'comparisons#cmp-whole-line': { a: 'early-sum', b: 'no-price' },
      }),
    ).toEqual(['028 comparisons#/0']);
  });
});

describe('comparisons', () => {
  const got = (fields: Loose): string | undefined =>
    /Got (.*): "/.exec(says({ 'comparisons#cmp-years': fields }))?.[1];

  test.each([
    [{ a: 'line', b: 'line', basis: 'whole' }, 'a sum and itself'],
    [{ a: 'line', b: 'first-year' }, 'no annualGBP in the first'],
    [{ a: 'first-year', b: 'line' }, 'no annualGBP in the second'],
    [{ a: 'forecast', b: 'first-year', basis: 'whole' }, 'no amountGBP in the first'],
    [{ a: 'met-palantir-ceiling', b: 'first-year' }, 'two sums that overlap'],
    [{ a: 'first-year', b: 'met-palantir-ceiling' }, 'two sums that overlap'],
    [{ a: 'early-sum', b: 'line', basis: 'whole' }, 'a sum that is only claimed'],
    [{ a: 'line', b: 'early-sum', basis: 'whole' }, 'a sum that is only claimed'],
    [{ a: 'line', b: 'met-palantir-ceiling', basis: 'whole' }, 'the same pair again'],
    [{ a: 'first-year', b: 'line', basis: 'whole' }, undefined],
  ])('explains a comparison of %o: %s', (fields, why) => {
    expect(got(fields)).toBe(why);
  });

  test('rejects a pair as unfair when only one of the two lists the overlap', () => {
    const oneWay = (a: string, b: string) =>
      told({
        'amounts#line': { overlaps: ['second-year'] },
        'comparisons#cmp-years': { a, b, basis: 'whole' },
      });
    expect(oneWay('line', 'second-year')).toContain('028 comparisons#/1');
    expect(oneWay('second-year', 'line')).toContain('028 comparisons#/1');
  });

  test('rejects a comparison with a missing or unusable sum', () => {
    expect(told({ 'amounts#line': { amountGBP: 0, amountText: '£0' } })).toEqual(['028 comparisons#/0']);
    expect(told({ 'comparisons#cmp-years': { b: 'nothing' } })).toEqual(['014 comparisons#/1/b']);
  });
});

describe('figures', () => {
  test.each([
    [{ text: 'two YEARS' }, []],
    [{ text: '3 hours', value: 3, fact: 'fast-1' }, []],
    [{ text: '3 hours', value: 48, fact: 'fast-1' }, ['029']],
    [{ text: '4 hours', value: 4, fact: 'fast-1' }, ['029']],
    [{ text: 'years', value: 2 }, ['029']],
  ])('gives a figure with %o the problems %o', (fields, rules) => {
    expect(rulesOf('figures#fig-years', fields)).toEqual(rules);
  });

  test('reports the wrong field of a figure: its words or its value', () => {
    expect(told({ 'figures#fig-years': { text: '4 years' } })).toEqual(['029 figures#/1/text']);
    expect(told({ 'figures#fig-years': { value: 4 } })).toEqual(['029 figures#/1/value']);
  });
});

describe('dates', () => {
  test.each([
    ['1900', []],
    ['1899', ['031']],
    ['2017-12', []],
    ['2017-13', ['031']],
    ['2017-00', ['031']],
    ['2016-02-29', []],
    ['2017-02-29', ['031']],
    ['2017-04-31', ['031']],
    ['2017-04-00', ['031']],
    ['17', ['030']],
    ['2017-4', ['030']],
    ['2017-04-01-01', ['030']],
    ['x2017', ['030']],
    ['2017x', ['030']],
    ['', ['030']],
  ])('gives the date "%s" the problems %o', (published, rules) => {
    expect(rulesOf('sources#daily', { published })).toEqual(rules);
  });

  test('accepts only dates of the last and this century', () => {
    const compiled = (day: string) => rulesOf('dataset', { compiled: day, cutOff: '2026-06' });
    expect(compiled('2099-12-31')).toEqual(['038']);
    expect(compiled('2100-01-01')).toEqual(['031']);
  });

  test.each([
    'date',
    'endDate',
    'knownFrom',
    'periodStart',
    'periodEnd',
    'statedOn',
    'published',
    'cutOff',
    'compiled',
    'on',
  ])('checks the format of the date in %s', (field) => {
    const row = {
      date: 'timeline#talks',
      endDate: 'timeline#talks',
      knownFrom: 'tensions#careful-1',
      periodStart: 'amounts#line',
      periodEnd: 'amounts#line',
      statedOn: 'stakeholders#silent',
      published: 'sources#daily',
      on: 'updates#update-2',
    }[field];
    expect(rulesOf(row ?? 'dataset', { [field]: 'May' })).toContain('030');
  });

  test('requires a precision that matches the length of the date, or neither', () => {
    const talks = (fields: Loose) => rulesOf('timeline#talks', fields);
    expect(talks({ datePrecision: 'day' })).toEqual(['032']);
    expect(talks({ date: '2026', datePrecision: 'year' })).toEqual([]);
    expect(talks({ endPrecision: 'day' })).toEqual(['032']);
    expect(talks({ endDate: null })).toEqual(['032']);
    expect(talks({ endPrecision: null })).toEqual(['032']);
    expect(talks({ endDate: null, endPrecision: null })).toEqual([]);
    expect(rulesOf('stakeholders#mayor', { statedOnPrecision: 'month' })).toEqual(['032']);
    expect(says({ 'timeline#talks': { datePrecision: 'day' } })).toContain(
      'Expected "month". Got "day" beside "2026-04".',
    );
    expect(says({ 'timeline#talks': { endDate: null } })).toContain(
      'Expected null. Got "month" beside null.',
    );
  });

  test('rejects an end before its start, and counts a partial date as its whole span', () => {
    const period = (periodStart: string, periodEnd: string) =>
      rulesOf('amounts#line', { periodStart, periodEnd });
    expect(period('2026-05-20', '2026-05-20')).toEqual([]);
    expect(period('2026-05-20', '2026-05-19')).toEqual(['033']);
    expect(period('2026-05-20', '2026-05')).toEqual([]);
    expect(period('2026-05-20', '2026')).toEqual([]);
    expect(period('2026-05', '2026-05-01')).toEqual([]);
    expect(period('2026', '2026-01-01')).toEqual([]);
    expect(period('2026-05', '2026-04-30')).toEqual(['033']);
    expect(rulesOf('timeline#talks', { endDate: '2026-03' })).toEqual(['033']);
  });

  test('rejects an event dated before the event above it', () => {
    const refused = (date: string) =>
      rulesOf('timeline#talks', {
        date,
        datePrecision: date.length === 10 ? 'day' : 'month',
        endDate: null,
        endPrecision: null,
      });
    expect(refused('2017-01-30')).toEqual([]);
    expect(refused('2017-01-29')).toEqual(['034']);
    expect(refused('2026-05')).toEqual([]);
    expect(told({ 'timeline#talks': { date: '2026-06', endDate: null, endPrecision: null } })).toEqual([
      '036 timeline#/1/knownFrom',
      '034 timeline#/2/date',
    ]);
    expect(says({ 'timeline#refused': { date: '2026-01-20' } })).toContain(
      'a date not before 2026-04, that of talks',
    );
  });

  test('rejects a date of becoming known before the event itself', () => {
    const known = (knownFrom: string | null) => rulesOf('timeline#refused', { knownFrom });
    expect(known('2026-05-20')).toEqual([]);
    expect(known('2026-05-19')).toEqual(['036']);
    expect(known('2026-05')).toEqual([]);
    expect(known(null)).toEqual([]);
    expect(known('2026-04')).toEqual(['036']);
    expect(rulesOf('timeline#talks', { knownFrom: '2026-04-01' })).toEqual([]);
  });

  test('rejects facts dated after the cut-off, and sources or a cut-off after the day of compiling', () => {
    expect(rulesOf('amounts#line', { knownFrom: '2026-06-30' })).toEqual([]);
    expect(rulesOf('amounts#line', { knownFrom: '2026-07-01' })).toEqual(['035']);
    expect(rulesOf('amounts#line', { date: '2026-07', datePrecision: 'month' })).toEqual(['035']);
    expect(rulesOf('timeline#talks', { endDate: '2026-07' })).toEqual(['035']);
    expect(rulesOf('stakeholders#mayor', { statedOn: '2026-07-01' })).toEqual(['035']);
    // A planned date may be in the future.
    expect(rulesOf('amounts#line', { periodEnd: '2030' })).toEqual([]);
    expect(rulesOf('sources#daily', { published: '2026-11-23' })).toEqual([]);
    expect(rulesOf('sources#daily', { published: '2026-11-24' })).toEqual(['037']);
    expect(rulesOf('sources#daily', { published: '2026-12' })).toEqual(['037']);
    expect(rulesOf('sources#daily', { published: '2026' })).toEqual([]);
    // Exactly on the day.
    expect(rulesOf('dataset', { cutOff: '2026-05-21' })).toEqual([]);
    expect(rulesOf('dataset', { cutOff: '2026-05-20' })).toEqual(['035']);
    expect(rulesOf('dataset', { cutOff: '2026-11-24' })).toEqual(['037']);
    expect(rulesOf('dataset', { cutOff: '2026-11-23' })).toEqual([]);
    expect(rulesOf('dataset', { cutOff: 'June' })).toEqual(['030']);
    expect(rulesOf('dataset', { compiled: 'June' })).toEqual(['030']);
  });
});

describe('updates', () => {
  test('requires the publication first, then order of date, and no date before the dataset', () => {
    expect(told({ 'updates#update-1': { kind: 'added' } })).toEqual(['038 updates#']);
    expect(says({ 'updates#update-1': { kind: 'added' } })).toContain('Got "added".');
    const none = check(new Map([...base, ['updates.json', '[]']])).map(formatProblem);
    expect(none).toEqual([expect.stringMatching(/^DATA-038 updates.json#\/: .* Got null\./)]);
    expect(told({ 'updates#update-1': { on: '2026-11-22' } })).toEqual(['038 updates#/0/on']);
    expect(told({ 'updates#update-2': { on: '2026-11-23' } })).toEqual([]);
    expect(told({ 'updates#update-2': { on: '2026-11-22' } })).toEqual(['038 updates#/1/on']);
    expect(told({ 'updates#update-1': { on: 'May' }, 'updates#update-2': { on: '2026-01-01' } })).toEqual([
      '030 updates#/0/on',
    ]);
  });

  test('requires the old wording and the changed rows in corrections, and rejects them elsewhere', () => {
    expect(told({ 'updates#update-2': { was: null } })).toEqual(['038 updates#/1/was']);
    expect(told({ 'updates#update-2': { facts: [] } })).toEqual(['038 updates#/1/was']);
    expect(told({ 'updates#update-2': { kind: 'added' } })).toEqual(['038 updates#/1/was']);
    expect(told({ 'updates#update-2': { kind: 'added', was: null } })).toEqual([]);
    expect(told({ 'updates#update-2': { kind: 'added', facts: [] } })).toEqual([]);
    expect(told({ 'updates#update-2': { kind: 'added', was: null, facts: [] } })).toEqual([]);
  });
});

describe('evidence labels', () => {
  const official = (access: string) => rulesOf('sources#town-hall', { access });

  test('requires for "official" an official source that was read directly', () => {
    for (const access of ['direct', 'repost', 'data']) expect(official(access), access).toEqual([]);
    for (const access of ['secondhand', 'headline']) expect(official(access), access).toEqual(['041']);
    expect(rulesOf('amounts#line', { sources: ['daily'] })).toEqual(['041']);
    expect(rulesOf('amounts#line', { sources: ['daily', 'town-hall'] })).toEqual([]);
    expect(rulesOf('glossary#term-pilot', { official: true, sources: ['daily'] })).toEqual(['041']);
    expect(rulesOf('glossary#term-pilot', { official: true, sources: ['daily', 'town-hall'] })).toEqual([]);
    expect(says({ 'glossary#term-pilot': { official: true, sources: ['daily'] } })).toContain(
      'Got ["daily"].',
    );
    expect(rulesOf('glossary#term-pilot', { official: true, sources: ['nothing'] })).toEqual(['012']);
  });

  test('requires for "reported" two independent publishers', () => {
    const weekly = (fields: Loose) => rulesOf('sources#weekly', fields);
    for (const kind of ['news', 'trade', 'academic']) expect(weekly({ kind }), kind).toEqual([]);
    for (const kind of ['campaign', 'company', 'aggregator']) expect(weekly({ kind }), kind).toEqual(['042']);
    expect(weekly({ publisher: 'The Daily Example' })).toEqual(['042']);
    expect(weekly({ publisher: 'The Daily Example (weekend)' })).toEqual(['042']);
    expect(weekly({ publisher: 'The Daily Example(weekend)' })).toEqual(['042']);
    // Only brackets at the end name an edition.
    expect(
      told({
        'sources#daily': { publisher: 'The Example Daily' },
        'sources#weekly': { publisher: 'The (other) Example Daily' },
      }),
    ).toEqual([]);
    expect(says({ 'amounts#met-palantir-ceiling': { sources: ['daily'] } })).toContain(
      'there is The Daily Example.',
    );
    expect(says({ 'amounts#met-palantir-ceiling': { sources: ['town-hall'] } })).toContain('there is none.');
  });

  test('accepts "unconfirmed" only for the early article alone', () => {
    expect(told({ 'amounts#early-sum': { evidence: 'single' } })).toEqual(['043 amounts#/5/evidence']);
    expect(told({ 'amounts#forecast': { evidence: 'unconfirmed' } })).toEqual(['043 amounts#/6/evidence']);
    expect(told({ 'amounts#early-sum': { sources: ['early', 'daily'] } })).toEqual([
      '044 amounts#/5/sources',
    ]);
    expect(told({ 'amounts#forecast': { sources: ['gazette', 'early'] } })).toEqual([
      '044 amounts#/6/sources',
    ]);
    expect(told({ 'early-article-claims#was-refused': { sources: ['daily', 'early'] } })).toEqual([
      '044 early-article-claims#/0/sources',
    ]);
    expect(says({ 'early-article-claims#was-refused': { sources: ['daily', 'early'] } })).toContain(
      'Got ["daily","early"].',
    );
    expect(told({ 'glossary#term-pilot': { sources: ['early'] } })).toEqual(['044 glossary#/1/sources']);
  });

  test('requires for "contested" two sources and a note', () => {
    expect(told({ 'timeline#refused': { note: null } })).toEqual(['045 timeline#/2/evidence']);
    expect(told({ 'timeline#refused': { sources: ['daily'] } })).toEqual(['045 timeline#/2/evidence']);
  });

  test('requires sources for a label, an answer, a question and a decided verdict', () => {
    for (const [name, problem] of [
      ['amounts#line', '040 amounts#/3/sources'],
      ['timeline#talks', '040 timeline#/1/sources'],
      ['stakeholders#deputy', '040 stakeholders#/1/sources'],
      ['arguments#speed', '040 arguments#/1/sources'],
      ['tensions#careful-1', '040 tensions#/0/sides/1/evidence/0/sources'],
      ['options#mixed-1', '040 options#/0/facts/0/sources'],
      ['open-questions#q-price', '040 open-questions#/0/sources'],
      ['early-article-claims#was-refused', '040 early-article-claims#/0/sources'],
    ] as const)
      expect(told({ [name]: { sources: [] } }), name).toEqual([problem]);
    expect(told({ 'arguments#speed': { counterSources: [] } })).toEqual(['040 arguments#/1/counterSources']);
    expect(told({ 'early-article-claims#was-refused': { sources: [], verdict: 'contradicted' } })).toEqual([
      '040 early-article-claims#/0/sources',
    ]);
    expect(told({ 'early-article-claims#was-refused': { sources: [], verdict: 'unverified' } })).toEqual([]);
  });

  test('skips the label check when one of the sources does not exist', () => {
    expect(told({ 'timeline#refused': { sources: ['daily', 'nothing'], note: null } })).toEqual([
      '012 timeline#/2/sources/1',
    ]);
  });
});

describe('stakeholders', () => {
  test('requires stance, label and bloc exactly when a position was found', () => {
    const silent = (fields: Loose) => told({ 'stakeholders#silent': fields });
    expect(silent({ stance: 'leans-for', note: 'When is not known.' })).toEqual([
      '047 stakeholders#/4/stance',
    ]);
    expect(silent({ evidence: 'single', sources: ['daily'] })).toEqual(['047 stakeholders#/4/evidence']);
    expect(silent({ bloc: 'public' })).toEqual(['047 stakeholders#/4/bloc']);
    const deputy = (fields: Loose) => told({ 'stakeholders#deputy': fields });
    expect(deputy({ stance: null })).toEqual(['047 stakeholders#/1/stance']);
    expect(deputy({ evidence: null })).toEqual(['047 stakeholders#/1/evidence']);
    expect(deputy({ bloc: 'none-found' })).toEqual(['047 stakeholders#/1/bloc']);
    expect(deputy({ basis: 'seed-only' })).toEqual(['047 stakeholders#/1/basis']);
    expect(told({ 'stakeholders#campaign': { basis: 'related' } })).toEqual(['047 stakeholders#/3/basis']);
    expect(says({ 'stakeholders#silent': { bloc: 'public' } })).toContain(
      'Expected "none-found". Got "public".',
    );
    expect(says({ 'stakeholders#deputy': { stance: null } })).toContain('Expected a stance. Got null.');
    expect(says({ 'stakeholders#deputy': { evidence: null } })).toContain('Expected a label. Got null.');
    expect(says({ 'stakeholders#deputy': { bloc: 'none-found' } })).toContain('Expected another bloc.');
  });

  test('requires a date for a statement, or a note that explains its absence', () => {
    const undated = { statedOn: null, statedOnPrecision: null };
    expect(told({ 'stakeholders#deputy': undated })).toEqual(['047 stakeholders#/1/statedOn']);
    expect(told({ 'stakeholders#deputy': { ...undated, note: 'In no dated text.' } })).toEqual([]);
  });

  test('requires arguments and stakeholders to list each other', () => {
    expect(told({ 'stakeholders#mayor': { arguments: [] } })).toEqual(['048 arguments#/0/madeBy/0']);
    expect(told({ 'arguments#speed': { madeBy: ['supplier', 'campaign'] } })).toEqual([
      '048 arguments#/1/madeBy/1',
    ]);
    expect(told({ 'arguments#speed': { madeBy: [] } })).toEqual(['048 arguments#/1/madeBy']);
    expect(told({ 'arguments#speed': { madeBy: [], madeByOther: ['somebody'] } })).toEqual([]);
    expect(told({ 'arguments#speed': { madeByOther: ['somebody'], counterByOther: ['somebody'] } })).toEqual(
      [],
    );
    expect(told({ 'arguments#speed': { counterBy: [] } })).toEqual(['048 arguments#/1/counterBy']);
    expect(told({ 'arguments#speed': { counterBy: [], counterByOther: ['somebody'] } })).toEqual([]);
    expect(says({ 'arguments#speed': { madeBy: [] } })).toContain('nobody makes the argument');
    expect(says({ 'arguments#speed': { counterBy: [] } })).toContain('nobody gives the answer');
  });

  test('gives City Hall’s own arguments to City Hall, and to nobody else', () => {
    for (const cityHall of ['reason', 'voiced-not-decisive']) {
      expect(told({ 'arguments#rules': { cityHall } }), cityHall).toEqual([]);
      expect(told({ 'arguments#speed': { cityHall } }), cityHall).toEqual(['048 arguments#/1/cityHall']);
    }
    for (const cityHall of ['second-hand-only', 'none-found']) {
      expect(told({ 'arguments#rules': { cityHall } }), cityHall).toEqual(['048 arguments#/0/cityHall']);
      expect(told({ 'arguments#speed': { cityHall } }), cityHall).toEqual([]);
    }
    // It is unknown whether a missing stakeholder is City Hall.
    expect(told({ 'arguments#rules': { madeBy: ['nobody'] } })).toEqual(['014 arguments#/0/madeBy/0']);
  });

  test('requires a quotation to come from one of the row’s own sources', () => {
    expect(
      told({ 'stakeholders#supplier': { quote: { text: 'yes', speaker: 'A', source: 'weekly' } } }),
    ).toEqual(['049 stakeholders#/2/quote/source']);
    expect(
      told({ 'timeline#refused': { quote: { text: 'no', speaker: 'A', source: 'town-hall' } } }),
    ).toEqual(['049 timeline#/2/quote/source']);
  });
});

describe('addresses', () => {
  test.each([
    [null, []],
    ['', ['050', '060']],
    ['https://', ['050']],
    ['https:///x', ['050']],
    ['https:// a.example/', ['050']],
    [' https://a.example/', ['050', '068']],
    ['http://a.example/', ['050']],
    ['https://dé.example/', ['050']],
    ['https://a.example/a b', ['050']],
    ['https://a.example/b\u007f', ['050', '062']],
    ['https://a.example/~b!', []],
    ['https://[a.example/', ['050']],
    ['https://user@a.example/', ['051']],
    ['https://:word@a.example/', ['051']],
    ['https://@a.example/', ['051']],
    ['https://a.example:8443/', ['051']],
    // URL parsers drop the default port.
    ['https://a.example:443/', ['051']],
    ['https://a.example/@b:80', []],
    ['https://a.example/https://b@c:80', []],
    ['view:https://a.example/', ['050']],
    ['https://a.example/?page=2', []],
    ['https://a.example/?page=2&UTM_Source=b', ['052']],
    ['https://a.example/?utm_=b', []],
    ['https://a.example/?autm_source=b', []],
    ['https://a.example/?spm=b', ['052']],
    ['https://a.example/?spmx=b', []],
    ['https://a.example/?mc_cid=b', ['052']],
    ['https://a.example/?mc_eid=b', ['052']],
    ['https://a.example/?mc_aid=b', []],
    ['https://a.example/?_hsenc=b', ['052']],
    ['https://a.example/?_hs=b', []],
    ['https://bit.ly/b', ['054']],
    ['https://notbit.ly/b', []],
    ['https://bit.ly.example/b', []],
    ['https://web.archive.org/b', ['054']],
    ['https://archive.today/b', ['054']],
    ['https://archive.example/b', []],
    ['https://a.ampproject.org/b', ['054']],
    ['https://user:word@bit.ly:8443/?fbclid=b', ['051', '052', '054']],
  ])('gives the address "%s" the problems %o', (url, rules) => {
    expect(rulesOf('sources#daily', { url })).toEqual(rules);
  });

  test('rejects an address of two sources, ignoring www and a trailing slash', () => {
    expect(told({ 'sources#daily': { url: 'https://www.weekly.example/news/two/' } })).toEqual([
      '053 sources#/1/url',
    ]);
    expect(told({ 'sources#daily': { url: 'https://weekly.example/news/two?page=2' } })).toEqual([]);
    expect(told({ 'sources#daily': { url: 'https://www.www.weekly.example/news/two' } })).toEqual([]);
    expect(
      told({
        'sources#daily': { url: 'https://a.www.weekly.example/' },
        'sources#weekly': { url: 'https://a.weekly.example/' },
      }),
    ).toEqual([]);
    const all = { url: 'https://a.example/' };
    expect(
      says({ 'sources#daily': all, 'sources#weekly': all, 'sources#early': all }).match(
        /also that of daily/g,
      ),
    ).toHaveLength(2);
  });
});

describe('texts', () => {
  test.each([
    ['', ['060']],
    [' \t', ['060']],
    ['a <b>', ['061']],
    ['a </b>', ['061']],
    ['a <!--', ['061']],
    ['a < b and 1 <2', []],
    ['AT&T; so', ['061']],
    ['&amp;', ['061']],
    ['&#38;', ['061']],
    ['&#x2F;', ['061']],
    ['&#;', []],
    ['A & B', []],
    ['[a](b)', ['061']],
    ['[a] (b)', []],
    ['**a**', ['061']],
    ['2*3', []],
    ['`a`', ['061']],
    ['a\u200bb', ['062']],
    ['a\ufffdb', ['062']],
    ['a\u2028b', ['062']],
    ['TBC', ['063']],
    ['a tbd', ['063']],
    ['TBCs', []],
    ['what???', ['063']],
    ['what??', []],
    ['N/A', ['063']],
    ['Illustrative', ['067']],
    ['illustratively', []],
    [' a', ['068']],
    ['a ', ['068']],
    ['a  b', ['068']],
    ['a b', []],
    ['e\u0301', ['068']],
    ['é', []],
  ])('gives the text "%s" the problems %o', (lookedFor, rules) => {
    expect(rulesOf('open-questions#q-price', { lookedFor })).toEqual(rules);
  });

  test('limits a heading to ninety characters, and each short label to its own length', () => {
    const long = (count: number) => 'a'.repeat(count);
    for (const [name, field, limit] of [
      ['timeline#talks', 'title', 90],
      ['amounts#line', 'label', 90],
      ['stakeholders#mayor', 'name', 90],
      ['glossary#term-line', 'term', 90],
      ['amounts#line', 'short', 34],
      ['timeline#talks', 'short', 34],
      ['stakeholders#mayor', 'short', 24],
      ['tensions#careful-1', 'short', 52],
      ['options#mixed-1', 'short', 30],
      ['open-questions#q-price', 'short', 40],
    ] as const) {
      expect(rulesOf(name, { [field]: long(limit) }), name).toEqual([]);
      expect(rulesOf(name, { [field]: long(limit + 1) }), name).toEqual(['064']);
    }
    // Nothing else has a limit, because publishers choose their own titles.
    expect(rulesOf('sources#daily', { title: long(91) })).toEqual([]);
    expect(rulesOf('timeline#talks', { summary: long(500) })).toEqual([]);
  });

  test('rejects figures and overstated words in a short label', () => {
    const short = (text: string) => rulesOf('timeline#talks', { short: text });
    for (const text of [
      'Two 2',
      'In £',
      'In $',
      'In €',
      'A %',
      'Cancelled',
      'A veto',
      'Axed',
      'Scrapping',
      'They sue',
      'Sued',
      'Illegal',
    ])
      expect(short(text), text).toEqual(['065']);
    for (const text of ['An issue', 'Pursued', 'Taxed', 'Sues']) expect(short(text), text).toEqual([]);
    expect(rulesOf('amounts#line', { short: 'A 2' })).toEqual(['065']);
    expect(rulesOf('stakeholders#mayor', { short: 'A 2' })).toEqual(['065']);
  });

  test('rejects a short label of two rows, ignoring case', () => {
    expect(told({ 'timeline#talks': { short: 'RULE on record' } })).toEqual(['066 timeline#/1/short']);
    expect(told({ 'stakeholders#mayor': { short: 'Rule on record' } })).toEqual([]);
    const all = { short: 'The same' };
    expect(
      says({ 'timeline#rule-made': all, 'timeline#talks': all, 'timeline#refused': all }).match(
        /a label that rule-made does not have/g,
      ),
    ).toHaveLength(2);
  });

  test('requires a question mark at the end of a question, and nowhere else', () => {
    expect(told({ 'open-questions#q-price': { question: 'A price' } })).toEqual([
      '069 open-questions#/0/question',
    ]);
    expect(told({ 'tensions#fast-or-careful': { question: 'A price' } })).toEqual([
      '069 tensions#/0/question',
    ]);
    expect(told({ 'tensions#fast-or-careful-q-check': { text: 'Who?? No' } })).toEqual([
      '069 tensions#/0/questions/0/text',
    ]);
    expect(told({ 'tensions#careful-1': { text: 'No question' } })).toEqual([]);
  });

  test('skips text rules for dates, ids and labels', () => {
    expect(rulesOf('timeline#talks', { date: ' 2026-04' })).toEqual(['030', '032']);
    expect(rulesOf('timeline#talks', { sources: [' weekly'] })).toEqual(['012']);
    expect(rulesOf('timeline#talks', { evidence: '' })).toEqual(['046']);
  });
});

describe('rows', () => {
  test('rejects missing fields, unknown fields and wrong types', () => {
    expect(told({ 'glossary#term-pilot': { more: 1 } })).toEqual(['007 glossary#/1/more']);
    expect(told({ 'glossary#term-pilot': { official: undefined } })).toEqual(['008 glossary#/1/official']);
    expect(told({ 'glossary#term-pilot': { official: 'yes' } })).toEqual(['009 glossary#/1/official']);
    expect(told({ 'glossary#term-pilot': { sources: [1] } })).toEqual(['009 glossary#/1/sources/0']);
    expect(told({ 'timeline#talks': { evidence: 'sure' } })).toEqual(['046 timeline#/1/evidence']);
    expect(told({ 'timeline#talks': { evidence: undefined } })).toEqual(['008 timeline#/1/evidence']);
    expect(told({ 'timeline#talks': { lane: 'sure' } })).toEqual(['009 timeline#/1/lane']);
    // The `evidence` of a side is a list, not a label.
    expect(rulesOf('tensions#careful', { evidence: 'official' })).toContain('009');
    expect(says({ 'glossary#term-pilot': { official: undefined } })).toContain(
      'Expected the field "official".',
    );
  });

  test('requires a row to be an object, and the dataset file to hold one object', () => {
    const of = (file: string, text: string) =>
      check(new Map([...base, [`${file}.json`, text]])).map(({ rule, pointer }) => `${rule} ${pointer}`);
    expect(of('comparisons', '[[], null, 1]')).toEqual(['009 /0', '009 /1', '009 /2']);
    expect(of('comparisons', '{}')).toEqual(['009 ']);
    expect(of('dataset', '[]')).toEqual(['009 ']);
    expect(of('dataset', 'null')).toEqual(['009 ']);
  });
});

describe('files', () => {
  const of = (text: string | Uint8Array | undefined, file = 'glossary.json') => {
    const files = new Map<string, string | Uint8Array>(base);
    if (text === undefined) files.delete(file);
    else files.set(file, text);
    return check(files).map(formatProblem);
  };
  const glossary = base.get('glossary.json') ?? '';

  it('rejects a missing or an empty file', () => {
    expect(of(undefined)).toEqual([expect.stringMatching(/^DATA-001 glossary.json#\/: .* Got no file\./)]);
    expect(of('')).toEqual([expect.stringMatching(/^DATA-001 glossary.json#\/: .* Got an empty file\./)]);
    expect(of(new Uint8Array())).toHaveLength(1);
  });

  it('rejects a file that is not plain UTF-8', () => {
    expect(of(new TextEncoder().encode(glossary))).toEqual([]);
    expect(of(new Uint8Array([0x5b, 0xff, 0x5d]))).toEqual([
      expect.stringContaining('Got a broken sequence.'),
    ]);
    expect(of(`\ufeff${glossary}`)).toEqual([expect.stringContaining('Got U+FEFF.')]);
    expect(of(new TextEncoder().encode(`\ufeff${glossary}`))).toEqual([
      expect.stringContaining('Got U+FEFF.'),
    ]);
    expect(of(`${glossary}\0`)).toEqual([expect.stringContaining('Got U+0000.')]);
  });

  it('reports invalid JSON on one line, and skips all other rules', () => {
    const [problem, ...others] = of('nonsense\n\nand more');
    expect(problem).toMatch(/^DATA-003 glossary\.json#\/: [^\n]+"nonsense and more"[^\n]+$/);
    expect(others).toEqual([]);
    for (const text of ['', '[', '\ufeff']) expect(of(text, 'dataset.json'), text).toHaveLength(1);
  });

  it('rejects a repeated key in one object, at any depth', () => {
    expect(of(glossary.replace('"term":', '"term": "A", "term":'))).toEqual([
      expect.stringMatching(/^DATA-004 glossary.json#\/0\/term: the key "term" stands twice/),
    ]);
    const twice = (text: string) => of(text, 'timeline.json').filter((one) => one.startsWith('DATA-004'));
    const timeline = base.get('timeline.json') ?? '';
    expect(twice(timeline.replace('"speaker":', '"text": "x", "speaker":'))).toEqual([
      expect.stringContaining('timeline.json#/2/quote/text:'),
    ]);
    expect(twice(timeline)).toEqual([]);
  });

  it('ignores keys that appear inside strings', () => {
    const said = String.raw`He said \"{\", then \\\", \"a\": [1, 1e999] and }.`;
    expect(of(glossary.replace('A small trial.', said))).toEqual([]);
  });

  it('rejects keys that reach the prototype', () => {
    for (const key of ['__proto__', 'constructor', 'prototype'])
      expect(
        of(glossary.replace('"term":', `"${key}": 1, "term":`)).map((one) => one.slice(0, 8)),
        key,
      ).toEqual(['DATA-005']);
  });

  it('rejects numbers that JavaScript cannot hold exactly', () => {
    const value = (number: string) =>
      of((base.get('figures.json') ?? '').replace('"value": 48', `"value": ${number}`), 'figures.json').map(
        (one) => one.slice(0, 8),
      );
    expect(value('9007199254740992')).toContain('DATA-006');
    expect(value('-9007199254740993')).toContain('DATA-006');
    expect(value('1e999')).toContain('DATA-006');
    expect(value('-1e999')).toContain('DATA-006');
    for (const held of ['9007199254740991', '0.1', '48.0', '-48', '1e15'])
      expect(value(held), held).not.toContain('DATA-006');
  });

  it('ignores files that are not part of the dataset', () => {
    expect(check(new Map([...base, ['other.json', 'nonsense']]))).toEqual([]);
  });
});

test('orders two problems with one value by rule', () => {
  expect(told({ 'timeline#refused': { date: '2026-08-01', knownFrom: '2026-07-01' } })).toEqual([
    '035 timeline#/2/date',
    '035 timeline#/2/knownFrom',
    '036 timeline#/2/knownFrom',
  ]);
});

test('orders problems by file, then by position, then by rule', () => {
  expect(
    told({
      'timeline#talks': { title: 'TBC  a', short: 'A 2', summary: undefined, lane: 'x' },
      'glossary#term-line': { definition: ' ' },
      'amounts#line': { sources: ['nothing'], payer: ' a' },
      'amounts#first-year': { covers: '' },
    }),
  ).toEqual([
    '060 amounts#/1/covers',
    '068 amounts#/3/payer',
    '012 amounts#/3/sources/0',
    '060 glossary#/0/definition',
    // A missing field is reported at its row.
    '008 timeline#/1/summary',
    '063 timeline#/1/title',
    '068 timeline#/1/title',
    '009 timeline#/1/lane',
  ]);
});
