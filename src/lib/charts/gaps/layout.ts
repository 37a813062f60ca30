import type { GapsModel } from './model.ts';
import { wrapText } from '../text.ts';

export const LEADING = 19;
/** Size of a box, and of the square of an unknown sum, in CSS pixels. */
export const BOX = { width: 30, height: 20, square: 24 } as const;
export const TEXT_X = 42;
/** Size of a claim's box: small, to distinguish it from a square of money. */
export const SMALL = { width: 20, height: 12, step: 26, row: 20, perRow: 10 } as const;
const HEAD = 22;
const CLOSED = 30;
const EDGE = 34;
const GAP = 7;

const mix = (a: number, b: number, t: number): number => a + (b - a) * t;

/** Positions everything in the gaps chart, in CSS pixels from the top left. */
export function layout(model: GapsModel, width: number) {
  let y = 0;
  let edge = 0;
  const groups = model.groups.map((group) => {
    if (group.id === 'after-june') {
      edge = y + 16;
      y += EDGE * model.edge.on;
    }
    const top = y;
    let row = top + HEAD;
    const boxes = group.boxes.map((box, index) => {
      const lines = wrapText(box.text, width - TEXT_X, 15).length;
      const set = {
        box,
        x: mix(index * (BOX.width + 8), 0, group.open),
        y: mix(top + HEAD, row, group.open),
      };
      row += Math.max(BOX.square, lines * LEADING) + GAP;
      return set;
    });
    y = mix(top + HEAD + CLOSED, row + 4, group.open);
    return { group, top, boxes };
  });
  const claimsTop = y + 4;
  let row = claimsTop;
  const claims = model.claims.rows.map((verdict) => {
    const top = row;
    const boxes = verdict.boxes.map((box, index) => ({
      box,
      x: (index % SMALL.perRow) * SMALL.step,
      y: top + HEAD + Math.floor(index / SMALL.perRow) * SMALL.row,
    }));
    row += HEAD + Math.ceil(verdict.boxes.length / SMALL.perRow) * SMALL.row + 8;
    return { verdict, top, boxes };
  });
  y += (row - y) * model.claims.on;
  return { groups, edge, claims, bottom: y, height: Math.ceil(Math.max(y + 26, 120)) };
}
