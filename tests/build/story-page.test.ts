import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { facts } from '$lib/data/dataset.ts';
import { story } from '$lib/story/index.ts';
import { ALL_SCRIPTS, MOST } from '../../scripts/budgets.mjs';
import { CUTS } from '../../scripts/fonts.mjs';

const html = readFileSync('build/index.html', 'utf8');
const steps = story.flatMap((section) => section.steps);
const all = (pattern: RegExp): string[] => [...html.matchAll(pattern)].map((match) => match[1] ?? '');
const brotli = (bytes: string | Buffer): number => brotliCompressSync(bytes).length / 1024;

test('has one main heading, one title and a language', () => {
  expect(all(/<(h1)[\s>]/g).length).toBe(1);
  expect(all(/<title>([^<]+)<\/title>/g)).toHaveLength(1);
  expect(html).toContain('<html lang="en-GB">');
});

test('has every section and step once, in story order', () => {
  const ids = all(/ id="([^"]+)"/g);
  expect(new Set(ids).size).toBe(ids.length);
  const known = new Set([...story.map((section) => section.id), ...steps.map((step) => step.id)]);
  expect(ids.filter((id) => known.has(id))).toEqual(
    story.flatMap((section) => [section.id, ...section.steps.map((step) => step.id)]),
  );
});

test('resolves every fragment link', () => {
  const ids = new Set(all(/ id="([^"]+)"/g));
  for (const target of all(/href="#([^"]+)"/g)) expect(ids).toContain(target);
  for (const target of all(/popovertarget="([^"]+)"/g)) expect(ids).toContain(target);
});

test('resolves every asset relative to the page', () => {
  const loaded = [
    ...all(/<(?:script|img)[^>]* src="([^"]+)"/g),
    ...all(/<link(?![^>]*rel="canonical")[^>]* href="([^"]+)"/g),
  ];
  expect(loaded.length).toBeGreaterThan(3);
  for (const address of loaded) {
    expect(address).toMatch(/^\.\//);
    expect(existsSync(join('build', address))).toBe(true);
  }
});

test('links out only to sources in the dataset', () => {
  const sources = new Set(facts.sources.map((source) => source.url));
  const out = all(/<a [^>]*href="(https?:[^"]+)"/g).map((address) => address.replace(/&amp;/g, '&'));
  expect(out.length).toBeGreaterThan(20);
  for (const address of out) expect(sources).toContain(address);
});

test('has the words, pictures, evidence icons and tables of every step when scripts are off', () => {
  for (const step of steps)
    expect(html.replace(/&amp;/g, '&')).toContain(step.model.summary.replace(/</g, '&lt;'));
  for (const section of story) {
    const figure = html.slice(html.indexOf(`data-section="${section.id}"`)).split('</figure>')[0] ?? '';
    expect(figure.match(/<svg[^>]*role="img"/g)).toHaveLength(2);
    expect(figure.match(/<(path|circle|rect|text)[\s>]/g)?.length ?? 0).toBeGreaterThan(8);
    expect(figure).toMatch(/<caption id="[^"]+">[^<]+</);
    expect(figure).toContain('scope="col"');
    expect(figure).toContain('scope="row"');
  }
  expect(html).not.toMatch(/enable JavaScript/i);
});

test('has every number of the pictures in its tables', () => {
  for (const section of story) {
    const figure = html.slice(html.indexOf(`data-section="${section.id}"`)).split('</figure>')[0] ?? '';
    const cells = new Set(
      [...figure.matchAll(/<t[dh][^>]*>(?:<a [^>]*>)?([^<]*)</g)].map((match) =>
        match[1]?.replace(/&amp;/g, '&'),
      ),
    );
    for (const step of section.steps) {
      for (const cell of step.model.table.body.flat()) expect(cells).toContain(String(cell));
    }
  }
});

test('embeds only facts that it shows', () => {
  const file = /id="live" href="\.\/(live\/assets\/story\.\w+\.json)"/.exec(html)?.[1] ?? '';
  const live = readFileSync(join('build', file), 'utf8');
  expect(live).toContain('met-palantir-ceiling');
  expect(live).not.toContain('pal-nhs-fdp');
  expect(live).not.toContain('"publisher"');
});

test('stays within its weight budget', () => {
  const manifest = JSON.parse(readFileSync('static/live/.vite/manifest.json', 'utf8')) as Record<
    string,
    { file: string; imports?: string[]; dynamicImports?: string[] }
  >;
  const chunks = new Set(['src/client/story.ts']);
  // The set grows during iteration: every script that the story loads, at once or later.
  for (const chunk of chunks) {
    const { imports = [], dynamicImports = [] } = manifest[chunk] ?? {};
    for (const one of [...imports, ...dynamicImports]) chunks.add(one);
  }
  const weight = [...chunks]
    .map((chunk) => manifest[chunk]?.file ?? chunk)
    // The QR code library is loaded only when a reader asks for a code.
    .filter((file) => !file.startsWith('assets/code-'))
    .reduce((sum, file) => sum + brotli(readFileSync(join('build/live', file))), 0);
  expect(chunks.size).toBeGreaterThan(10);
  expect(weight).toBeLessThanOrEqual(ALL_SCRIPTS);
  expect(brotli(html)).toBeLessThanOrEqual(MOST.story['HTML brotli, KB']);
  expect(all(/<([a-z][a-z0-9]*)[\s>]/g).length).toBeLessThanOrEqual(7000);
});

test('has no inline SVG in its sentences, because each would be a compositing layer', () => {
  const marks = all(/class="cite[^>]*>(.*?)<\/button>/gs);
  expect(marks.length).toBeGreaterThan(100);
  expect(marks.filter((mark) => mark.includes('<svg'))).toEqual([]);
});

test('ships no bytes of the validator or of its library', () => {
  for (const file of readdirSync('build', { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.js'),
  )) {
    expect(readFileSync(join('build', file), 'utf8')).not.toMatch(/DATA-0\d\d|valibot/);
  }
});

/** Characters that the HTML escapes. */
const ENTITIES: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"' };

/** Elements in the heading font: headings, names, titles in the share dialog, and some text in pictures. */
const DISPLAYED = [
  /<(h[12])\b[\s\S]*?<\/\1>/g,
  /<\w+ class="name\b[\s\S]*?<\//g,
  / data-title="[^"]*"/g,
  /<text [^>]*var\(--display\)[\s\S]*?<\/text>/g,
];

test('has a glyph for every character (if not, add it to a cut in scripts/fonts.mjs)', () => {
  const all = (dir: string, end: string): string[] =>
    readdirSync(dir, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith(end))
      .map((file) => readFileSync(join(dir, file), 'utf8'));
  const pages = all('build', '.html');
  const pictures = all('tests/snapshots', '.svg');
  expect(pages.length).toBeGreaterThan(20);
  /** Returns characters that are missing in a cut, among those shown in such elements. */
  const missing = (pattern: RegExp, cut: keyof typeof CUTS): string[] => {
    const parts = [...pages, ...pictures].flatMap((text) =>
      [...text.matchAll(pattern)].map(([part]) => part),
    );
    expect(parts.length).toBeGreaterThan(0);
    const shown = parts.map((part) =>
      part
        .replace(/^ data-title="|"$/g, '')
        .replace(/<[^>]*>?/g, '')
        .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
        .replace(/&(\w+);/g, (_, name: string) => ENTITIES[name] ?? ''),
    );
    const letters = new Set(shown.flatMap((part) => Array.from(part)));
    return [...letters].filter((letter) => letter > ' ' && !CUTS[cut].letters.includes(letter));
  };
  expect(missing(/<body[\s\S]*<\/body>/g, 'atkinson-400')).toEqual([]);
  for (const pattern of DISPLAYED) expect(missing(pattern, 'besley-800')).toEqual([]);
  expect(missing(/<em>[\s\S]*?<\/em>/g, 'besley-500-italic')).toEqual([]);
});
