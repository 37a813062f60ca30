import { readFileSync } from 'node:fs';
import {
  differenceCiede2000,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  parse,
  type Color,
} from 'culori';
import { describe, expect, test } from 'vitest';

const css = readFileSync('src/styles/app.css', 'utf8');
const tokens = (block: string): Map<string, string> =>
  new Map(
    [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6})/g)].map(([, name = '', value = '']) => [name, value]),
  );
const themes = {
  light: tokens(/^:root \{[\s\S]*?\n\}/m.exec(css)?.[0] ?? ''),
  dark: tokens(/prefers-color-scheme: dark[\s\S]*?\n\}\n/.exec(css)?.[0] ?? ''),
};

/** Full-severity simulations of the three kinds of colour blindness, and normal vision. */
const VISIONS: Readonly<Record<string, (color: Color) => Color>> = {
  'all colours': (color) => color,
  protanopia: filterDeficiencyProt(1),
  deuteranopia: filterDeficiencyDeuter(1),
  tritanopia: filterDeficiencyTrit(1),
};
const difference = differenceCiede2000();

/** Meaningful colours that can be adjacent. */
const PAIRS = [
  ['tape', 'sign'],
  ['tape', 'stop'],
  ['sign', 'stop'],
  ['tape', 'paper'],
  ['sign', 'paper'],
  ['stop', 'paper'],
  ['tape', 'ink'],
] as const;

function between(a: string, b: string, vision: (color: Color) => Color): number {
  const [one, other] = [parse(a), parse(b)];
  return one && other ? difference(vision(one), vision(other)) : 0;
}

test('the colour difference tells red from green, except in colour blindness', () => {
  const red = '#c04040';
  const green = '#6a7a20';
  const seen = (name: string): number => between(red, green, VISIONS[name] ?? ((color) => color));
  expect(seen('all colours')).toBeGreaterThan(30);
  expect(seen('deuteranopia')).toBeLessThan(15);
});

describe.each(Object.entries(themes))('%s', (_, colours) => {
  describe.each(Object.entries(VISIONS))('seen with %s', (__, vision) => {
    test.each(PAIRS)('%s and %s differ by 15 or more', (a, b) => {
      expect(between(colours.get(a) ?? '', colours.get(b) ?? '', vision)).toBeGreaterThanOrEqual(15);
    });
  });
});
