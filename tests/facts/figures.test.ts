import { expect, test } from 'vitest';
import {
  SQUARE_GBP,
  dateText,
  figureOf,
  inWords,
  lastDay,
  pounds,
  ratioOf,
  squaresOf,
  tell,
  textOf,
  whenText,
} from '#facts/figures.ts';
import { rowOf, weakest } from '#facts/rows.ts';
import { facts } from '#facts/index.ts';

test('one square is the sign-off threshold of the record', () => {
  expect(facts.amounts.find((row) => row.id === 'ctx-mopac-500k')?.amountGBP).toBe(SQUARE_GBP);
});

test('pounds are printed in the house style', () => {
  expect(pounds(500_000)).toBe('£500,000');
  expect(pounds(50_000_000)).toBe('£50m');
  expect(pounds(50_000_000, true)).toBe('£50\u00a0million');
  expect(pounds(38_333_333)).toBe('£38.3m');
  expect(pounds(3_500_000_000)).toBe('£3.5bn');
});

test('squares are worked out by hand', () => {
  expect(squaresOf(50_000_000)).toBe(100);
  expect(squaresOf(25_300_000)).toBe(50.6);
  expect(squaresOf(24_800_000)).toBe(49.6);
  expect(squaresOf(55_500_000)).toBe(111);
  expect(squaresOf(38_333_333)).toBe(76.7);
  expect(squaresOf(818_750)).toBe(1.6);
  expect(squaresOf(489_999)).toBe(1);
});

test('dates keep their precision', () => {
  expect(dateText('2026-05-20')).toBe('20\u00a0May\u00a02026');
  expect(dateText('2026-03')).toBe('March\u00a02026');
  expect(dateText('2018')).toBe('2018');
  expect(whenText({ date: '2026-04-27', endDate: '2026-04-29' })).toBe('27–29\u00a0April\u00a02026');
  expect(whenText({ date: '2014-05', endDate: '2015-04' })).toBe('May\u00a02014–April\u00a02015');
});

test('a month counts as its last day, a year as 31 December', () => {
  expect(lastDay('2024-02')).toBe('2024-02-29');
  expect(lastDay('2026-02')).toBe('2026-02-28');
  expect(lastDay('2018')).toBe('2018-12-31');
  expect(lastDay('2026-05-20')).toBe('2026-05-20');
});

test('numbers in words', () => {
  expect([0, 7, 13, 20, 21, 33, 99, 100, 101].map(inWords)).toEqual([
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

test('ratios are computed from the two amounts, to the figures the record calls fair', () => {
  const ratio = (id: string): number => Math.round(ratioOf(facts, id) * 100) / 100;
  expect(ratio('cmp-ceiling-threshold')).toBe(100);
  expect(ratio('cmp-pilot-threshold')).toBe(0.98);
  expect(ratio('cmp-ceiling-leicestershire')).toBe(30.53);
  expect(ratio('cmp-ceiling-bedfordshire')).toBe(35.71);
  expect(ratio('cmp-ceiling-body-worn')).toBe(5.1);
  expect(Math.round(ratioOf(facts, 'cmp-ceiling-met-funding') * 1000)).toBe(7);
  expect(textOf(facts, 'cmp-ceiling-leicestershire')).toBe('31');
  expect(textOf(facts, 'cmp-ceiling-met-funding:thousand')).toBe('seven');
  expect(textOf(facts, 'cmp-ceiling-threshold:words')).toBe('a hundred');
});

test('every form of a figure', () => {
  expect(textOf(facts, 'met-palantir-ceiling')).toBe('up to £50m over two years');
  expect(textOf(facts, 'met-palantir-ceiling:sum')).toBe('£50m');
  expect(textOf(facts, 'met-palantir-ceiling:year')).toBe('£25m');
  expect(textOf(facts, 'met-palantir-ceiling:year-squares')).toBe('50');
  expect(textOf(facts, 'met-palantir-ceiling:parts')).toBe('£50.1m');
  expect(textOf(facts, 'met-palantir-ceiling:period')).toBe('2026–28');
  expect(textOf(facts, 'met-palantir-pilot-extension:sum')).toBe('price not published');
  expect(textOf(facts, 'block-public:day')).toBe('21\u00a0May');
  expect(textOf(facts, 'dmpc-refusal:year')).toBe('2026');
  expect(textOf(facts, 'count-voices')).toBe('seven');
  expect(textOf(facts, 'count-marks')).toBe('ten');
  expect(textOf(facts, 'count-silent')).toBe('thirteen');
});

test('a figure carries the label and the sources of its fact; a comparison is as sure as its weaker side', () => {
  expect(figureOf(facts, 'fig-forces-43').evidence).toBe(rowOf(facts, 'nat-policeai-115m').evidence);
  expect(figureOf(facts, 'cmp-ceiling-bedfordshire').evidence).toBe('single');
  expect(figureOf(facts, 'square').evidence).toBe('official');
  expect(weakest(['official', 'single', null, 'reported'])).toBe('single');
  expect(weakest([])).toBeNull();
});

test('a sentence that leans on no fact stops with the name of what it lacks', () => {
  expect(tell(facts, 'Up to {met-palantir-ceiling:sum}, {own}.', { own: 'once' })).toBe('Up to £50m, once.');
  expect(() => tell(facts, '{no-such-fact}')).toThrow('no fact "no-such-fact"');
  expect(() => tell(facts, '{met-palantir-ceiling:yaer}')).toThrow('no form "yaer"');
  expect(() => tell(facts, '{block-public:dya}')).toThrow('no form "dya"');
});

test('every figure of the record can be printed', () => {
  for (const { id } of facts.figures) expect(figureOf(facts, id).text.length).toBeGreaterThan(0);
  for (const { id } of facts.comparisons) expect(Number(figureOf(facts, id).text)).toBeGreaterThan(0);
});
