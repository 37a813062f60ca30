import { render } from 'svelte/server';
import type { WIDTHS } from '$lib/charts/context.ts';
import Picture from '$lib/charts/ChartSvg.svelte';
import { facts } from '$lib/data/dataset.ts';
import type { Dataset } from '$lib/data/schema.ts';
import { drawingIn } from '$lib/server/social-cards/svg-text.ts';
import type { StoryStep } from '$lib/story/section.ts';

/** Returns the SVG of a picture as the server renders it, without hydration markers. */
export function pictureOf(step: StoryStep, width: (typeof WIDTHS)[number], record: Dataset = facts): string {
  const { body } = render(Picture, {
    props: { Chart: step.chart.default, facts: record, scene: step.scene, width },
  });
  return drawingIn(body);
}
