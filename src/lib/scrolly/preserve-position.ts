import { READING_LINE } from './position.ts';

/**
 * Keeps the reading position when the page's width changes, as on a rotated phone: at the same share of the
 * same element. A browser only keeps the top of the screen, and only if nothing else changes.
 * @param elements elements a reader may be reading, in order
 * @returns a function that saves the current position, to be called when the reader is idle
 */
export function holdPlace(elements: readonly Element[]): () => void {
  let held: { element: Element; share: number } | null = null;
  let width = innerWidth;
  const mark = (): void => {
    const line = innerHeight * READING_LINE;
    held = null;
    for (const element of elements) {
      const { top, bottom, height } = element.getBoundingClientRect();
      if (top <= line && line < bottom) held = { element, share: (line - top) / height };
    }
  };
  const restore = (): void => {
    // A phone's toolbar often changes the height alone.
    if (innerWidth === width || !held) return;
    width = innerWidth;
    const { top, height } = held.element.getBoundingClientRect();
    const by = top + held.share * height - innerHeight * READING_LINE;
    if (Math.abs(by) > 1) scrollBy({ top: by, behavior: 'instant' });
  };
  addEventListener('resize', () => requestAnimationFrame(restore), { passive: true });
  mark();
  return mark;
}
