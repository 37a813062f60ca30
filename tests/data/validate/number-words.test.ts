import { describe, expect, test } from 'vitest';
import { at, escapeKey, formatProblem, problem, show } from '$lib/data/validate/problem.ts';
import { numberIn, sumsIn } from '$lib/data/validate/number-words.ts';

describe('sums in a text', () => {
  test.each([
    ['£7bn–£9bn', [7e9, 9e9]],
    ['£16.5m', [16_500_000]],
    ['£1,234,567', [1_234_567]],
    ['£9.99', [9.99]],
    ['about £500,000, then £2m a year', [500_000, 2_000_000]],
    ['500,000 or 2m', []],
    ['£', []],
  ])('are found in %s: %o', (text, sums) => {
    expect(sumsIn(text)).toEqual(sums);
  });
});

describe('the first number in a text', () => {
  test.each([
    ['48 hours', 48],
    ['1,500 posts', 1500],
    ['2.5 years', 2.5],
    ['£3m', 3_000_000],
    ['£3bn', 3_000_000_000],
    // Neither millions nor three.
    ['3metres', undefined],
    ['Two years', 2],
    ['twelve of 45', 12],
    ['zero', 0],
    ['a decade', 10],
    ['A DOZEN', 12],
    ['someone', undefined],
    ['tension', undefined],
    ['none', undefined],
    ['', undefined],
  ])('is found in %s: %s', (text, number) => {
    expect(numberIn(text)).toBe(number);
  });
});

describe('a problem', () => {
  test('gives its place as a JSON pointer', () => {
    const row = { file: 'a.json', pointer: '/0' };
    expect(at(row, 'a/b~c', 1)).toEqual({ file: 'a.json', pointer: '/0/a~1b~0c/1' });
    expect(at(row)).toEqual(row);
    // The order matters: an escaped slash must not be escaped again.
    expect(escapeKey('~1/~')).toBe('~01~1~0');
  });

  test('is formatted as one line with everything needed to fix it', () => {
    const words = { what: 'it is bad', expected: 'good', got: 'bad', fix: 'mend it' };
    const whole = problem('001', { file: 'a.json', pointer: '' }, words);
    expect(formatProblem(whole)).toBe('DATA-001 a.json#/: it is bad. Expected good. Got bad. Fix: mend it.');
    expect(formatProblem({ ...whole, pointer: '/0' })).toContain('a.json#/0: it');
  });

  test('shows a value as JSON of at most eighty characters, with invisible characters escaped', () => {
    expect([null, 'a', [1, 'b'], undefined].map(show)).toEqual(['null', '"a"', '[1,"b"]', 'nothing']);
    expect(show('a'.repeat(78))).toBe(`"${'a'.repeat(78)}"`);
    expect(show('a'.repeat(79))).toBe(`"${'a'.repeat(78)}…`);
    expect(show('é £ “so” 1\u200b\u202e')).toBe('"é £ “so” 1\\u200b\\u202e"');
    expect(show('a\u00a0b\u{e0001}')).toBe('"a\\u00a0b\\ue0001"');
    expect(show('a\u00adb')).toBe('"a\\u00adb"');
    expect(show('e\u0301')).toBe('"e\u0301"');
  });
});
