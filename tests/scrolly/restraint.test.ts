import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';

const source = readdirSync('src', { recursive: true, withFileTypes: true })
  .filter((file) => file.isFile() && /\.(ts|svelte|css|html)$/.test(file.name))
  .map(({ parentPath, name }): [string, string] => {
    const path = join(parentPath, name);
    return [relative('src', path), readFileSync(path, 'utf8')];
  });

/** Patterns that take over scrolling, or that measure the viewport of a phone wrongly. */
const BANNED: readonly [what: string, pattern: RegExp][] = [
  ['a wheel or touch handler', /['"]?(on)?(wheel|touchmove|touchstart)['"]?\s*[,=(]/],
  ['a snap', /scroll-snap/],
  ['a smooth scroll', /scroll-behavior|behavior: 'smooth'/],
  ['a stopped default', /preventDefault/],
  ['vh, which jumps with a phone’s address bar', /\d(d|l)?vh\b/],
];

test.each(BANNED)('no source file has %s', (_, pattern) => {
  expect(source.filter(([, text]) => pattern.test(text)).map(([file]) => file)).toEqual([]);
});

test('only one module listens to scrolling, with a passive listener', () => {
  const listening = source.filter(([, text]) => text.includes("addEventListener('scroll'"));
  expect(listening.map(([file]) => file)).toEqual(['lib/scrolly/observe.ts']);
  for (const [, text] of listening) {
    const all = text.match(/addEventListener\('scroll'[^)]*\)/g) ?? [];
    expect(all.length).toBeGreaterThan(0);
    for (const one of all) expect(one).toContain('passive: true');
  }
});

test('each ban matches its own example', () => {
  const planted = [
    "addEventListener('wheel', stop)",
    'scroll-snap-type: y mandatory',
    'scroll-behavior: smooth',
    'event.preventDefault()',
    'height: 100vh',
  ];
  for (const [index, [, pattern]] of BANNED.entries()) expect(pattern.test(planted[index] ?? '')).toBe(true);
});
