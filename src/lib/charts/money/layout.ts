import { scaleLinear } from 'd3';
import type { MoneyModel } from './model.ts';
import { PER_ROW, type MoneyGroup, type SumLabel } from './grid.ts';
import { wrapText, textWidth } from '../text.ts';

/** A square and its gap, in CSS pixels: the same on every screen. */
export const CELL = 27;
/** Width of ten squares. */
export const GRID = PER_ROW * CELL;
/** Line height of a label. */
export const LEADING = 20;
const GAP = 18;
const LINE = 30;
const NOTE = { small: { size: 16, leading: 22 }, large: { size: 28, leading: 32 } } as const;

/** A positioned label of a sum: its lines, and whether the evidence icon fits beside the last line. */
export interface SetLabel {
  label: SumLabel;
  x: number;
  y: number;
  /** Font size of the figure. */
  size: number;
  head: string[];
  lines: string[];
  beside: boolean;
  height: number;
}

function setLabel(label: SumLabel, x: number, y: number, width: number, figure: number): SetLabel {
  // A sum without a figure begins with its name.
  const size = label.figure === '' ? 0 : figure;
  // Bold type is slightly wider.
  const head = wrapText(label.head, width, 16);
  const lines = wrapText(label.text, width, 15);
  const beside = width - textWidth(lines.at(-1) ?? '', 15) - 10 >= 19 + textWidth('Single source', 14);
  const rows = head.length + lines.length + (beside ? 0 : 1);
  return { label, x, y, size, head, lines, beside, height: size + LEADING * rows + 10 };
}

/** Positions a block: the origin of its squares, and the labels beside or above them. */
function setBlock(group: MoneyGroup, top: number, line: number, width: number, size: number) {
  const wide = width > GRID + 120;
  // Labels start beside the squares actually present, so that a single square has its name next to it.
  const reach =
    Math.min(
      PER_ROW,
      group.squares.reduce((sum, square) => sum + square.part, 0),
    ) * CELL;
  const column = wide ? { x: reach + 20, width: width - GRID - 20 } : { x: 0, width };
  const [first, second] = group.labels;
  const over = first && !wide ? setLabel(first, column.x, top, column.width, size).height * group.on : 0;
  const room = LINE * line;
  const grid = top + over + room;
  // The parts of a split block are one row apart, or further if the second label needs it.
  const secondHeight = second ? setLabel(second, 0, 0, column.width, size).height : 0;
  const between = (wide ? CELL : secondHeight + 8) * group.apart;
  const splitAt = grid + (group.split ?? 0) * CELL + between;
  const labels = group.labels.map((label) => {
    const inSecond = label === second;
    const y = wide ? (inSecond ? splitAt : grid) : inSecond ? splitAt - secondHeight : top;
    return setLabel(label, column.x, y, column.width, size);
  });
  const beside = wide ? Math.max(0, ...labels.map((label) => label.y + label.height - grid)) * group.on : 0;
  const height = Math.max(group.rows * CELL + between, beside);
  return { group, labels, grid, between, bottom: grid + height + GAP * group.on };
}

/** Positions everything in the money chart, in CSS pixels from the top left. */
export function layout(model: MoneyModel, width: number) {
  const size = model.groups.length > 1 || model.groups.some((group) => group.split !== null) ? 26 : 36;
  let y = 0;
  // City Hall's line crosses the first block.
  const blocks = model.groups.map((group, index) => {
    const block = setBlock(group, y, index === 0 ? model.line.on : 0, width, size);
    y = block.bottom;
    return block;
  });
  const boxes = model.boxes.map((box) => {
    const lines = wrapText(box.text, (box.labels.length ? width : GRID) - 28, 15);
    const top = y;
    const height = lines.length * LEADING + (box.labels.length ? 40 : 24);
    y += (height + GAP) * box.on;
    return { box, top, height };
  });
  const fields = model.field.map((field) => {
    const top = y;
    y += (LEADING + 12 + (width / 50) * 20 + GAP) * field.on;
    return { field, top };
  });
  const [first] = blocks;
  const column = width > GRID + 120 && first ? GRID + 20 : null;
  let right = first?.labels[0] ? first.labels[0].y + first.labels[0].height + GAP : 0;
  const notes = model.notes.map((note) => {
    const x = note.beside && column !== null ? column : 0;
    const type = note.large ? NOTE.large : NOTE.small;
    const height = (wrapText(note.text, width - x, type.size).length * type.leading + 10) * note.on;
    const top = x > 0 ? right : y;
    if (x > 0) right += height;
    else y += height;
    return { note, top, x, ...type };
  });
  const height = Math.ceil(Math.max(y, right, 60));
  // One unit is a square and its gap, in both directions.
  const x = scaleLinear([0, PER_ROW], [0, GRID]);
  return { blocks, boxes, fields, notes, height, x, y: scaleLinear([0, height / CELL], [0, height]) };
}
