/**
 * A reader's position in a section: the step whose top last crossed the reading line, and the progress
 * through it.
 */
export interface Position {
  /** Index of the step, from 0. */
  step: number;
  /** Share of the step above the line, from 0 (its top) to 1 (the next step's top). */
  progress: number;
}

/** Position of the reading line on the screen, as a share of its height. */
export const READING_LINE = 0.55;

/** Limits a value to 0–1; NaN counts as 0. */
const clamp = (value: number): number => Math.min(1, Math.max(0, value || 0));

/**
 * Returns the reader's position among steps. Pure and total: any numbers give a valid position.
 * @param tops tops of the steps in reading order, in pixels from any origin
 * @param end bottom of the last step, same origin
 * @param line the reading line, same origin
 */
export function positionOf(tops: readonly number[], end: number, line: number): Position {
  let step = 0;
  tops.forEach((top, index) => {
    if (top <= line) step = index;
  });
  const top = tops[step] ?? end;
  const next = tops[step + 1] ?? end;
  const length = next - top;
  return { step, progress: length > 0 ? clamp((line - top) / length) : 0 };
}

/**
 * Returns the length of a vertical line drawn as far as the reading line, in pixels. Pure and total.
 * @param top and `height` of the line, `line` the reading line, in pixels from the screen's top
 */
export const revealLength = (top: number, height: number, line: number): number =>
  clamp((line - top) / Math.max(1, height)) * Math.max(0, height);

/**
 * Returns how far a chart in the flow has entered the screen: 0 as its top enters from below, 1 when it has
 * reached the reading line. Pure and total.
 * @param top of the chart and `screen`, the screen's height, in pixels from the screen's top
 */
export function entryProgress(top: number, screen: number): number {
  const start = screen * 0.95;
  const end = screen * READING_LINE;
  return start > end ? clamp((start - top) / (start - end)) : 1;
}
