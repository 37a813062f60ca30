import { wrapText, textWidth } from '$lib/charts/text.ts';

// The sheet on which cards and slides are drawn: formats, type and branding. Drawings refer to colours and
// fonts by token, as elsewhere on the site, until `resolved` inserts the values.

/** A format: its size in pixels, and the maximum width of a chart in units of the sheet. */
export interface Format {
  width: number;
  height: number;
  picture: number;
}

/** Height of every sheet in units. On a card one unit is one pixel. */
export const UNITS = 630;
/** At this chart width the smallest type, 14 px, appears at 20 px. */
export const CARD: Format = { width: 1200, height: 630, picture: 686 };
/**
 * A slide is narrower in proportion than a card and shown larger, so its text needs more room and its chart
 * less.
 */
export const SLIDE: Format = { width: 1920, height: 1080, picture: 610 };

/** Returns the width of a sheet in units. */
export const unitsAcross = ({ width, height }: Format): number => (width / height) * UNITS;

/** The left and right margin of a sheet, in units. */
export const MARGIN = 48;

/**
 * Average letter widths as a share of the font size, measured on the story's titles in the fonts of the
 * cards.
 */
const ADVANCE = { display: 0.6, body: 0.47, bold: 0.5 } as const;

export interface Type {
  size: number;
  face: keyof typeof ADVANCE;
  fill?: string;
}

/** Lines of text and their total height, in units. */
export interface Block {
  lines: string[];
  type: Type;
  height: number;
}

const leadingOf = ({ size, face }: Type): number => Math.round(size * (face === 'display' ? 1.12 : 1.28));

/** Returns the approximate width of a line, in units. */
export const lineWidth = (line: string, { size, face }: Type): number =>
  (textWidth(line, size) / textWidth('x', 1)) * ADVANCE[face];

/**
 * Returns how uneven lines are: the sum of squared gaps at their ends, so that one short line weighs more
 * than many small gaps.
 */
const raggedness = (lines: readonly string[], type: Type): number => {
  const widths = lines.map((line) => lineWidth(line, type));
  const widest = Math.max(0, ...widths);
  return widths.reduce((sum, width) => sum + (widest - width) ** 2, 0);
};

/** Wraps a text to a width, in units. `even` balances the lines without adding any. */
export function block(text: string, width: number, type: Type, even = false): Block {
  const within = (room: number): string[] =>
    wrapText(text, (room * textWidth('x', 1)) / ADVANCE[type.face], type.size);
  let lines = within(width);
  for (let room = width - 8; even && room > width / 2; room -= 8) {
    const other = within(room);
    if (other.length > lines.length) break;
    if (raggedness(other, type) < raggedness(lines, type)) lines = other;
  }
  return { lines, type, height: lines.length * leadingOf(type) };
}

const escaped = (text: string): string => text.replace(/[<>&]/g, (mark) => `&#${mark.charCodeAt(0)};`);

/** Returns a text block as SVG, with its top left corner at a point. */
export function set({ lines, type }: Block, x: number, top: number): string {
  const { size, face, fill = 'var(--ink)' } = type;
  const spans = lines.map(
    (line, index) =>
      `<tspan x="${x}" y="${Math.round(top + size * 0.86 + index * leadingOf(type))}">${escaped(line)}</tspan>`,
  );
  const weight = face === 'display' ? 800 : face === 'bold' ? 700 : 400;
  return `<text font-family="var(--${face === 'display' ? 'display' : 'body'})" font-size="${size}" font-weight="${weight}" fill="${fill}">${spans.join('')}</text>`;
}

/**
 * Returns an SVG element from rendered HTML without hydration markers. `which` counts from 0.
 * @throws RangeError if there is no such element
 */
export function drawingIn(html: string, which = 0): string {
  const found = html.match(/<svg[\s\S]*?<\/svg>/g)?.[which];
  if (found === undefined) throw new RangeError('a picture has no drawing');
  return found.replace(/<!--.*?-->/gs, '');
}

/**
 * Returns the same element without classes, styles and ARIA attributes, because the card as a whole has a
 * text alternative.
 */
export const svgIn = (html: string, which = 0): string =>
  drawingIn(html, which).replace(/ (style|class|role|aria-[a-z]+)="[^"]*"/g, '');

/** Returns an eyelet, through which the tape passes to the back of the sheet. */
export const eyelet = (x: number, y: number): string =>
  `<circle cx="${x}" cy="${y}" r="10" fill="var(--paper)" stroke="var(--ink)" stroke-width="2.5"/>`;

/** A stub of tape that hangs from the rule into an eyelet: the only branding. */
export const STUB = `${eyelet(64, 30)}<path d="M64 2v28" stroke="var(--tape-ink)" stroke-width="12"/><path d="M64 2v28" stroke="var(--tape)" stroke-width="9"/>`;

/** Returns a sheet with its rule and its content. */
export function sheet(format: Format, inside: string): string {
  const across = unitsAcross(format);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${format.width}" height="${format.height}" viewBox="0 0 ${across} ${UNITS}" font-family="var(--body)">` +
    `<rect width="${across}" height="${UNITS}" fill="var(--paper)"/><path d="M0 1h${across}" stroke="var(--ink)" stroke-width="2"/>${inside}</svg>`
  );
}

/**
 * The internal names of the static fonts. `tests/build/social-cards.test.ts` compares them with the font
 * files.
 */
const FACES: Readonly<Record<string, string>> = {
  display: 'Besley ExtraBold',
  'display-italic': 'Besley Medium',
  body: 'Atkinson Hyperlegible Next',
};

/**
 * Returns a drawing with its tokens replaced by values, because the rasterizer does not support custom
 * properties.
 * @param css the style sheet that defines the tokens, each theme in a block of its own
 * @throws RangeError if the drawing names an unknown token
 */
export function resolved(svg: string, css: string, theme: 'light' | 'dark' = 'light'): string {
  const block = theme === 'light' ? /:root \{([^}]*)\}/ : /:root:where\(\[data-theme='dark'\]\) \{([^}]*)\}/;
  const tokens = block.exec(css)?.[1] ?? '';
  return svg.replace(/var\(--([\w-]+)\)/g, (_, name: string) => {
    const value = FACES[name] ?? new RegExp(`--${name}: (#[0-9a-f]{3,6});`).exec(tokens)?.[1];
    if (value === undefined) throw new RangeError(`a card names the token --${name}, which is not there`);
    return value;
  });
}
