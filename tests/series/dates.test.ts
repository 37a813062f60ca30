import fc from 'fast-check';
import { expect, test } from 'vitest';
import { facts } from '#facts/index.ts';
import { LONGEST_GAP, datesSeries, day, shortened, type DatesScene } from '#series/dates.ts';

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
  const mark = datesSeries(facts, { ...scene, ...more }).marks.find((one) => one.id === id);
  if (!mark) throw new Error(`no mark ${id}`);
  return mark;
};

test('days are counted in UTC', () => {
  expect(day('1970-01-01')).toBe(0);
  expect(day('2026')).toBe(day('2026-01-01'));
  expect(day('2026-03')).toBe(day('2026-03-01'));
});

test('a day is a dot, a month or a span a bar, a year a band', () => {
  expect(markOf('dmpc-refusal').form).toBe('dot');
  expect(markOf('met-intel-demo').form).toBe('bar');
  expect(markOf('federation-legal-advice').form).toBe('bar');
  expect(markOf('leicestershire-contract').form).toBe('band');
});

test('a mark is as long as its date is uncertain', () => {
  const days = (id: string): number => {
    const { start, end } = markOf(id);
    return Math.round((end - start) * 9);
  };
  expect(days('dmpc-refusal')).toBe(1);
  expect(days('met-intel-demo')).toBe(31);
  expect(days('leicestershire-contract')).toBe(366);
});

test('hollow where it was not public at the time', () => {
  expect(markOf('dmpc-refusal').hollow).toBe(true);
  expect(markOf('block-public').hollow).toBe(false);
  expect(markOf('pilot-dpia').hollow).toBe(true);
});

test('as known on a day: later knowledge fades, a month counts as its last day', () => {
  const asOf = { on: 1, date: '2026-05-21' };
  expect(markOf('block-public', { asOf }).known).toBe(1);
  expect(markOf('dmpc-refusal', { asOf }).known).toBe(0);
  expect(markOf('pilot-dpia', { asOf }).known).toBe(0);
  expect(markOf('met-talks-revealed', { asOf }).known).toBe(1);
});

test('the two lanes are never one: every event has exactly one', () => {
  for (const event of facts.timeline) expect(['contract', 'staff-pilot', 'elsewhere']).toContain(event.lane);
  const named = (lane: string) =>
    facts.timeline.filter((event) => event.lane === lane).map((event) => event.id);
  expect(named('staff-pilot')).toContain('met-pilot-results');
  expect(named('contract')).not.toContain('pilot-price');
});

test('spacing is true to time, but for gaps of over ninety days', () => {
  const { at, breaks } = shortened(facts.timeline);
  expect(at(day('2026-05-21')) - at(day('2026-05-20'))).toBeCloseTo(1);
  expect(at(day('2026-04-27')) - at(day('2026-04-22'))).toBeCloseTo(5);
  expect(at(day('2018-01-01')) - at(day('2017-01-31'))).toBeLessThan(LONGEST_GAP);
  expect(breaks.length).toBeGreaterThan(1);
});

test('time never runs back, whatever the events', () => {
  const { at } = shortened(facts.timeline);
  fc.assert(
    fc.property(fc.integer({ min: day('2010'), max: day('2030') }), fc.nat(2000), (from, more) => {
      expect(at(from + more)).toBeGreaterThanOrEqual(at(from));
    }),
  );
});

test('no events, and one', () => {
  const empty = { ...facts, timeline: facts.timeline.filter((event) => event.id === 'dmpc-refusal') };
  expect(datesSeries(empty, scene).marks.length).toBe(1);
  expect(shortened([]).breaks).toEqual([]);
});

test('the tape starts with the talks, is cut after the refusal and ends where the record stops', () => {
  const { tape } = datesSeries(facts, { ...scene, from: day('2026-01-01'), to: day('2026-12-31') });
  expect(tape.start).toBeLessThan(tape.cut);
  expect(tape.cut).toBeLessThan(tape.end);
  expect(tape.end).toBeLessThan(1);
});
