import heights from '#config/embed-heights.json';
import type { Embedded } from '$lib/embed/snippet.ts';
import type { StoryChart } from '$lib/story/story-charts.ts';
import { siteUrl } from './site-url.ts';

/** Heights of every step's embed at the width of a snippet, as `npm run embeds:measure` found them, in CSS pixels. */
export const heightsOf = ({ steps }: StoryChart): Record<string, number> => {
  const all: Readonly<Record<string, number>> = heights;
  return Object.fromEntries(steps.map(({ id }) => [id, all[id] ?? 600]));
};

/** A chart as it is pasted into a page: absolute, and as tall as its still. */
export const embedded = (chart: StoryChart): Embedded => ({
  site: siteUrl(),
  id: chart.id,
  picture: chart.picture,
  height: heightsOf(chart)[chart.still.id] ?? 600,
});
