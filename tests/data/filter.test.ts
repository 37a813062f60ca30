import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { facts } from '$lib/data/dataset.ts';
import {
  NO_FILTER,
  LEVELS,
  parseEvidence,
  serializeEvidence,
  isInactive,
  filterFromQuery,
  hiddenSentencesNote,
  allStatements,
  applyFilter,
  hiddenReasonFor,
  hiddenText,
  hiddenWord,
  type EvidenceFilter,
} from '$lib/data/filter.ts';
import { pointsOf, findFact } from '$lib/data/lookup.ts';
import {
  amount,
  argument,
  claim,
  event,
  option,
  point,
  question,
  recordOf,
  tension,
  voice,
} from './factories.ts';

const labels = fc.constantFrom('official', 'reported', 'single', 'contested', 'unconfirmed');
const dates = fc.constantFrom('2018', '2026-03', '2026-05-21', '2026-06-24', null);
const lenses = fc.record({
  ev: fc.constantFrom(...LEVELS),
  asof: fc.constantFrom(null, '2018-12-31', '2026-03-30', '2026-03-31', '2026-05-21'),
}) as fc.Arbitrary<EvidenceFilter>;

describe('the reason why a statement is hidden', () => {
  test.each([
    [{ ev: 'reported', asof: null }, 'official', null],
    [{ ev: 'reported', asof: null }, 'reported', null],
    [{ ev: 'reported', asof: null }, 'single', 'below'],
    [{ ev: 'reported', asof: null }, 'contested', 'below'],
    [{ ev: 'confirmed', asof: null }, 'official', null],
    [{ ev: 'confirmed', asof: null }, 'reported', 'below'],
    [{ ev: 'all', asof: null }, 'unconfirmed', null],
  ] as const)('with %o, %s: %s', (lens, evidence, hiddenReason) => {
    expect(hiddenReasonFor({ evidence, knownFrom: null }, lens)).toBe(hiddenReason);
  });

  test('counts a month and a year as their last day, and names statements without a date', () => {
    const on = (asof: string, knownFrom: string | null) =>
      hiddenReasonFor({ evidence: 'official', knownFrom }, { ev: 'all', asof });
    expect(on('2026-03-30', '2026-03')).toBe('later');
    expect(on('2026-03-31', '2026-03')).toBeNull();
    expect(on('2018-12-30', '2018')).toBe('later');
    expect(on('2018-12-31', '2018')).toBeNull();
    expect(on('2026-05-21', '2026-05-21')).toBeNull();
    expect(on('2026-05-20', '2026-05-21')).toBe('later');
    expect(on('2026-05-20', null)).toBe('undated');
  });

  test('only hides more when the level rises, and never hides a row that states nothing', () => {
    fc.assert(
      fc.property(labels, dates, lenses, (evidence, knownFrom, lens) => {
        const basis = parseEvidence(`${evidence}@${knownFrom ?? ''}`);
        const shown = (one: EvidenceFilter): boolean => hiddenReasonFor(basis, one) === null;
        if (shown({ ...lens, ev: 'confirmed' })) expect(shown({ ...lens, ev: 'reported' })).toBe(true);
        if (shown({ ...lens, ev: 'reported' })) expect(shown({ ...lens, ev: 'all' })).toBe(true);
        expect(hiddenReasonFor({ evidence: null, knownFrom }, lens)).toBeNull();
        expect(hiddenReasonFor(basis, NO_FILTER)).toBeNull();
      }),
    );
  });

  test('reads a basis back from an element, and takes anything else for no statement', () => {
    fc.assert(
      fc.property(labels, dates, (evidence, knownFrom) => {
        const basis = parseEvidence(`${evidence}@${knownFrom ?? ''}`);
        expect(parseEvidence(serializeEvidence(basis) ?? '')).toEqual(basis);
      }),
    );
    fc.assert(
      fc.property(fc.string(), (text) => {
        const { evidence } = parseEvidence(text);
        expect([null, 'official', 'reported', 'single', 'contested', 'unconfirmed']).toContain(evidence);
      }),
    );
    expect(serializeEvidence({ evidence: null })).toBeUndefined();
  });
});

describe('the filtered dataset', () => {
  test('is the same object when the filter is clear', () => {
    expect(applyFilter(facts, NO_FILTER)).toBe(facts);
    expect(isInactive(NO_FILTER)).toBe(true);
  });

  test('keeps every row, and gives the reason in every row below the level', () => {
    for (const ev of LEVELS) {
      const seen = applyFilter(facts, { ev, asof: null });
      for (const key of ['amounts', 'timeline', 'stakeholders', 'arguments', 'claims', 'questions'] as const)
        expect(seen[key].map(({ id }) => id)).toEqual(facts[key].map(({ id }) => id));
      expect(pointsOf(seen)).toHaveLength(pointsOf(facts).length);
      if (ev === 'confirmed')
        for (const { id, evidence } of allStatements(seen))
          expect(findFact(seen, id).hiddenReason).toBe(evidence === 'official' ? null : 'below');
    }
  });

  test('hides the date, the split and the letter of the refusal on the day it became public', () => {
    const seen = applyFilter(facts, { ev: 'all', asof: '2026-05-21' });
    for (const id of ['dmpc-refusal', 'met-palantir-year1', 'palantir-legal-letter', 'pilot-price'])
      expect(findFact(seen, id).hiddenReason).toBe('later');
    for (const id of ['block-public', 'met-palantir-ceiling', 'met-talks-revealed'])
      expect(findFact(seen, id).hiddenReason).toBeNull();
    expect(findFact(seen, 'seed-10m-spent').hiddenReason).toBe('undated');
  });

  test('takes the date of an argument from its first source, and the label of a claim from its support', () => {
    const argument = facts.arguments.find(({ id }) => id === 'domestic-industry');
    expect(argument?.knownFrom).toMatch(/^\d{4}/);
    const by = (id: string) => facts.claims.find((claim) => claim.id === id)?.rests;
    expect(by('framed-lockin')).toEqual({ evidence: 'unconfirmed', knownFrom: null });
    expect(by('khan-blocked')?.evidence).toBe('single');
    expect(by('governments-eager')?.evidence).toBe('official');
  });
});

test('replaces hidden rows by a sentence with a count', () => {
  expect(hiddenSentencesNote(1, 'below', { ev: 'confirmed', asof: null })).toBe(
    'One sentence here rests on reports, not on an official document.',
  );
  expect(hiddenSentencesNote(3, 'later', { ev: 'all', asof: '2026-05-21' })).toBe(
    'Three sentences here were not public by 21\u00a0May\u00a02026.',
  );
  expect(hiddenText('undated', { ev: 'all', asof: '2026-05-21' })).toContain('date not known');
  expect(hiddenText('below', { ev: 'reported', asof: null })).toContain('one source or less');
});

test('reads the filter from an address, and ignores invalid values', () => {
  expect(filterFromQuery({ ev: 'reported', asof: '2026-05-21' })).toEqual({
    ev: 'reported',
    asof: '2026-05-21',
  });
  expect(filterFromQuery({ ev: 'nonsense', asof: 'latest' })).toEqual(NO_FILTER);
  expect(isInactive({ ev: 'reported', asof: null })).toBe(false);
  expect(isInactive({ ev: 'all', asof: '2026-05-21' })).toBe(false);
});

const CONFIRMED: EvidenceFilter = { ev: 'confirmed', asof: null };
const REPORTED: EvidenceFilter = { ev: 'reported', asof: null };
const BY_MAY: EvidenceFilter = { ev: 'all', asof: '2026-05-21' };

test('words the reason in a long and a short form, for one and for many', () => {
  const why = (hiddenReason: 'below' | 'later' | 'undated', lens: EvidenceFilter) =>
    [
      hiddenText(hiddenReason, lens),
      hiddenText(hiddenReason, lens, true),
      hiddenWord(hiddenReason, lens),
    ].map((text) => text.replaceAll('\u00a0', ' '));
  expect(why('below', CONFIRMED)).toEqual([
    'rests on reports, not on an official document',
    'rest on reports, not on an official document',
    'not official',
  ]);
  expect(why('below', REPORTED)).toEqual([
    'rests on one source or less, or sources conflict',
    'rest on one source or less, or sources conflict',
    'one source or less',
  ]);
  expect(why('later', BY_MAY)).toEqual([
    'was not public by 21 May 2026',
    'were not public by 21 May 2026',
    'not yet public',
  ]);
  const undated = 'may not have been public by 21 May 2026: date not known';
  expect(why('undated', BY_MAY)).toEqual([undated, undated, 'date not known']);
  expect(hiddenSentencesNote(1, 'later', BY_MAY)).toMatch(/^One sentence here was not public by/);
  expect(hiddenSentencesNote(2, 'below', REPORTED)).toMatch(/^Two sentences here rest on/);
});

const loose = { evidence: 'single' } as const;
const rests = { evidence: 'single', knownFrom: null } as const;
const all = recordOf({
  amounts: [amount('sum'), amount('sum-2', loose)],
  timeline: [event('day', '2026'), event('day-2', '2026', loose)],
  stakeholders: [voice('mayor', { evidence: null }), voice('mayor-2', loose)],
  arguments: [argument('why'), argument('why-2', loose)],
  tensions: [tension('speed', [[point('fast')], [point('slow', loose)]])],
  options: [option('mix', [point('mixed'), point('mixed-2', loose)])],
  claims: [claim('leak', 'unverified'), claim('leak-2', 'unverified', { rests })],
  questions: [question('q-a', { rests: { evidence: null, knownFrom: null } }), question('q-b', { rests })],
});

test('hides each kind of row and keeps its other fields', () => {
  const seen = applyFilter(all, CONFIRMED);
  const veils = (rows: readonly { hiddenReason?: string | null }[]) =>
    rows.map(({ hiddenReason }) => hiddenReason);
  for (const kind of ['amounts', 'timeline', 'stakeholders', 'arguments', 'claims', 'questions'] as const)
    expect(veils(seen[kind]), kind).toEqual([null, 'below']);
  expect(veils(pointsOf(seen))).toEqual([null, 'below', null, 'below']);
  expect(seen.lens).toEqual(CONFIRMED);
  expect(seen.tensions[0]).toMatchObject({
    id: 'speed',
    title: 'Speed',
    sides: [{ id: 'speed-left' }, { id: 'speed-right' }],
  });
  expect(seen.options[0]).toMatchObject({ id: 'mix', title: 'Mix' });
  expect(seen.amounts[1]).toEqual({ ...all.amounts[1], hiddenReason: 'below' });
});

test('counts only labelled rows that state something', () => {
  expect(allStatements(all).map(({ id }) => id)).toEqual([
    'sum',
    'sum-2',
    'day',
    'day-2',
    'mayor-2',
    'why',
    'why-2',
    'fast',
    'slow',
    'mixed',
    'mixed-2',
  ]);
});

test('writes the basis of a statement to its element', () => {
  expect(serializeEvidence({ evidence: 'single', knownFrom: '2026-05-28' })).toBe('single@2026-05-28');
  expect(serializeEvidence({ evidence: 'official', knownFrom: null })).toBe('official@');
  expect(serializeEvidence({ evidence: 'official' })).toBe('official@');
  expect(parseEvidence('single@2026-05-28')).toEqual({ evidence: 'single', knownFrom: '2026-05-28' });
  expect(parseEvidence('official@')).toEqual({ evidence: 'official', knownFrom: null });
  expect(parseEvidence('official')).toEqual({ evidence: 'official', knownFrom: null });
  expect(parseEvidence('sure@2026')).toEqual({ evidence: null, knownFrom: '2026' });
  for (const label of ['official', 'reported', 'single', 'contested', 'unconfirmed'])
    expect(parseEvidence(label).evidence).toBe(label);
});
