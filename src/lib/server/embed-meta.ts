import heights from '#config/embed-heights.json';
import type { Embedded } from '$lib/embed/snippet.ts';
import type { StoryChart } from '$lib/story/story-charts.ts';
import { siteUrl } from './site-url.ts';

/**
 * Returns the heights of every step's embed in CSS pixels, at the snippet's width, as measured by `npm run
 * embeds:measure`.
 */
export const heightsOf = ({ steps }: StoryChart): Record<string, number> => {
  const all: Readonly<Record<string, number>> = heights;
  return Object.fromEntries(steps.map(({ id }) => [id, all[id] ?? 600]));
};

/** Returns a chart as an embed: with absolute URLs and the height of its still. */
export const embedded = (chart: StoryChart): Embedded => ({
  site: siteUrl(),
  id: chart.id,
  picture: chart.picture,
  height: heightsOf(chart)[chart.still.id] ?? 600,
});
