import { wrapText, textWidth } from '$lib/charts/text.ts';

// The sheet that cards and slides are drawn on: its formats, its type and its branding. Colours and faces are names of
// tokens, as everywhere in the house, until `resolved` puts the values in.

/** A format: its size in pixels, and how wide a picture may grow on it in units of its drawing. */
export interface Format {
  width: number;
  height: number;
  picture: number;
}

/** Height of every sheet in units of its drawing; a unit of a card is a pixel. */
export const UNITS = 630;
/** A picture this wide shows its smallest type, 14 px, at 20. */
export const CARD: Format = { width: 1200, height: 630, picture: 686 };
/** Narrower in shape than a card, and shown larger: its words need the room more than its picture does. */
export const SLIDE: Format = { width: 1920, height: 1080, picture: 610 };

/** Width of a sheet in units of its drawing. */
export const unitsAcross = ({ width, height }: Format): number => (width / height) * UNITS;

/** The margin left and right of a sheet, in units. */
export const MARGIN = 48;

/** Widths of an average letter as a share of its size, measured on the story's titles with the fonts cards are set in. */
const ADVANCE = { display: 0.6, body: 0.47, bold: 0.5 } as const;

export interface Type {
  size: number;
  face: keyof typeof ADVANCE;
  fill?: string;
}

/** Lines of text, and the height they take. */
export interface Block {
  lines: string[];
  type: Type;
  height: number;
}

const leadingOf = ({ size, face }: Type): number => Math.round(size * (face === 'display' ? 1.12 : 1.28));

/** About how wide a line is. */
export const lineWidth = (line: string, { size, face }: Type): number =>
  (textWidth(line, size) / textWidth('x', 1)) * ADVANCE[face];

/** How uneven lines are: the paper left free beside them, squared so that one short line weighs more than many. */
const raggedness = (lines: readonly string[], type: Type): number => {
  const widths = lines.map((line) => lineWidth(line, type));
  const widest = Math.max(0, ...widths);
  return widths.reduce((sum, width) => sum + (widest - width) ** 2, 0);
};

/** A text broken to a width. `even`: into the same number of lines, as equal as they can be. */
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

/** A block with its top left corner at a point. */
export function set({ lines, type }: Block, x: number, top: number): string {
  const { size, face, fill = 'var(--ink)' } = type;
  const spans = lines.map(
    (line, index) =>
      `<tspan x="${x}" y="${Math.round(top + size * 0.86 + index * leadingOf(type))}">${escaped(line)}</tspan>`,
  );
  const weight = face === 'display' ? 800 : face === 'bold' ? 700 : 400;
  return `<text font-family="var(--${face === 'display' ? 'display' : 'body'})" font-size="${size}" font-weight="${weight}" fill="${fill}">${spans.join('')}</text>`;
}

/** An SVG element in what a component rendered, `which` counted from 0, without the markers of hydration. */
export function drawingIn(html: string, which = 0): string {
  const found = html.match(/<svg[\s\S]*?<\/svg>/g)?.[which];
  if (found === undefined) throw new RangeError('a picture has no drawing');
  return found.replace(/<!--.*?-->/gs, '');
}

/** The same as a part of a card, which speaks for itself as a whole. */
export const svgIn = (html: string, which = 0): string =>
  drawingIn(html, which).replace(/ (style|class|role|aria-[a-z]+)="[^"]*"/g, '');

/** An eyelet: tape passes through it to the back of the sheet. */
export const eyelet = (x: number, y: number): string =>
  `<circle cx="${x}" cy="${y}" r="10" fill="var(--paper)" stroke="var(--ink)" stroke-width="2.5"/>`;

/** A stub of tape that hangs from the rule into an eyelet: the only branding. */
export const STUB = `${eyelet(64, 30)}<path d="M64 2v28" stroke="var(--tape-ink)" stroke-width="12"/><path d="M64 2v28" stroke="var(--tape)" stroke-width="9"/>`;

/** A sheet with its rule, and what stands on it. */
export function sheet(format: Format, inside: string): string {
  const across = unitsAcross(format);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${format.width}" height="${format.height}" viewBox="0 0 ${across} ${UNITS}" font-family="var(--body)">` +
    `<rect width="${across}" height="${UNITS}" fill="var(--paper)"/><path d="M0 1h${across}" stroke="var(--ink)" stroke-width="2"/>${inside}</svg>`
  );
}

/** Faces by the names that their static cuts give themselves; `tests/build/social-cards.test.ts` reads those in the fonts. */
const FACES: Readonly<Record<string, string>> = {
  display: 'Besley ExtraBold',
  'display-italic': 'Besley Medium',
  body: 'Atkinson Hyperlegible Next',
};

/**
 * A drawing with its colours and faces put in: what draws it knows no custom properties.
 * @param css the style sheet that defines the tokens, each theme in a block of its own
 * @throws RangeError on a name that no token has
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
