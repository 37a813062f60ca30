import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { WIDTHS } from '$lib/charts/context.ts';
import { story } from '$lib/story/index.ts';
import { pictureOf } from './render-chart.ts';

const FOLDER = 'tests/snapshots';
/** `UPDATE=1 npx vitest run tests/story` rewrites the pictures; review the diff. */
const update = process.env['UPDATE'] === '1';

/** The light tokens make a snapshot viewable on its own. */
const tokens =
  /:root \{[^}]*?(--paper[^}]*?)--body/s.exec(readFileSync('src/styles/app.css', 'utf8'))?.[1] ?? '';
const style = `<style>svg{${tokens.replace(/\s+/g, '')}--display:serif;font-family:sans-serif;background:var(--paper)}</style>`;

/** Puts one element on each line, so that a changed fact shows as a changed line. */
const readable = (svg: string): string =>
  `${svg
    .replace('>', `>${style}`)
    .replace(/></g, '>\n<')
    .replace(/\u00a0/g, '&#160;')}\n`;

const scenes = story.flatMap((section) => section.steps.map((step) => ({ step })));
const fileOf = (id: string, width: number): string => `${id}.${width}.svg`;

describe.each(scenes)('$step.id', ({ step }) => {
  test.each(WIDTHS)('draws the committed picture at %i px', (width) => {
    const svg = readable(pictureOf(step, width));
    const file = `${FOLDER}/${fileOf(step.id, width)}`;
    if (update) {
      mkdirSync(FOLDER, { recursive: true });
      writeFileSync(file, svg);
    }
    expect(svg).toBe(readFileSync(file, 'utf8'));
  });

  test('draws nothing smaller than 14 px and breaks no number', () => {
    for (const width of WIDTHS) {
      const svg = pictureOf(step, width);
      const sizes = [...svg.matchAll(/font-size="([\d.]+)"/g)].map((match) => Number(match[1]));
      expect(Math.min(14, ...sizes)).toBe(14);
      expect(svg).not.toMatch(/NaN|undefined|Infinity|\{/);
    }
  });

  test('draws inside its frame', () => {
    for (const width of WIDTHS) {
      const svg = pictureOf(step, width);
      const height = Number(/height="(\d+)"/.exec(svg)?.[1]);
      expect(height).toBe(step.heights[width]);
      const labels = [...svg.matchAll(/<text x="([-\d.]+)" y="([-\d.]+)"/g)];
      for (const [, x, y] of labels) {
        expect(Number(x)).toBeGreaterThanOrEqual(0);
        expect(Number(x)).toBeLessThan(width);
        expect(Number(y)).toBeGreaterThan(0);
        expect(Number(y)).toBeLessThanOrEqual(height);
      }
    }
  });

  test('has words that are present and short enough', () => {
    const { title, subtitle, readingGuide, summary, table, plain, sources } = step.model;
    expect(title.length).toBeLessThanOrEqual(90);
    expect(title).toMatch(/^[\p{Lu}£].*[.?]$/u);
    for (const text of [subtitle, readingGuide, summary]) expect(text.length).toBeGreaterThan(20);
    expect(summary).not.toMatch(/^Image of/);
    expect(table.body.length).toBe(plain.length);
    for (const row of table.body) expect(row.length).toBe(table.head.length);
    expect(table.ids.length).toBe(table.body.length);
    // Only a picture without facts may lack a source: an empty one, or a reader's own weights.
    if (!subtitle.includes('illustrative')) expect(table.body.length > 0).toBe(sources.length > 0);
  });
});

test.each(story.map((section) => [section.id, section] as const))(
  '%s has a table and sources',
  (_, section) => {
    const all = section.steps.map((step) => step.model);
    expect(all.flatMap((model) => model.table.body).length).toBeGreaterThan(2);
    expect(all.flatMap((model) => model.sources).length).toBeGreaterThan(2);
  },
);

test('every committed picture belongs to a scene', () => {
  const expected = scenes.flatMap(({ step }) => WIDTHS.map((width) => fileOf(step.id, width)));
  expect(
    readdirSync(FOLDER)
      .filter((file) => file.endsWith('.svg'))
      .sort(),
  ).toEqual(expected.sort());
});
