import { expect, test } from 'vitest';
import { getById, pointsOf, findFact } from '$lib/data/lookup.ts';
import {
  amount,
  argument,
  claim,
  event,
  officially,
  option,
  point,
  question,
  recordOf,
  tension,
  voice,
} from './factories.ts';

const rows = {
  amounts: [amount('sum', { amountText: '£1m' })],
  timeline: [event('day', '2026-05-20')],
  stakeholders: [voice('mayor', { knownFrom: null })],
  arguments: [argument('price')],
  tensions: [tension('speed', [[point('fast')], [point('slow', { evidence: 'single' })]])],
  options: [option('mix', [point('mixed', { sources: [] })])],
  claims: [claim('leak', 'unverified', { sources: ['a'] })],
  questions: [question('q-cost')],
  glossary: [{ id: 'term-line', term: 'Line', definition: 'A value.', official: true, sources: ['b'] }],
};
const facts = recordOf(rows);
const base = { evidence: 'official', knownFrom: '2026-05-20', hiddenReason: null };

test.each([
  ['sum', { ...base, name: 'Sum', handle: 'Sum', text: 'Sum at length: £1m', sources: ['of-sum'] }],
  ['day', { ...base, name: 'Day', handle: 'Day', text: 'Day happened.', sources: ['of-day'] }],
  [
    'mayor',
    { ...base, name: 'Mayor', handle: 'Mayor', text: 'Mayor spoke.', sources: ['of-mayor'], knownFrom: null },
  ],
  [
    'price',
    {
      ...base,
      name: 'Price',
      handle: 'Price',
      text: 'Price explained.',
      sources: ['of-price'],
      knownFrom: null,
    },
  ],
  [
    'slow',
    {
      ...base,
      name: 'Slow',
      handle: 'A point of evidence',
      text: 'Slow in full.',
      sources: ['of-slow'],
      evidence: 'single',
    },
  ],
  ['mixed', { ...base, name: 'Mixed', handle: 'A point of evidence', text: 'Mixed in full.', sources: [] }],
  [
    'leak',
    {
      name: 'Leak is so.',
      handle: 'A claim of the early article',
      text: 'Why leak.',
      evidence: null,
      sources: ['a'],
      knownFrom: null,
      hiddenReason: null,
    },
  ],
  [
    'q-cost',
    {
      name: 'Q cost?',
      handle: 'An open question',
      text: 'Q cost was looked for.',
      evidence: null,
      sources: [],
      knownFrom: null,
      hiddenReason: null,
    },
  ],
  [
    'term-line',
    {
      name: 'Line',
      handle: 'Line',
      text: 'A value.',
      evidence: null,
      sources: ['b'],
      knownFrom: null,
      hiddenReason: null,
    },
  ],
])('finds and describes %s for each kind of row', (id, row) => {
  expect(findFact(facts, id)).toEqual({ id, inference: false, ...row });
});

test('says that a row is hidden', () => {
  const dim = officially(rows);
  expect(findFact(dim, 'slow').hiddenReason).toBe('below');
  expect(findFact(dim, 'fast').hiddenReason).toBeNull();
});

test('lists the points of both sides of every tension, then those of options', () => {
  expect(pointsOf(facts).map(({ id }) => id)).toEqual(['fast', 'slow', 'mixed']);
});

test('throws with the id when the row does not exist', () => {
  expect(() => findFact(facts, 'gone')).toThrow(new RangeError('no fact "gone"'));
  expect(() => getById(facts.amounts, 'day')).toThrow(new RangeError('no fact "day"'));
  expect(getById(facts.amounts, 'sum')).toBe(facts.amounts[0]);
});
