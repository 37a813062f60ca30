/** Average width of a character in the label face, as a share of its size. Measured on the record's own labels. */
const ADVANCE = 0.52;

/** About how wide a text is, in CSS pixels, at a size in CSS pixels: servers cannot measure fonts. */
export const textWidth = (text: string, size: number): number => text.length * size * ADVANCE;

/**
 * Breaks a text into lines that fit a width, at ordinary spaces only.
 * @param width in CSS pixels
 * @param size of the type, in CSS pixels
 */
export function wrapText(text: string, width: number, size: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const line = lines.at(-1);
    if (line !== undefined && textWidth(`${line} ${word}`, size) <= width)
      lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** A number for an SVG attribute: two decimals keep snapshots small and squares sharp. */
export const roundPx = (value: number): string => String(Math.round(value * 100) / 100);

/** How clear a text is while it comes or goes: gone by half, so that two never stand on each other. */
export const fading = (on: number): number => Math.max(0, 2 * on - 1);
