// Every step's picture as it stands when it is whole, drawn once while the site is written out: who goes past a picture is
// shown this one, and no browser has to draw it.
import { createHash } from 'node:crypto';
import { render } from 'svelte/server';
import { WIDTHS } from '#charts/context.ts';
import Picture from '#charts/Picture.svelte';
import { facts } from '#facts/index.ts';
import { story } from '#story/index.ts';
import { drawingIn } from '#story/cards/sheet.ts';
import type { Section } from '#story/section.ts';
import type { Room } from './wholes.ts';

/** A file with a section's pictures for a room, named by its content: an SVG a step. */
interface Pictures {
  file: string;
  text: string;
}

function picturesFor(section: Section, room: Room): Pictures {
  const width = room === 'beside' ? WIDTHS[1] : room;
  const drawn = section.steps.map(({ chart, scene, heights }) => {
    const height = (room === 'beside' ? section.height : heights[width]) ?? null;
    const props = { Chart: chart.default, facts, scene, width, height };
    return drawingIn(render(Picture, { props }).body);
  });
  const text = JSON.stringify(drawn);
  const sum = createHash('sha256').update(text).digest('hex').slice(0, 8);
  return { file: `${section.id}-${room}.${sum}.json`, text };
}

/** The story's pictures, by section and by the room they stand in. */
export const pictures: ReadonlyMap<Section, Readonly<Record<Room, Pictures>>> = new Map(
  story.map((section) => [
    section,
    {
      288: picturesFor(section, 288),
      480: picturesFor(section, 480),
      beside: picturesFor(section, 'beside'),
    },
  ]),
);
