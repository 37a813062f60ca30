import { render } from 'svelte/server';
import { WIDTHS } from '$lib/charts/context.ts';
import ChartSvg from '$lib/charts/ChartSvg.svelte';
import { facts } from '$lib/data/dataset.ts';
import { getById } from '$lib/data/lookup.ts';
import { EVIDENCE_LABELS, type ChartModel } from '$lib/charts/model.ts';
import { charts } from '$lib/story/story-charts.ts';
import Hero from '$lib/story/Hero.svelte';
import { story } from '$lib/story/index.ts';
import type { Section, StoryStep } from '$lib/story/section.ts';
import {
  CARD,
  MARGIN,
  SLIDE,
  STUB,
  UNITS,
  block,
  eyelet,
  resolved,
  set,
  sheet,
  svgIn,
  unitsAcross,
  type Block,
  type Format,
  type Type,
} from './svg-text.ts';

// Cards and slides: one picture, its finding, and where it is from, in the site's own look.

const NAME = 'Who could say no?';
/** Free paper above and below the picture, beside it, and between two blocks of words, in units of a sheet. */
const EDGE = 24;
const GUTTER = 36;
const GAP = 14;
/** Where words begin: below the stub of tape. */
const TOP = 66;

const quiet = 'var(--ink-2)';
const small: Type = { size: 22, face: 'body', fill: quiet };
/** A headline is as large as its words allow. */
const HEADLINES = [46, 42, 38, 34, 30];

/** A headline that fits; smaller where that makes it less of a ladder or brings home a word left alone in its last line. */
function headlineOf(text: string, width: number, height: number): Block {
  const all = HEADLINES.map((size) => block(text, width, { size, face: 'display' }, true));
  const fitting = all.filter((each) => each.height <= height);
  const alone = ({ lines }: Block): boolean => lines.length > 1 && (lines.at(-1) ?? '').length < 6;
  const found =
    fitting.find((each) => !alone(each) && each.lines.length <= 5) ??
    fitting.find((each) => !alone(each)) ??
    fitting[0];
  if (!found) throw new RangeError(`a card has no room for "${text}"`);
  return found;
}

/** What the picture rests on: “Reported; single source”. Empty where nothing in it has a label. */
const evidenceLine = ({ evidence }: ChartModel): string =>
  evidence
    .map((label, index) => (index === 0 ? EVIDENCE_LABELS[label] : EVIDENCE_LABELS[label].toLowerCase()))
    .join('; ');

/** Up to three publishers, and how many more. */
function sourceLine({ sources }: ChartModel): string {
  const publishers = [...new Set(sources.map((id) => getById(facts.sources, id).publisher))];
  if (publishers.length === 0) return '';
  const more = publishers.length > 3 ? ` and ${publishers.length - 3} more` : '';
  return `Source: ${publishers.slice(0, 3).join('; ')}${more}.`;
}

/** The picture of a step at its wide layout, drawn by the component that draws it in the page, at a place and a size. */
function pictureAt(step: StoryStep, x: number, y: number, scale: number): string {
  const { body } = render(ChartSvg, {
    props: { Chart: step.chart.default, facts, scene: step.scene, width: WIDTHS[1] },
  });
  return `<g transform="translate(${x} ${y}) scale(${scale})">${svgIn(body)}</g>`;
}

/** A section's still with its finding, its evidence and its sources. */
export function cardOf({ title, still }: Section, format: Format): string {
  const { model, heights } = still;
  const wide = WIDTHS[1];
  const tall = heights[wide] ?? wide;
  const across = unitsAcross(format);
  const scale = Math.min(format.picture / wide, (UNITS - 2 * EDGE) / tall);
  const left = across - MARGIN - wide * scale;
  const room = left - GUTTER - MARGIN;

  // A title that is the story's name, as the last section's may be, is not said twice.
  const over = [
    block(NAME, room, { ...small, face: 'bold', fill: 'var(--ink)' }),
    ...(title === NAME ? [] : [block(title, room, small)]),
  ];
  const foot = [
    ...[evidenceLine(model)].filter(Boolean).map((text) => block(text, room, { size: 20, face: 'bold' })),
    ...[sourceLine(model), `The record stops in ${facts.record.cutOffText}.`]
      .filter(Boolean)
      .map((text) => block(text, room, { size: 20, face: 'body', fill: quiet })),
  ];
  const heightOf = (blocks: readonly { height: number }[]): number =>
    blocks.reduce((sum, { height }) => sum + height, 0);
  const footTop = UNITS - EDGE - 6 - heightOf(foot);
  const headTop = TOP + heightOf(over) + GAP;
  const free = footTop - 2 * GAP - headTop;
  const headline = headlineOf(model.title, room, free);
  const measure = block(model.subtitle, room, small, true);
  const measured = headline.height + GAP + measure.height <= free;

  /** Blocks beneath each other. */
  const stack = (blocks: readonly Block[], from: number): string => {
    let top = from;
    return blocks
      .map((each) => {
        const drawn = set(each, MARGIN, top);
        top += each.height;
        return drawn;
      })
      .join('');
  };
  return sheet(
    format,
    STUB +
      stack(over, TOP) +
      set(headline, MARGIN, headTop) +
      (measured ? set(measure, MARGIN, headTop + headline.height + GAP) : '') +
      `<path d="M${MARGIN} ${footTop - GAP}h${room}" stroke="var(--rule)" stroke-width="1.5"/>` +
      stack(foot, footTop) +
      pictureAt(still, left, (UNITS - tall * scale) / 2, scale),
  );
}

/** The whole story's card: the front page's bundle, whose tape runs to the first eyelet, and its question. */
export function storyCard(): string {
  const { body } = render(Hero);
  const [first = '', second = ''] = NAME.split(/ (?=say)/);
  // The front page's wide drawing, a little smaller; its tail ends 425 to the left of its origin and 642 below it.
  const [x, y, scale] = [472, -32, 0.96];
  const end = { x: Math.round(x - 425 * scale), y: Math.round(y + 642 * scale) };
  const under = block(
    'How London’s City Hall refused a police software contract, with every number’s source and how sure we are.',
    540,
    { size: 28, face: 'body', fill: quiet },
    true,
  );
  return sheet(
    CARD,
    `${eyelet(end.x, end.y)}<g transform="translate(${x} ${y}) scale(${scale})" fill="none">${svgIn(body, 1)
      .replace(/^<svg[^>]*>/, '')
      .replace('</svg>', '')}</g>` +
      set({ lines: [first], type: { size: 88, face: 'display' }, height: 0 }, MARGIN, 104) +
      `<text x="${MARGIN}" y="272" font-family="var(--display-italic)" font-style="italic" font-weight="500" font-size="88" fill="var(--ink)">${second}</text>` +
      // Beneath the bundle, beside the tail.
      set(under, x + 150 * scale, 428),
  );
}

/**
 * Every card and slide as a drawing that needs nothing else but its fonts, by the path of its picture file.
 * @param css the style sheet that defines the tokens
 */
export function drawings(css: string): Record<string, string> {
  return Object.fromEntries([
    ['story', resolved(storyCard(), css)],
    ...story.map((section) => [`s/${section.id}`, resolved(cardOf(section, CARD), css)]),
    ...charts.flatMap(({ id, home }) => [
      [`${id}.light`, resolved(cardOf(home, CARD), css)],
      [`${id}.dark`, resolved(cardOf(home, CARD), css, 'dark')],
      [`${id}.slide`, resolved(cardOf(home, SLIDE), css)],
    ]),
  ]) as Record<string, string>;
}
