/**
 * Average character width in the label font, as a share of its size, measured on the labels of the dataset.
 */
const ADVANCE = 0.52;

/** Estimates the width of a text at a font size, both in CSS pixels: the server cannot measure fonts. */
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

/** Formats a number for an SVG attribute: two decimals keep the markup short and squares sharp. */
export const roundPx = (value: number): string => String(Math.round(value * 100) / 100);

/** Returns the opacity of a fading text. It is 0 by half-way, so that two texts never overlap. */
export const fading = (on: number): number => Math.max(0, 2 * on - 1);
