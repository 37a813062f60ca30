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

// Social cards and slides: one chart with its title, evidence and sources, in the site's own design.

const NAME = 'Who could say no?';
/** Space above and below the chart, beside it, and between two text blocks, in units of the sheet. */
const EDGE = 24;
const GUTTER = 36;
const GAP = 14;
/** Top of the text, below the stub of tape, in units of the sheet. */
const TOP = 66;

const quiet = 'var(--ink-2)';
const small: Type = { size: 22, face: 'body', fill: quiet };
/** Headline sizes from large to small, in units of the sheet; a card uses the first suitable one. */
const HEADLINES = [46, 42, 38, 34, 30];

/**
 * Returns the headline at the largest size that fits. Prefers a smaller size if that avoids more than five
 * lines or a single short word in the last line.
 * @throws RangeError if no size fits
 */
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

/** Returns the evidence labels of a chart, such as “Reported; single source”, or '' if it has none. */
const evidenceLine = ({ evidence }: ChartModel): string =>
  evidence
    .map((label, index) => (index === 0 ? EVIDENCE_LABELS[label] : EVIDENCE_LABELS[label].toLowerCase()))
    .join('; ');

/** Returns up to three publishers and the number of further ones, or '' if the chart has no sources. */
function sourceLine({ sources }: ChartModel): string {
  const publishers = [...new Set(sources.map((id) => getById(facts.sources, id).publisher))];
  if (publishers.length === 0) return '';
  const more = publishers.length > 3 ? ` and ${publishers.length - 3} more` : '';
  return `Source: ${publishers.slice(0, 3).join('; ')}${more}.`;
}

/**
 * Returns the chart of a step at its wide width, rendered by the page's own component, at a position and
 * scale.
 */
function pictureAt(step: StoryStep, x: number, y: number, scale: number): string {
  const { body } = render(ChartSvg, {
    props: { Chart: step.chart.default, facts, scene: step.scene, width: WIDTHS[1] },
  });
  return `<g transform="translate(${x} ${y}) scale(${scale})">${svgIn(body)}</g>`;
}

/** Returns the card of a section: its still chart with title, evidence and sources. */
export function cardOf({ title, still }: Section, format: Format): string {
  const { model, heights } = still;
  const wide = WIDTHS[1];
  const tall = heights[wide] ?? wide;
  const across = unitsAcross(format);
  const scale = Math.min(format.picture / wide, (UNITS - 2 * EDGE) / tall);
  const left = across - MARGIN - wide * scale;
  const room = left - GUTTER - MARGIN;

  // Do not repeat a title that equals the story's name, as the last section's may.
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

  /** Stacks text blocks below each other. */
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

/**
 * Returns the card of the whole story: the hero's bundle, whose tape ends at the first eyelet, and the
 * question.
 */
export function storyCard(): string {
  const { body } = render(Hero);
  const [first = '', second = ''] = NAME.split(/ (?=say)/);
  // Uses the hero's wide drawing, slightly smaller. Its tail ends 425 left of its origin and 642 below it.
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
      // Below the bundle, beside the tail.
      set(under, x + 150 * scale, 428),
  );
}

/**
 * Returns every card and slide as an SVG that depends on nothing but its fonts, by the path of its image
 * file.
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
