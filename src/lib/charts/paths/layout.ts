import type { Path, PathsModel, StationMark } from './model.ts';
import { wrapText } from '../text.ts';

/** Position of each path, in CSS pixels from the left; `FORK_X` is the other arm of a fork. */
export const LANES: Readonly<Record<Path, number>> = {
  'what-met-did': 12,
  'open-source': 52,
  'domestic-vendors': 74,
  hybrid: 96,
};
export const FORK_X = 32;
/** Position of facts beside the paths, in CSS pixels from the left. */
export const BESIDE_X = 32;
export const LABEL_X = 120;
export const LEADING = 19;
/** Vertical positions of the tape's cut end and of the point at which the paths have separated. */
export const CUT_Y = 26;
export const PARTED_Y = 78;
const TOP = 92;
const KEY = 20;
const GAP = 12;

/** A fact positioned beside its path; `y` is the middle of its mark. */
export interface SetStation {
  mark: StationMark;
  y: number;
  name: string[];
  tag: string[];
  height: number;
}

function setStation(mark: StationMark, room: number): Omit<SetStation, 'y'> {
  const name = wrapText(mark.text, room, 15);
  const tag = mark.tag ? wrapText(mark.tag, room, 14) : [];
  const lines = name.length + tag.length + (mark.mark || mark.note ? 1 : 0);
  return { mark, name, tag, height: lines * LEADING + GAP };
}

/** Positions everything in the paths chart, in CSS pixels from the top left. */
export function layout(model: PathsModel, width: number, height: number | null) {
  const room = width - LABEL_X;
  let y = TOP;
  const stations = model.stations.map((mark): SetStation => {
    const set = setStation(mark, room);
    const at = y + 10;
    y += set.height * mark.on;
    return { ...set, y: at };
  });
  const needed = Math.max(y, TOP + 150) + 10 + 44 * (model.fork?.on ?? 0);
  const keys = model.paths.map((path, index) => ({ path, row: index }));
  const bottom = height === null ? needed : Math.max(needed, height - keys.length * KEY - 12);
  return {
    stations,
    bottom,
    keys: keys.map(({ path, row }) => ({ path, y: bottom + 22 + row * KEY })),
    height: Math.ceil(bottom + 12 + keys.length * KEY),
  };
}
