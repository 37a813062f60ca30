import { render } from 'svelte/server';
import { linesOf } from '#charts/parts/text.ts';
import Picture from '#charts/Picture.svelte';
import { facts } from '#facts/index.ts';
import { need } from '#facts/rows.ts';
import { EVIDENCE_WORDS } from '#series/series.ts';
import Hero from './Hero.svelte';
import type { Section } from './section.ts';

// Cards and slides: one picture, its finding and where it is from, as SVG in the site's own look. Colours are still
// names of tokens; whoever draws them puts the values in.

/** A format, in pixels. */
export interface Format {
  width: number;
  height: number;
}
export const CARD: Format = { width: 1200, height: 630 };
export const SLIDE: Format = { width: 1920, height: 1080 };

const escape = (text: string): string => text.replace(/[<>&]/g, (mark) => `&#${mark.charCodeAt(0)};`);
const svgIn = (html: string): string => html.slice(html.indexOf('<svg'), html.lastIndexOf('</svg>') + 6);

interface Type {
  size: number;
  leading: number;
  width: number;
  face?: 'display' | 'body';
  weight?: number;
  fill?: string;
}

/** Lines of text, and the baseline after the last of them. Display type runs wider than the average letter. */
function lines(text: string, x: number, y: number, type: Type): { svg: string; y: number } {
  const { size, leading, width, face = 'body', weight = 400, fill = 'var(--ink)' } = type;
  const all = linesOf(text, width / (face === 'display' ? 1.22 : 1), size);
  const spans = all.map(
    (line, index) => `<tspan x="${x}" y="${y + index * leading}">${escape(line)}</tspan>`,
  );
  return {
    svg: `<text font-family="${face === 'display' ? 'var(--display)' : 'var(--body)'}" font-size="${size}" font-weight="${weight}" fill="${fill}">${spans.join('')}</text>`,
    y: y + all.length * leading,
  };
}

/** The sheet that a card is drawn on: paper, a rule, and a stub of tape through one eyelet. */
const sheet = ({ width, height }: Format, inside: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">` +
  `<rect width="${width}" height="${height}" fill="var(--paper)"/><path d="M0 1H${width}" stroke="var(--ink)" stroke-width="6"/>` +
  `<g transform="scale(${height / CARD.height})"><path d="M70 0v40" stroke="var(--tape-ink)" stroke-width="16"/><path d="M70 0v40" stroke="var(--tape)" stroke-width="12"/>` +
  `<circle cx="70" cy="46" r="13" fill="var(--paper)" stroke="var(--ink)" stroke-width="3"/>` +
  `<path d="M62 34h16v10h-16z" fill="var(--tape)"/></g>${inside}</svg>`;

/** A section's still with its finding, evidence and sources. */
export function cardOf(section: Section, format: Format): string {
  const { chart, scene, series, heights } = section.still;
  const { body } = render(Picture, { props: { Chart: chart.default, facts, scene, width: 480 } });
  const scale = format.height / CARD.height;
  const room = {
    x: 600 * scale,
    y: 60 * scale,
    width: format.width - 650 * scale,
    height: format.height - 100 * scale,
  };
  const tall = heights[480] ?? 480;
  const grown = Math.min(room.width / 480, room.height / tall);
  const top = room.y + (room.height - tall * grown) / 2;
  const left = 56 * scale;
  const width = 500 * scale;
  const at = (size: number) => ({ size: size * scale, leading: size * 1.18 * scale, width });
  const over = lines(`Who could say no? ${section.title}`, left, 112 * scale, {
    ...at(24),
    fill: 'var(--ink-2)',
  });
  const title = lines(series.title, left, over.y + 34 * scale, {
    ...at(44),
    face: 'display',
    weight: 800,
  });
  const publishers = [...new Set(series.sources.map((id) => need(facts.sources, id).publisher))];
  const labels = series.evidence.map((label) => EVIDENCE_WORDS[label]).join(', ');
  const more = publishers.length > 3 ? ` and ${publishers.length - 3} more` : '';
  const foot = lines(
    `${labels === '' ? '' : `How sure: ${labels}. `}Source: ${publishers.slice(0, 3).join('; ')}${more}. The record stops in ${facts.record.cutOffText}.`,
    left,
    0,
    { ...at(22), fill: 'var(--ink-2)' },
  );
  const measure = lines(series.subtitle, left, title.y + 6 * scale, { ...at(24), fill: 'var(--ink-2)' });
  const footTop = format.height - 40 * scale - foot.y;
  return sheet(
    format,
    `${over.svg}${title.svg}${measure.y < footTop ? measure.svg : ''}<g transform="translate(0 ${footTop + 24 * scale})">${foot.svg}</g>` +
      `<g transform="translate(${room.x} ${top}) scale(${grown})">${svgIn(body)
        .replace('<svg', '<svg font-family="var(--body)"')
        .replace(/<!--.*?-->/gs, '')
        .replace(/ style="[^"]*"/g, '')}</g>`,
  );
}

/** The whole story's card: the bundle and its question. */
export function storyCard(format: Format): string {
  const { body } = render(Hero);
  const narrow = body.slice(0, body.indexOf('</svg>') + 6);
  const bundle = svgIn(narrow)
    .replace(/<!--.*?-->/gs, '')
    .replace(/<g class="tail column[^"]*">.*?<\/g>/s, '')
    .replace('<svg', '<svg x="600" y="120" width="580" height="305" overflow="visible"');
  const first = lines('Who could', 56, 270, {
    size: 92,
    leading: 96,
    width: 900,
    face: 'display',
    weight: 800,
  });
  const second = `<text x="56" y="362" font-family="var(--display-italic)" font-style="italic" font-weight="500" font-size="92" fill="var(--ink)">say no?</text>`;
  const under = lines(
    'How London’s City Hall refused a police software contract, with every number’s source and how sure we are.',
    56,
    470,
    { size: 30, leading: 38, width: 1080, fill: 'var(--ink-2)' },
  );
  return sheet(format, `${bundle}${first.svg}${second}${under.svg}`);
}
