import { READING_LINE } from './position.ts';

/**
 * Keeps a reader at what they are reading when the page's width changes, as on a turned phone: at the same share of the
 * same element. A browser keeps what is at the top of the screen, and only where nothing else changes.
 * @param elements what may be read, in order
 * @returns to be called when the reader rests: that is the place to be kept
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
    // A phone's bar that comes and goes changes the height alone, and that often.
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
