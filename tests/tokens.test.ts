import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const css = readFileSync('src/styles/app.css', 'utf8');
const tokensIn = (block: string): Map<string, string> =>
  new Map(
    [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6})/g)].map(([, name = '', value = '']) => [name, value]),
  );
const light = tokensIn(/^:root \{[\s\S]*?\n\}/m.exec(css)?.[0] ?? '');
const dark = tokensIn(/prefers-color-scheme: dark[\s\S]*?\n\}\n/.exec(css)?.[0] ?? '');

/** Returns the WCAG 2 relative luminance of `#rrggbb`. */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Returns the WCAG 2 contrast of two colours, 1–21. */
function contrast(a: string, b: string): number {
  const [dim = 0, bright = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (bright + 0.05) / (dim + 0.05);
}

/** Pairs of colours with their minimum contrast: text 4.5, body text 7, meaningful marks and borders 3. */
const PAIRS: readonly [front: string, back: string, least: number][] = [
  ['ink', 'paper', 7],
  ['ink', 'sheet', 7],
  ['ink-2', 'paper', 7],
  ['ink-2', 'sheet', 7],
  ['ink-2', 'tape-wash', 4.5],
  ['tape-ink', 'paper', 4.5],
  ['tape-ink', 'sheet', 4.5],
  ['tape-ink', 'tape-wash', 4.5],
  ['sign', 'paper', 4.5],
  ['stop', 'paper', 4.5],
  ['tape', 'paper', 3],
  ['tape', 'sheet', 3],
  ['tape', 'tape-wash', 3],
  ['line', 'paper', 3],
  ['line', 'sheet', 3],
  ['paper', 'stop', 4.5],
  ['paper', 'sign', 4.5],
];

test('the contrast of black on white is 21', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
  expect(contrast('#777777', '#ffffff')).toBeLessThan(4.5);
});

describe.each([
  ['light', light],
  ['dark', dark],
])('%s', (_, tokens) => {
  test.each(PAIRS)('%s on %s has a contrast of at least %d : 1', (front, back, least) => {
    expect(contrast(tokens.get(front) ?? '', tokens.get(back) ?? '')).toBeGreaterThanOrEqual(least);
  });
});

test('both themes define the same tokens', () => {
  expect(light.size).toBe(11);
  expect([...dark.keys()]).toEqual([...light.keys()]);
});

test('the dark theme is defined once, for system and address', () => {
  const forced = tokensIn(/^:root:where\(\[data-theme='dark'\]\) \{[\s\S]*?\n\}/m.exec(css)?.[0] ?? '');
  expect([...forced]).toEqual([...dark]);
});
