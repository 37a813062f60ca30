import type { Frame } from '$lib/charts/context.ts';

/** Where a picture stands: above its step at one of two widths, in pixels; or beside the text, as tall as its section's. */
export type Room = Frame['width'] | 'beside';

/** Whole pictures for a room, by section: an SVG a step. */
type Wholes = Readonly<Record<string, readonly string[]>>;
/** What is known of them: that they are here, on their way, or not to be had. */
type Known = Wholes | 'coming' | 'none';

const isListOfTexts = (value: unknown): boolean =>
  Array.isArray(value) && value.every((text) => typeof text === 'string');
const areWholes = (value: unknown): value is Wholes =>
  typeof value === 'object' && value !== null && Object.values(value).every(isListOfTexts);

async function fetched(address: string | undefined): Promise<Known> {
  if (address === undefined) return 'none';
  const answer = await fetch(address);
  const pictures: unknown = answer.ok ? await answer.json() : null;
  return areWholes(pictures) ? pictures : 'none';
}

/**
 * Whole pictures that the server has drawn. They save work: where they do not come, pictures are drawn in the browser.
 * @param addresses where there are any
 * @returns what is known of those for a room; asking fetches them
 */
export function wholePictures(addresses?: Readonly<Record<Room, string>>): (room: Room) => Known {
  const known = new Map<Room, Known>();
  return (room) => {
    const found = known.get(room);
    if (found) return found;
    known.set(room, 'coming');
    void fetched(addresses?.[room])
      .catch((): Known => 'none')
      .then((pictures) => known.set(room, pictures));
    return 'coming';
  };
}
