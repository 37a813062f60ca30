import type { BalanceModel, SetPoint } from './model.ts';
import { wrapText } from '../text.ts';

export const LEADING = 19;
/** Vertical position of the level tape, in CSS pixels. The points begin below it, at `TOP`. */
export const TAPE_Y = 54;
const TOP = 78;
const MARK = 22;
const GAP = 10;
const GUTTER = 16;
const BAR = 30;

/** Returns the height of one point: its lines and its icon. */
const heightOf = (point: SetPoint, room: number): number =>
  wrapText(point.text, room, 15).length * LEADING + (point.mark || point.note ? MARK : 0) + GAP;

/** Positions everything in the balance chart, in CSS pixels from the top left. */
export function layout(model: BalanceModel, width: number) {
  const room = Math.floor((width - GUTTER) / 2);
  const columns = model.columns.map((column) => {
    const x = column.at === 'left' ? 0 : room + GUTTER;
    let y = TOP;
    const points = column.points.map((point) => {
      const set = { point, y };
      y += heightOf(point, room);
      return set;
    });
    return { column, x, points, bottom: y };
  });
  // Both columns of a tension get the height of the longer one; between two tensions the height is
  // interpolated.
  const sides = ['left', 'right'] as const;
  const depth = Math.max(
    ...sides.map((at) =>
      columns
        .filter(({ column }) => column.at === at)
        .reduce((sum, { column, bottom }) => sum + (bottom - TOP) * column.on, 0),
    ),
  );
  const weights = model.weights;
  const bars = (weights?.shares ?? []).map((share, index) => ({ share, y: TOP + 4 + index * BAR }));
  let y = TOP + 4 + bars.length * BAR + 26;
  const questions = (weights?.questions ?? []).slice(0, 5).map((question, index) => {
    const set = { question, number: index + 1, y };
    y += wrapText(question.text, width - 26, 15).length * LEADING + 7;
    return set;
  });
  const height = TOP + depth + (weights ? (y - TOP) * weights.on : 0);
  return { columns, bars, questions, room, height: Math.ceil(Math.max(height, 120)) };
}
