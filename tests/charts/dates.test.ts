import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { facts } from '$lib/data/dataset.ts';
import { LONGEST_GAP, datesModel, day, shortened, type DatesScene } from '$lib/charts/dates/model.ts';
import { event, officially, recordOf, WITHHELD } from '../data/factories.ts';

const scene: DatesScene = {
  title: 'Events are in the picture.',
  subtitle: 'Dates in one place',
  words: 'A picture in words.',
  from: day('2026-05-17'),
  to: day('2026-05-26'),
  lit: [{ id: 'dmpc-refusal', on: 1 }],
  lanes: { contract: 1, 'staff-pilot': 1, elsewhere: 1 },
  cut: 1,
};
const markOf = (id: string, more: Partial<DatesScene> = {}) => {
  const mark = datesModel(facts, { ...scene, ...more }).marks.find((one) => one.id === id);
  if (!mark) throw new Error(`no mark ${id}`);
  return mark;
};

test('counts days in UTC', () => {
  expect(day('1970-01-01')).toBe(0);
  expect(day('2026')).toBe(day('2026-01-01'));
  expect(day('2026-03')).toBe(day('2026-03-01'));
});

test('draws a day as a dot, a month or a span as a bar, and a year as a band', () => {
  expect(markOf('dmpc-refusal').form).toBe('dot');
  expect(markOf('met-intel-demo').form).toBe('bar');
  expect(markOf('federation-legal-advice').form).toBe('bar');
  expect(markOf('leicestershire-contract').form).toBe('band');
});

test('draws a mark as long as its date is uncertain', () => {
  const days = (id: string): number => {
    const { start, end } = markOf(id);
    return Math.round((end - start) * 9);
  };
  expect(days('dmpc-refusal')).toBe(1);
  expect(days('met-intel-demo')).toBe(31);
  expect(days('leicestershire-contract')).toBe(366);
});

test('draws a hollow mark when the event was not public at the time', () => {
  expect(markOf('dmpc-refusal').hollow).toBe(true);
  expect(markOf('block-public').hollow).toBe(false);
  expect(markOf('pilot-dpia').hollow).toBe(true);
});

test('fades later knowledge on a chosen day, and counts a month as its last day', () => {
  const asOf = { on: 1, date: '2026-05-21' };
  expect(markOf('block-public', { asOf }).known).toBe(1);
  expect(markOf('dmpc-refusal', { asOf }).known).toBe(0);
  expect(markOf('pilot-dpia', { asOf }).known).toBe(0);
  expect(markOf('met-talks-revealed', { asOf }).known).toBe(1);
});

test('puts every event into exactly one lane', () => {
  for (const event of facts.timeline) expect(['contract', 'staff-pilot', 'elsewhere']).toContain(event.lane);
  const named = (lane: string) =>
    facts.timeline.filter((event) => event.lane === lane).map((event) => event.id);
  expect(named('staff-pilot')).toContain('met-pilot-results');
  expect(named('contract')).not.toContain('pilot-price');
});

test('spaces events to scale, except in gaps of over ninety days', () => {
  const { at, breaks } = shortened(facts.timeline);
  expect(at(day('2026-05-21')) - at(day('2026-05-20'))).toBeCloseTo(1);
  expect(at(day('2026-04-27')) - at(day('2026-04-22'))).toBeCloseTo(5);
  expect(at(day('2018-01-01')) - at(day('2017-01-31'))).toBeLessThan(LONGEST_GAP);
  expect(breaks.length).toBeGreaterThan(1);
});

test('never runs time backwards, for any events', () => {
  const { at } = shortened(facts.timeline);
  fc.assert(
    fc.property(fc.integer({ min: day('2010'), max: day('2030') }), fc.nat(2000), (from, more) => {
      expect(at(from + more)).toBeGreaterThanOrEqual(at(from));
    }),
  );
});

test('handles no event and one event', () => {
  const empty = { ...facts, timeline: facts.timeline.filter((event) => event.id === 'dmpc-refusal') };
  expect(datesModel(empty, scene).marks.length).toBe(1);
  expect(shortened([]).breaks).toEqual([]);
});

test('starts the tape at the talks, cuts it after the refusal and ends it at the cut-off', () => {
  const { tape } = datesModel(facts, { ...scene, from: day('2026-01-01'), to: day('2026-12-31') });
  expect(tape.start).toBeLessThan(tape.cut);
  expect(tape.cut).toBeLessThan(tape.end);
  expect(tape.end).toBeLessThan(1);
});

describe('gaps', () => {
  const start = day('2026-01-01');

  test('keep their length up to ninety days, and are halved with a break in the middle beyond that', () => {
    const after = (date: string) => shortened([event('next', date), event('first', '2026-01-01')]);
    expect(after('2026-04-02').breaks).toEqual([]);
    const { at, breaks } = after('2026-04-03');
    expect(breaks).toEqual([start + 46.5]);
    expect([0, 1, 46.5, 92, 100].map((days) => at(start + days) - start)).toEqual([0, 1, 23.5, 46, 54]);
  });

  test('begin at the end of the latest earlier event', () => {
    const long = event('long', '2026-01-01', { endDate: '2026-03-31' });
    const { at, breaks } = shortened([event('within', '2026-01-02'), event('next', '2026-05-01'), long]);
    expect(breaks).toEqual([]);
    expect(at(start + 200)).toBe(start + 200);
  });

  test('add up', () => {
    const { at, breaks } = shortened([
      event('a', '2026-01-01'),
      event('b', '2026-07-01'),
      event('c', '2027-01-01'),
    ]);
    expect(breaks).toHaveLength(2);
    expect(at(day('2027-01-01')) - at(start)).toBe(1 + 45 + 1 + 45);
  });
});

// A hundred days from 1 January, so that axis positions equal days.
const few = {
  timeline: [
    event('dmpc-refusal', '2026-01-21', { knownFrom: '2026-01-31' }),
    event('pilot', '2026-01', { lane: 'staff-pilot', knownFrom: '2026-03', evidence: 'single' }),
    event('span', '2026-01-13', { endDate: '2026-01-14', lane: 'elsewhere', knownFrom: null }),
    event('rule', '2026-01-01', { track: 'law' }),
    event('talks', '2026-01-11'),
  ],
};
const hundred: DatesScene = {
  ...scene,
  from: day('2026-01-01'),
  to: day('2026-04-11'),
  lit: [
    { id: 'talks', on: 0.5, tag: 'over {square}' },
    { id: 'pilot', on: 1 },
    { id: 'span', on: 1 },
    { id: 'rule', on: 0.49 },
  ],
  cut: 0.75,
};
const of = (timeline: ReturnType<typeof event>[]) => recordOf({ timeline });

test('orders marks by start, then by end', () => {
  const { marks } = datesModel(recordOf(few), hundred);
  const mark = {
    when: expect.any(String) as string,
    form: 'dot',
    lane: 'contract',
    lit: 0,
    hollow: false,
    known: 1,
    tag: null,
    evidence: 'official',
  };
  expect(
    marks.map(({ start, end, ...rest }) => ({
      ...rest,
      days: [start, end].map((at) => Math.round(at * 1000) / 10),
    })),
  ).toEqual([
    { ...mark, id: 'rule', title: 'Rule', lit: 0.49, days: [0, 1] },
    {
      ...mark,
      id: 'pilot',
      title: 'Pilot',
      form: 'bar',
      lane: 'staff-pilot',
      lit: 1,
      hollow: true,
      evidence: 'single',
      days: [0, 31],
    },
    { ...mark, id: 'talks', title: 'Talks', lit: 0.5, tag: 'over £500,000', days: [10, 11] },
    // The date of becoming known is unknown, so the event does not count as hidden.
    { ...mark, id: 'span', title: 'Span', form: 'bar', lane: 'elsewhere', lit: 1, days: [12, 14] },
    { ...mark, id: 'dmpc-refusal', title: 'Dmpc refusal', hollow: true, days: [20, 21] },
  ]);
  expect(marks.map(({ when }) => when.replaceAll('\u00a0', ' '))).toEqual([
    '1 January 2026',
    'January 2026',
    '11 January 2026',
    '13–14 January 2026',
    '21 January 2026',
  ]);
});

test('counts an event as public when it became known on its last day', () => {
  const hollow = (knownFrom: string) =>
    datesModel(of([event('dmpc-refusal', '2026-01-20', { endDate: '2026-01-21', knownFrom })]), hundred)
      .marks[0]?.hollow;
  expect(['2026-01-20', '2026-01-21', '2026-01-22', '2026-01'].map(hollow)).toEqual([
    false,
    false,
    true,
    true,
  ]);
});

test('starts the tape at the first contract event that is no rule, or else at the cut-off', () => {
  const { tape } = datesModel(recordOf(few), hundred);
  expect([tape.start, tape.cut, tape.end].map((at) => Math.round(at * 1000) / 10)).toEqual([10, 21, 180]);
  expect(tape.on).toBe(0.75);
  const elsewhere = of([event('dmpc-refusal', '2026-01-21', { lane: 'elsewhere' })]);
  const none = datesModel(elsewhere, hundred).tape;
  expect(none.start).toBe(none.end);
});

test('describes a mark when it is at least half visible', () => {
  const { table, plain } = datesModel(recordOf(few), hundred);
  expect(table.ids).toEqual(['pilot', 'talks', 'span']);
  const plainly = JSON.parse(JSON.stringify([table.body, plain]).replaceAll('\u00a0', ' ')) as unknown;
  expect(plainly).toEqual([
    [
      ['Pilot at length', 'January 2026', 'the staff pilot', 'March 2026', 'Single source'],
      ['Talks at length', '11 January 2026', 'the contract', '11 January 2026', 'Official'],
      ['Span at length', '13–14 January 2026', 'elsewhere', 'date not known', 'Official'],
    ],
    [
      { label: 'Pilot at length', text: 'January 2026 (the staff pilot)' },
      { label: 'Talks at length', text: '11 January 2026 (the contract)' },
      { label: 'Span at length', text: '13–14 January 2026 (elsewhere)' },
    ],
  ]);
});

test('fades later knowledge with the scene, and says so in the table when it is more than half faded', () => {
  const on = (share: number) => {
    const { marks, table, asOf } = datesModel(recordOf(few), {
      ...hundred,
      asOf: { on: share, date: '2026-01-21' },
    });
    return {
      known: Object.fromEntries(marks.map(({ id, known }) => [id, known])),
      says: table.body.map((row) => String(row[3]).replaceAll('\u00a0', ' ')),
      asOf,
    };
  };
  expect(on(0.25).known).toEqual({ rule: 1, pilot: 0.75, talks: 1, span: 0.75, 'dmpc-refusal': 0.75 });
  expect(on(0.5).says).toEqual(['March 2026', '11 January 2026', 'date not known']);
  expect(on(0.75).says).toEqual([
    'March 2026: later than 21 January 2026',
    '11 January 2026',
    'date not known: later than 21 January 2026',
  ]);
  // The line stands at the end of the day.
  expect(on(0.25).asOf?.at).toBeCloseTo(0.21);
  expect(on(0.25).asOf?.on).toBe(0.25);
  expect(datesModel(recordOf(few), hundred).asOf).toBeNull();
});

test('draws a bracket from the noon of one day to the noon of another', () => {
  const { between } = datesModel(recordOf(few), {
    ...hundred,
    between: { on: 0.5, from: 'talks', to: 'dmpc-refusal' },
  });
  expect(between?.from).toBeCloseTo(0.105);
  expect(between?.to).toBeCloseTo(0.205);
  expect(between?.on).toBe(0.5);
  expect(datesModel(recordOf(few), hundred).between).toBeNull();
});

test('marks every year that starts in the window, its end included, and every break on the axis', () => {
  const refusal = event('dmpc-refusal', '2024-08-01');
  const window = { ...scene, from: day('2024-07-01'), to: day('2026-01-01') };
  const { years, breaks } = datesModel(of([refusal]), window);
  expect(years).toHaveLength(2);
  expect(years[0]).toBeCloseTo(184 / 549);
  expect(years[1]).toBe(1);
  expect(breaks).toEqual([]);
  expect(datesModel(of([refusal]), { ...window, to: day('2025-12-31') }).years).toHaveLength(1);
  const broken = datesModel(of([refusal, event('next', '2025-08-01')]), window);
  expect(broken.breaks).toHaveLength(1);
  // 31 days, the first event, and half of the rest of the gap.
  expect(broken.breaks[0]).toBeCloseTo((32 + 22.5) / (31 + 1 + 45 + 153));
});

test('keeps the place and the short name of a hidden event, without its date, label and words', () => {
  const lit = [...hundred.lit.slice(1), { id: 'dmpc-refusal', on: 0, tag: 'no' }];
  const { marks, table, plain, summary } = datesModel(officially(few), {
    ...hundred,
    lit,
    asOf: { on: 0, date: '2026-01-21' },
  });
  expect(marks[1]).toMatchObject({
    id: 'pilot',
    known: 0,
    when: '',
    title: 'Pilot',
    tag: WITHHELD.note,
    evidence: null,
    lit: 1,
  });
  expect(marks[4]).toMatchObject({ id: 'dmpc-refusal', known: 1, tag: 'no', evidence: 'official' });
  expect(summary).toMatch(/ Outlines: Pilot\.$/);
  expect(table.body[0]).toEqual(['Pilot', WITHHELD.cell, '–', '–', '–']);
  expect(plain[0]).toEqual({ label: 'Pilot', text: WITHHELD.text });
});
