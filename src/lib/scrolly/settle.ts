/** How a reader moves: so fast that nobody follows a picture, at a pace to read by, or not at all. */
export type Pace = 'flying' | 'reading' | 'stopped';

/** How much of the way a picture goes in one drawing, and what counts as there. */
const STRIDE = 0.36;
const THERE = 0.01;

/** A picture on its way to rest. */
export interface Resting {
  /** Where the scroll had it. */
  at: number;
  /** How far it is from there. */
  off: number;
  there: boolean;
}

/** A picture that nobody has moved yet. */
export const START: Resting = { at: 0, off: 0, there: true };

/**
 * Where a picture is shown: at `at + off`. Who reads sees it where the scroll has it. Who stops sees a whole picture: what
 * was between two scenes goes on to one of them. Who reads on from there finds it again where the scroll has it: it waits
 * where the scroll comes towards it, and otherwise comes. Who flies past sees whole pictures at once, and so does who has
 * just arrived: what lies between them costs work and is seen by nobody. Pure: one drawing from the one before.
 * @param at where the scroll has it
 * @param whole where the nearest whole picture is
 * @param pace left out where nobody waits for a picture to come to rest
 */
export function rest(last: Resting, at: number, whole: number, pace: Pace = 'flying'): Resting {
  if (pace === 'flying') return { at, off: whole - at, there: true };
  const moved = at - last.at;
  if (pace === 'reading' && moved * last.off >= 0)
    return { at, off: Math.sign(last.off) * Math.max(0, Math.abs(last.off) - Math.abs(moved)), there: true };
  const aim = pace === 'reading' ? 0 : whole - at;
  const left = aim - last.off;
  if (Math.abs(left) < THERE) return { at, off: aim, there: true };
  return { at, off: last.off + left * STRIDE, there: false };
}
