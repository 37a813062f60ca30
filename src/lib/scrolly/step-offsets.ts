/** Where an element is: from top to bottom, in CSS pixels from the top of the screen. */
export interface Place {
  top: number;
  bottom: number;
}

/** Of an element, what is asked here: its box, in CSS pixels from the top of the screen. */
interface Boxed {
  getBoundingClientRect: () => Place & { width: number; height: number };
}

/**
 * Where parts of a column are. They keep their places in it while it keeps its size: scrolling moves the column alone, and
 * one measurement tells where all of them are.
 * @param column what holds them
 * @param parts in order
 * @returns their places now
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
