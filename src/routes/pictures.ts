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

/** A file with the story's pictures for a room, named by its content: section → an SVG a step. */
interface Pictures {
  file: string;
  text: string;
}

const drawnFor = ({ steps, height: tall }: Section, room: Room): string[] =>
  steps.map(({ chart, scene, heights }) => {
    const width = room === 'beside' ? WIDTHS[1] : room;
    const height = (room === 'beside' ? tall : heights[width]) ?? null;
    const props = { Chart: chart.default, facts, scene, width, height };
    return drawingIn(render(Picture, { props }).body);
  });

function picturesFor(room: Room): Pictures {
  const text = JSON.stringify(
    Object.fromEntries(story.map((section) => [section.id, drawnFor(section, room)])),
  );
  const sum = createHash('sha256').update(text).digest('hex').slice(0, 8);
  return { file: `pictures-${room}.${sum}.json`, text };
}

/** The story's pictures, by the room they stand in. */
export const pictures: Readonly<Record<Room, Pictures>> = {
  288: picturesFor(288),
  480: picturesFor(480),
  beside: picturesFor('beside'),
};
