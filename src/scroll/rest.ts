/** How much of the way a picture goes in a frame, and what counts as there. */
const PACE = 0.2;
const THERE = 0.01;

/** A picture on its way to rest. */
export interface Resting {
  /** How far it is from where the scroll has it. */
  off: number;
  /** Where it is shown. */
  shown: number;
  there: boolean;
}

/**
 * Who stops to read sees a whole picture: what was between two scenes goes on to one of them, and comes back to where the
 * scroll has it when the reader goes on. Pure: one frame from the one before.
 * @param off how far the picture was from where the scroll has it
 * @param at where the scroll has it
 * @param whole where it is to be: where it is whole, or `at` while the reader scrolls
 */
export function rest(off: number, at: number, whole: number): Resting {
  const left = whole - at - off;
  if (Math.abs(left) < THERE) return { off: whole - at, shown: whole, there: true };
  const next = off + left * PACE;
  return { off: next, shown: at + next, there: false };
}
