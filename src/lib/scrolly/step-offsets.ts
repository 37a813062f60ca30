/** The top and bottom of an element, in CSS pixels from the top of the screen. */
export interface Place {
  top: number;
  bottom: number;
}

/** The part of an element used here: its box, in CSS pixels from the top of the screen. */
interface Boxed {
  getBoundingClientRect: () => Place & { width: number; height: number };
}

/**
 * Locates the parts of a column. They keep their offsets while the column keeps its size, because scrolling
 * moves only the column, so one measurement locates all of them.
 * @param column the element that contains the parts
 * @param parts in order
 * @returns a function that returns their current positions
 */
export function stepOffsetsIn(column: Boxed, parts: readonly Boxed[]): () => Place[] {
  let size = '';
  let kept: Place[] = [];
  return () => {
    const { top, width, height } = column.getBoundingClientRect();
    const present = `${width} ${height}`;
    if (size !== present) {
      size = present;
      kept = parts.map((part) => {
        const box = part.getBoundingClientRect();
        return { top: box.top - top, bottom: box.bottom - top };
      });
    }
    return kept.map((place) => ({ top: top + place.top, bottom: top + place.bottom }));
  };
}
