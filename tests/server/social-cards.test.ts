import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { drawings } from '$lib/server/social-cards/index.ts';
import {
  CARD,
  SLIDE,
  UNITS,
  block,
  lineWidth,
  resolved,
  unitsAcross,
} from '$lib/server/social-cards/svg-text.ts';
import { charts } from '$lib/story/story-charts.ts';
import { story } from '$lib/story/index.ts';

const css = readFileSync('src/styles/app.css', 'utf8');
const all = drawings(css);
const sections = story.map((section) => ({ name: `s/${section.id}`, section, format: CARD }));
const ofCharts = charts.flatMap(({ id, home: section }) => [
  { name: `${id}.light`, section, format: CARD },
  { name: `${id}.dark`, section, format: CARD },
  { name: `${id}.slide`, section, format: SLIDE },
]);
const pictures = [...sections, ...ofCharts];
const svgOf = (name: string): string => all[name] ?? '';

interface ResolvedValue {
  text: string;
  /** In units of the card. */
  size: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
  inPicture: boolean;
}

/** Returns every line of text of a drawing with its position, and its width by the average letter. */
function printed(svg: string): ResolvedValue[] {
  const own = svg.replace(/<g transform="translate\([^)]+\) scale\([^)]+\)">[\s\S]*<\/svg><\/g>/, '');
  const [, x = '0', y = '0', scale = '1', inner = ''] =
    /<g transform="translate\(([-\d.]+) ([-\d.]+)\) scale\(([\d.]+)\)">([\s\S]*<\/svg>)<\/g>/.exec(svg) ?? [];
  const wrapText = (part: string, at: { x: number; y: number; scale: number }, inPicture: boolean) =>
    [...part.matchAll(/<text ([^>]*)>([\s\S]*?)<\/text>/g)].flatMap(([, names = '', content = '']) => {
      const attribute = (from: string, name: string): string | undefined =>
        new RegExp(`(?:^| )${name}="([^"]*)"`).exec(from)?.[1];
      const size = Number(attribute(names, 'font-size'));
      const display = attribute(names, 'font-family')?.startsWith('Besley') === true;
      const face = display ? 'display' : attribute(names, 'font-weight') === '700' ? 'bold' : 'body';
      const anchor = attribute(names, 'text-anchor') ?? 'start';
      let baseline = Number(attribute(names, 'y') ?? 0);
      const parts = [...content.matchAll(/<tspan ?([^>]*)>([^<]*)<\/tspan>/g)];
      const rows = parts.length > 0 ? parts.map(([, n = '', t = '']) => [n, t]) : [['', content]];
      return rows.map(([own = '', raw = '']): ResolvedValue => {
        const text = raw.replace(/&#?\w+;/g, '&').trim();
        baseline = Number(attribute(own, 'y') ?? baseline + Number(attribute(own, 'dy') ?? 0));
        const start = Number(attribute(own, 'x') ?? attribute(names, 'x') ?? 0);
        const width = lineWidth(text, { size, face });
        const left = anchor === 'middle' ? start - width / 2 : anchor === 'end' ? start - width : start;
        return {
          text,
          size: size * at.scale,
          left: at.x + left * at.scale,
          right: at.x + (left + width) * at.scale,
          top: at.y + (baseline - size * 0.8) * at.scale,
          bottom: at.y + (baseline + size * 0.25) * at.scale,
          inPicture,
        };
      });
    });
  return [
    ...wrapText(own, { x: 0, y: 0, scale: 1 }, false),
    ...wrapText(inner, { x: Number(x), y: Number(y), scale: Number(scale) }, true),
  ];
}

/** Returns the words of a drawing, regardless of line breaks. */
const words = (lines: readonly ResolvedValue[]): string =>
  lines
    .map(({ text }) => text)
    .join(' ')
    .replace(/\s+/g, ' ');
const plain = (text: string): string => text.replace(/\s+/g, ' ');

test('has a drawing for the story, every section and every chart, and no others', () => {
  expect(Object.keys(all).sort()).toEqual(['story', ...pictures.map(({ name }) => name)].sort());
  expect(new Set(charts.map(({ chart }) => chart)).size).toBe(charts.length);
  expect(new Set(charts.map(({ id }) => id)).size).toBe(charts.length);
});

test('lists the chart of every section, with the first section that uses it', () => {
  for (const section of story) {
    const found = charts.find(({ chart }) => chart === section.chart);
    expect(story.indexOf(found?.home ?? section)).toBeLessThanOrEqual(story.indexOf(section));
    expect(found?.still).toBe(found?.home.still);
    expect(found?.id).toMatch(/^[a-z]+$/);
  }
});

test('shows the question of the story beside the bundle of tape', () => {
  const lines = printed(svgOf('story'));
  expect(words(lines)).toContain('Who could');
  expect(svgOf('story')).toContain('say no?');
  expect(svgOf('story').match(/<path/g)?.length ?? 0).toBeGreaterThan(10);
});

describe.each(Object.keys(all))('%s', (name) => {
  const svg = svgOf(name);
  const format = name.endsWith('.slide') ? SLIDE : CARD;

  test('needs no style sheet, no script and no other file', () => {
    expect(svg).not.toMatch(/var\(| class=| style=|href|<script|<style|NaN|undefined/);
    expect(svg).toContain(`width="${format.width}" height="${format.height}"`);
    expect(svg.match(/<svg/g)?.length).toBe(svg.match(/<\/svg>/g)?.length);
  });

  test('keeps all its words inside the card', () => {
    const lines = printed(svg);
    expect(lines.length).toBeGreaterThan(2);
    for (const { text, left, right, top, bottom } of lines) {
      expect(left, text).toBeGreaterThanOrEqual(20);
      expect(right, text).toBeLessThanOrEqual(unitsAcross(format) - 12);
      expect(top, text).toBeGreaterThanOrEqual(8);
      expect(bottom, text).toBeLessThanOrEqual(UNITS - 8);
    }
  });

  test('is legible at thumbnail size', () => {
    const lines = printed(svg);
    const pixel = format.height / UNITS;
    for (const { size, text, inPicture } of lines)
      // A picture may fill the width of the card and still be too tall for its smallest text to reach the
      // minimum size.
      expect(size * pixel, text).toBeGreaterThanOrEqual(inPicture ? 17.5 : 20);
  });
});

describe.each(pictures)('$name', ({ name, section, format }) => {
  const lines = printed(svgOf(name));
  const own = lines.filter(({ inPicture }) => !inPicture);

  test('shows finding, section, story, cut-off and a source', () => {
    expect(words(own)).toContain(plain(section.still.model.title));
    expect(words(own)).toContain(plain(section.title));
    expect(words(own)).toContain('Who could say no?');
    expect(words(own)).toContain('The record stops in');
    expect(words(own)).toContain('Source: ');
  });

  test('keeps words and picture apart, without overlapping words', () => {
    const edge = Number(/translate\(([\d.]+)/.exec(svgOf(name))?.[1]);
    for (const { right, text } of own) expect(right, text).toBeLessThanOrEqual(edge - 20);
    for (const [index, line] of own.entries()) {
      const next = own[index + 1];
      if (next) expect(next.bottom, next.text).toBeGreaterThan(line.bottom + 10);
    }
  });

  test('shows the picture of the still scene as large as the space allows', () => {
    const [, , y = '0', scale = '0'] =
      /translate\(([-\d.]+) ([-\d.]+)\) scale\(([\d.]+)\)/.exec(svgOf(name)) ?? [];
    const tall = section.still.heights[480] ?? 0;
    expect(lines.some(({ inPicture }) => inPicture)).toBe(true);
    expect(Number(y)).toBeGreaterThanOrEqual(20);
    expect(Number(y) + tall * Number(scale)).toBeLessThanOrEqual(UNITS - 20);
    const fills = [Number(scale) * 480 >= format.picture - 1, tall * Number(scale) >= UNITS - 60];
    expect(fills).toContain(true);
  });
});

test('draws the same icons in the picture and in the legend', () => {
  for (const { name, section } of pictures) {
    const { evidence } = section.still.model;
    const own = printed(svgOf(name)).filter(({ inPicture }) => !inPicture);
    if (evidence.includes('single')) expect(words(own)).toMatch(/single source/i);
    if (evidence.includes('reported')) expect(words(own)).toMatch(/reported/i);
  }
});

test('reads colours from the style sheet, and throws when a token is missing', () => {
  expect(resolved('fill="var(--tape)"', ':root { --tape: #123456; --x: 1 }')).toBe('fill="#123456"');
  expect(svgOf('story')).toContain(/--tape: (#\w+)/.exec(css)?.[1] ?? 'no tape');
  expect(() => resolved('fill="var(--glow)"', css)).toThrow('--glow');
});

test('breaks text into lines that fit, and headlines into even lines without adding one', () => {
  const type = { size: 46, face: 'display' } as const;
  for (const step of story.flatMap((section) => section.steps)) {
    const { title } = step.model;
    const uneven = block(title, 400, type);
    const even = block(title, 400, type, true);
    expect(even.lines.length, title).toBe(uneven.lines.length);
    expect(even.height).toBe(uneven.height);
    expect(even.lines.join(' ')).toBe(title);
    for (const line of even.lines) expect(lineWidth(line, type), line).toBeLessThanOrEqual(400);
  }
  const [first = '', second = ''] = block('One and two and three and four and', 640, type, true).lines;
  expect(Math.abs(lineWidth(first, type) - lineWidth(second, type))).toBeLessThan(120);
});
