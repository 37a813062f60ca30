import { readFileSync } from 'node:fs';
import { PNG } from 'pngjs';
import { describe, expect, test } from 'vitest';
import { charts } from '#story/charts.ts';
import { CARD, SLIDE, cardOf, storyCard } from '#story/card.ts';
import { story } from '#story/index.ts';
import { png } from '../../scripts/cards.mjs';

const names = ['money', 'reasons', 'dates', 'positions', 'ledger', 'balance', 'paths', 'gaps'];
const cards = ['story', ...story.map(({ id }) => `s/${id}`), ...names.map((name) => `${name}.light`)];
const read = (name: string): Buffer => readFileSync(`build/img/${name}.png`);

/** Share of dark pixels in a part of a picture: letters are dark. */
function darkness(file: Buffer, part: { x: number; y: number; width: number; height: number }): number {
  const { width, data } = PNG.sync.read(file);
  let dark = 0;
  for (let y = part.y; y < part.y + part.height; y += 1)
    for (let x = part.x; x < part.x + part.width; x += 1) {
      const at = (y * width + x) * 4;
      if ((data[at + 3] ?? 0) < 128) continue;
      if ((data[at] ?? 255) + (data[at + 1] ?? 255) + (data[at + 2] ?? 255) < 250) dark += 1;
    }
  return dark / (part.width * part.height);
}
/** Where a card's headline stands. */
const HEADLINE = { x: 50, y: 120, width: 480, height: 200 };

test('every section and every chart has its card, and every chart its slide', () => {
  expect(charts).toHaveLength(names.length);
  for (const name of names) expect([...read(`${name}.slide`).subarray(1, 4)]).toEqual([80, 78, 71]);
});

describe.each(cards)('%s', (name) => {
  test('is 1200 by 630, light enough to be fetched, and has letters', () => {
    const file = read(name);
    expect([file.readUInt32BE(16), file.readUInt32BE(20)]).toEqual([CARD.width, CARD.height]);
    expect(file.byteLength).toBeLessThanOrEqual(150 * 1024);
    expect(darkness(file, HEADLINE)).toBeGreaterThan(0.02);
  });
});

test.each(names)('the slide of %s is 1920 by 1080', (name) => {
  const file = read(`${name}.slide`);
  expect([file.readUInt32BE(16), file.readUInt32BE(20)]).toEqual([SLIDE.width, SLIDE.height]);
  expect(file.byteLength).toBeLessThanOrEqual(300 * 1024);
});

test('without fonts a card has no letters: the check would see it', () => {
  const [section] = story;
  const svg = section ? cardOf(section, CARD).replace(/var\(--[\w-]+\)/g, '#17212b') : '';
  // Everything has one colour here; only the headline's place is looked at.
  const blank = png(svg.replace('<rect', '<rect visibility="hidden"'), []);
  expect(darkness(blank, { ...HEADLINE, y: 170, height: 120 })).toBe(0);
});

test('a card’s words are those of its picture, and stay on the sheet', () => {
  for (const section of story) {
    const svg = cardOf(section, CARD);
    const said = svg.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
    for (const word of section.still.series.title.split(/[\s\u00a0]+/))
      expect(said).toContain(word.replace(/&/g, '&#38;'));
    for (const [, x, y] of svg.matchAll(/<tspan x="([\d.]+)" y="([\d.]+)"/g)) {
      expect(Number(x)).toBeLessThan(CARD.width);
      expect(Number(y)).toBeLessThan(CARD.height);
    }
  }
  expect(storyCard(CARD)).toContain('say no?');
});
