import { render } from 'svelte/server';
import type { WIDTHS } from '#charts/context.ts';
import Picture from '#charts/Picture.svelte';
import { facts } from '#facts/index.ts';
import type { Facts } from '#facts/schema.ts';
import { drawingIn } from '#story/cards/sheet.ts';
import type { StepOf } from '#story/section.ts';

/** A picture as the server draws it: the SVG alone, without the markers that hydration leaves. */
export function pictureOf(step: StepOf, width: (typeof WIDTHS)[number], record: Facts = facts): string {
  const { body } = render(Picture, {
    props: { Chart: step.chart.default, facts: record, scene: step.scene, width },
  });
  return drawingIn(body);
}
