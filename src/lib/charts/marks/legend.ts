import type { Evidence } from '$lib/data/schema.ts';
import { EVIDENCE_LABELS } from '../model.ts';
import { textWidth } from '../text.ts';

/** Returns the positions of the icons of a legend: `x` in CSS pixels, `row` from 0. */
export function keyOf(
  labels: readonly Evidence[],
  width: number,
): { label: Evidence; x: number; row: number }[] {
  let x = 0;
  let row = 0;
  return labels.map((label) => {
    const room = 19 + textWidth(EVIDENCE_LABELS[label], 14) + 12;
    if (x > 0 && x + room - 12 > width) {
      x = 0;
      row += 1;
    }
    const entry = { label, x, row };
    x += room;
    return entry;
  });
}

/** Returns the height of a legend, in CSS pixels. */
export const keyHeight = (labels: readonly Evidence[], width: number): number =>
  labels.length === 0 ? 0 : 20 * ((keyOf(labels, width).at(-1)?.row ?? 0) + 1) + 4;
