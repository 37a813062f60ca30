import type { LedgerModel } from './model.ts';
import type { Evidence } from '$lib/data/schema.ts';
import { EVIDENCE_LABELS, type MarkName, type Words } from '../model.ts';
import { wrapText, textWidth } from '../text.ts';

/** Left edge of the text, beside the tape that forms the margin, in CSS pixels. */
export const MARGIN = 28;
export const LEADING = 19;
const GUTTER = 16;
/** Height of a row that only shows its heading and icons. */
const CLOSED = 32;
const FIGURE = 34;
const MARK = 24;
const CHIP = 30;
/** Height of the line above a row of chips that describes them. */
const CHIP_HEAD = 22;

type Row = LedgerModel['rows'][number];

/** Display type is about a fifth wider than the average letter. */
const DISPLAY = 1.2;

/** Returns the font size at which a row's figure fits the width, in CSS pixels. */
export const figureSize = (figure: string, width: number): number =>
  textWidth(figure, 24) * DISPLAY <= width - MARGIN - 10 ? 24 : 17;

/** A positioned row; `y` is its upper rule. */
export interface SetRow {
  row: Row;
  y: number;
  height: number;
  columns: readonly [number, number];
  room: number;
  /** Baseline of the first line of both sides. */
  text: number;
}

const isLabel = (mark: MarkName | null): mark is Evidence => mark !== null && mark in EVIDENCE_LABELS;

const linesIn = (side: Words, room: number): number => wrapText(side.text, room, 15).length;

/** Positions everything in the ledger chart, in CSS pixels from the top left. */
export function layout(model: LedgerModel, width: number) {
  const wide = width >= 480;
  const room = Math.floor((width - MARGIN - GUTTER) / 2);
  const columns = [MARGIN, MARGIN + room + GUTTER] as const;
  let y = 26;
  const rows = model.rows.map((row): SetRow => {
    const lines = Math.max(linesIn(row.claim, room), linesIn(row.answer, room));
    const figure = row.figure === '' ? 0 : FIGURE;
    const open = CLOSED + figure + lines * LEADING + MARK;
    const height = (CLOSED + (open - CLOSED) * row.open) * row.on;
    const set = { row, y, height, columns, room, text: y + CLOSED + figure + 9 };
    y += height;
    return set;
  });
  const perRow = wide ? 2 : 1;
  const forces = model.forces;
  const chipWidth = wide ? room : width - MARGIN;
  const known = forces?.known ?? [];
  let below = y + 12;
  const heads: { text: string; y: number; labels: Evidence[] }[] = [];
  const chips = [true, false].flatMap((user) => {
    const some = known.filter((force) => force.user === user);
    const top = below + CHIP_HEAD;
    const withheld = user ? some.find(({ note }) => note !== null)?.note : null;
    const use = withheld ? `Use of it: ${withheld}` : 'Bought or built on it';
    const labels = [...new Set(some.flatMap(({ mark }) => (isLabel(mark) ? [mark] : [])))];
    heads.push({ text: user ? use : 'No such contract found', y: below + 14, labels });
    below = top + Math.ceil(some.length / perRow) * (CHIP + 6) + 4;
    return some.map((force, index) => ({
      force,
      x: columns[index % perRow] ?? MARGIN,
      y: top + Math.floor(index / perRow) * (CHIP + 6),
      width: chipWidth,
      height: CHIP,
    }));
  });
  const stripTop = below;
  const silentLines = forces ? wrapText(forces.silent.text, width - MARGIN - 24, 15).length : 0;
  const silent = {
    x: MARGIN,
    y: stripTop,
    width: width - MARGIN,
    height: 14 + silentLines * LEADING + MARK,
  };
  if (forces) y += (stripTop - y + silent.height + 8) * forces.on;
  return { rows, heads, chips, silent, columns, room, wide, height: Math.ceil(Math.max(y + 6, 120)) };
}
