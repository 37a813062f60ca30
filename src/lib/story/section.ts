import type { Component } from 'svelte';
import type { ChartModule } from '$lib/charts/chart.ts';
import { WIDTHS } from '$lib/charts/context.ts';
import { facts } from '$lib/data/dataset.ts';
import { capitalize, fillTemplate } from '$lib/data/format.ts';
import type { Scene, ChartModel } from '$lib/charts/model.ts';

/** A scene of another chart than its section's, with that chart. */
export interface ForeignScene {
  chart: ChartModule;
  scene: Scene;
}

/** A scene for a step that needs another chart than its section's. The two must fit. */
export const withChart = <S extends Scene, R extends ChartModel>(
  chart: ChartModule<S, R>,
  scene: S,
): ForeignScene => ({
  // From here on a scene and its chart travel together, so that the pair stays of one kind.
  chart: chart as unknown as ChartModule,
  scene,
});

/** A step: a published id, its scene and the chart that draws it, and that scene's model and heights at both widths. */
export interface StoryStep {
  id: string;
  /** A few words, from its id: `half-firm` is “Half firm”. */
  name: string;
  chart: ChartModule;
  scene: Scene;
  model: ChartModel;
  heights: Record<number, number>;
}

/** A section: a chart and its steps. */
export interface Section {
  id: string;
  title: string;
  question: string;
  opening: string;
  /** Ids of the facts that the opening evidenceIds on, with spaces between. */
  evidenceIds?: string;
  /** The chart's file name, by which a page finds it. */
  chart: ChartModule;
  /** What the chart is called in lists. */
  picture: string;
  /** The section's prose: one `Step` for every scene, in the same order. */
  Prose: Component;
  steps: StoryStep[];
  /** The step whose picture stands for the section where nothing moves. */
  still: StoryStep;
  /** Height that holds every picture of the section at the wide layout, in CSS pixels. */
  height: number;
  /** Questions for a class. */
  ask: readonly string[];
}

/** Words that keep their own spelling in a step's name. */
const NAME_OVERRIDES = [
  [/\bmet\b/, 'Met'],
  [/\bjune\b/, 'June'],
  [/^lock in$/, 'lock-in'],
  [/^another project$/, 'the staff pilot'],
  [/^not a reply$/, 'a list that week'],
  [/^broken rules$/, 'buying rules'],
] as const;

/** A step's name from its id: `threshold--half-firm` is “Half firm”. */
const nameOf = (id: string): string =>
  capitalize(
    NAME_OVERRIDES.reduce(
      (text, [word, spelt]) => text.replace(word, spelt),
      (id.split('--')[1] ?? id).replaceAll('-', ' '),
    ),
  );

const isElsewhere = (scene: Scene | ForeignScene): scene is ForeignScene => 'chart' in scene;

/**
 * A section from its parts. The scenes must fit the chart; ids are published and never change.
 * @throws RangeError where a scene or a sentence evidenceIds on a fact that is not in the record
 */
export function section<S extends Scene, R extends ChartModel>(parts: {
  id: string;
  title: string;
  question: string;
  opening: string;
  evidenceIds?: string;
  chart: ChartModule<S, R>;
  picture: string;
  Prose: Component;
  scenes: Readonly<Record<string, S | ForeignScene>>;
  still?: string;
  ask: readonly string[];
}): Section {
  const { scenes, still } = parts;
  const own = parts.chart as unknown as ChartModule;
  const steps = Object.entries(scenes).map(([id, given]): StoryStep => {
    const { chart, scene } = isElsewhere(given) ? given : { chart: own, scene: given };
    const model = chart.toModel(facts, scene);
    const heights = Object.fromEntries(WIDTHS.map((width) => [width, chart.heightOf(model, width)]));
    const name = nameOf(id);
    return { id, name, chart, scene, model, heights };
  });
  const stillStep = steps.find((step) => step.id === still) ?? steps.at(-1);
  if (!stillStep) throw new RangeError(`section "${parts.id}" has no scenes`);
  return {
    ...parts,
    title: capitalize(fillTemplate(facts, parts.title)),
    question: capitalize(fillTemplate(facts, parts.question)),
    opening: capitalize(fillTemplate(facts, parts.opening)),
    chart: own,
    steps,
    still: stillStep,
    height: Math.max(...steps.map((step) => step.heights[WIDTHS[1]] ?? 0)),
  };
}
