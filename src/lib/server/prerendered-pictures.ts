// Every step's picture as it stands when it is whole, drawn once while the site is written out: who goes past a picture is
// shown this one, and no browser has to draw it.
import { createHash } from 'node:crypto';
import { render } from 'svelte/server';
import { WIDTHS } from '$lib/charts/context.ts';
import ChartSvg from '$lib/charts/ChartSvg.svelte';
import { facts } from '$lib/data/dataset.ts';
import { story } from '$lib/story/index.ts';
import { drawingIn } from './social-cards/svg-text.ts';
import type { Section } from '$lib/story/section.ts';
import type { Room } from '../../client/picture-cache.ts';

/** A file of the story's data, named by its content. */
interface DataFile {
  file: string;
  text: string;
}

export function dataFile(name: string, data: unknown): DataFile {
  const text = JSON.stringify(data);
  return { file: `${name}.${createHash('sha256').update(text).digest('hex').slice(0, 8)}.json`, text };
}

const drawnFor = ({ steps, height: tall }: Section, room: Room): string[] =>
  steps.map(({ chart, scene, heights }) => {
    const width = room === 'beside' ? WIDTHS[1] : room;
    const height = (room === 'beside' ? tall : heights[width]) ?? null;
    const props = { Chart: chart.default, facts, scene, width, height };
    return drawingIn(render(ChartSvg, { props }).body);
  });

/** The story's pictures for a room: section → an SVG a step. */
const picturesFor = (room: Room): DataFile =>
  dataFile(
    `pictures-${room}`,
    Object.fromEntries(story.map((section) => [section.id, drawnFor(section, room)])),
  );

/** The story's pictures, by the room they stand in. */
export const pictures: Readonly<Record<Room, DataFile>> = {
  288: picturesFor(288),
  480: picturesFor(480),
  beside: picturesFor('beside'),
};
