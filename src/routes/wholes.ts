import type { Frame } from '#charts/context.ts';

/** Where a picture stands: above its step at one of two widths, in pixels; or beside the text, as tall as its section's. */
export type Room = Frame['width'] | 'beside';

/** What is known of a section's whole pictures for a room, an SVG a step: here, on their way, or not to be had. */
export type Wholes = readonly string[] | 'coming' | 'none';

const isListOfTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((text) => typeof text === 'string');

async function fetched(address: string | undefined): Promise<Wholes> {
  if (address === undefined) return 'none';
  const answer = await fetch(address);
  const pictures: unknown = answer.ok ? await answer.json() : null;
  return isListOfTexts(pictures) ? pictures : 'none';
}

/**
 * Whole pictures that the server has drawn. They save work: where they do not come, pictures are drawn in the browser.
 * @param addresses where there are any
 * @returns what is known of those for a room; asking fetches them
 */
export function wholePictures(addresses?: Readonly<Record<Room, string>>): (room: Room) => Wholes {
  const known = new Map<Room, Wholes>();
  return (room) => {
    const found = known.get(room);
    if (found) return found;
    known.set(room, 'coming');
    void fetched(addresses?.[room])
      .catch((): Wholes => 'none')
      .then((pictures) => known.set(room, pictures));
    return 'coming';
  };
}
