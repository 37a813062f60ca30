import { scaleLinear } from 'd3';
import { keyHeight } from '../marks/legend.ts';
import { SHELVES, type PositionsModel, type Shelf, type VoiceMark } from './model.ts';

const HEAD = 36;
const SHELF_TITLE = 23;
const SHELF_GAP = 8;
const KEY = 24;
const TAG = 18;
/** Size of a bare mark with its gap, and the number of marks in a row of a pile. */
const PILE = { step: 18, perRow: 3 };
/** Row height of the silent voices, and the distance to their second column. */
const SILENT = { row: 20, column: 240 };

interface Point {
  x: number;
  y: number;
}

/** A positioned voice; `label` is the baseline of its name. */
export type SetVoice = VoiceMark & Point & { label: number };

const mix = (a: number, b: number, t: number): number => a + (b - a) * t;
const between = (a: Point, b: Point, t: number): Point => ({ x: mix(a.x, b.x, t), y: mix(a.y, b.y, t) });

/** Returns the point for an index; a fractional index is interpolated between its two neighbours. */
const along = (at: (index: number) => Point, number: number): Point =>
  between(at(Math.floor(number)), at(Math.ceil(number)), number % 1);

const tagHeight = (mark: VoiceMark): number => (mark.tag ? TAG * mark.open : 0);

/** Positions everything in the positions chart, in CSS pixels from the top left. */
export function layout(model: PositionsModel, width: number) {
  const wide = width >= 480;
  const rowHeight = wide ? 22 : 44;
  // Five places, stop to sign, beside the names or across the whole chart.
  const xOf = scaleLinear([-2, 2], wide ? [220, 452] : [28, 260]);
  const silentAt = (index: number): Point =>
    wide
      ? { x: 9 + (index % 2) * SILENT.column, y: Math.floor(index / 2) * SILENT.row + 10 }
      : { x: 9, y: index * SILENT.row + 10 };

  let y = HEAD;
  const marks: SetVoice[] = [];
  const shelves = SHELVES.map((shelf) => {
    const { on, rows } = model.shelves[shelf];
    const inShelf = model.marks.filter((mark) => mark.shelf === shelf);
    const there = Math.max(on, Math.min(1, rows));
    const top = y;
    const start = top + SHELF_TITLE * there;
    const tagged = inShelf.reduce((sum, mark) => sum + tagHeight(mark), 0);
    const pileTop = start + 10 + (shelf === 'silent' ? 0 : rows * rowHeight + tagged);
    const bare = (mark: VoiceMark): number => (1 - mark.open) * mark.weight;
    const bareAt = (place: number | null): number =>
      inShelf.reduce((sum, mark) => sum + (mark.place === place ? bare(mark) : 0), 0);
    let bottom = start;
    let tags = 0;
    // Bare marks close the gaps left by marks that have become rows, and stay centred on their place.
    const before = new Map<number | null, number>();
    for (const mark of inShelf) {
      const place = mark.place;
      const number = before.get(place) ?? 0;
      before.set(place, number + bare(mark));
      const inRow = Math.min(PILE.perRow, Math.max(1, bareAt(place)));
      const pileAt = (index: number): Point => ({
        x: xOf(place ?? 0) + ((index % PILE.perRow) - (inRow - 1) / 2) * PILE.step,
        y: pileTop + Math.floor(index / PILE.perRow) * PILE.step,
      });
      const silent = along(silentAt, mark.row);
      const opened =
        place === null
          ? { x: silent.x, y: start + silent.y }
          : { x: xOf(place), y: start + tags + mark.row * rowHeight + (wide ? 11 : 30) };
      tags += tagHeight(mark);
      // A silent voice is never a bare mark: it has a name or is absent.
      const at = place === null ? opened : between(along(pileAt, number), opened, mark.open);
      marks.push({ ...mark, ...at, label: place === null || wide ? at.y + 5 : at.y - 14 });
      if (mark.opacity > 0) bottom = Math.max(bottom, at.y + 12 + tagHeight(mark));
    }
    y += (bottom + SHELF_GAP - top) * Math.min(1, there);
    return { shelf, top, on: there };
  });
  return {
    xOf,
    wide,
    shelves,
    marks,
    keyTop: y + KEY,
    height: Math.ceil(y + KEY + keyHeight(model.evidence, width)),
  };
}

/** The titles of the shelves. */
export const SHELF_TITLES: Readonly<Record<Shelf, string>> = {
  'on-deal': 'About this contract',
  related: 'Near it, not about it (names in the table)',
  silent: 'No position found',
};
