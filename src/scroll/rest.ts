/** How much of the way a picture goes in a frame, and what counts as there. */
const PACE = 0.2;
const THERE = 0.01;

/**
 * Who stops to read sees a whole picture: what was between two scenes goes on to one of them, and comes back to where the
 * scroll has it as soon as the reader goes on. Pure; in any two calls with the same numbers it gives the same.
 * @param off how far the picture was from where the scroll has it, in the frame before
 * @param at where the scroll has it, 0–1
 * @param whole where it is whole: 0 or 1; the same as `at` while the reader scrolls
 * @returns how far it is now; `whole - at` when it has arrived
 */
export function offNow(off: number, at: number, whole: number): number {
  const left = whole - at - off;
  return Math.abs(left) < THERE ? whole - at : off + left * PACE;
}
