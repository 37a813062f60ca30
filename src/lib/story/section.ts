import type { Component } from 'svelte';
import type { ChartModule } from '$lib/charts/chart.ts';
import { WIDTHS } from '$lib/charts/context.ts';
import { facts } from '$lib/data/dataset.ts';
import { capitalize, fillTemplate } from '$lib/data/format.ts';
import type { Scene, ChartModel } from '$lib/charts/model.ts';

/** A scene together with its chart, for a chart other than the section's own. */
export interface ForeignScene {
  chart: ChartModule;
  scene: Scene;
}

/**
 * Returns a scene for a step that uses a chart other than its section's. The types ensure that the two match.
 */
export const withChart = <S extends Scene, R extends ChartModel>(
  chart: ChartModule<S, R>,
  scene: S,
): ForeignScene => ({
  // The types no longer link scene and chart from here on, so the pair is kept together.
  chart: chart as unknown as ChartModule,
  scene,
});

/**
 * A step: a published id, its scene and chart, and the scene's model and its heights at both widths, in CSS
 * pixels.
 */
export interface StoryStep {
  id: string;
  /** A short name derived from the id: `half-firm` becomes “Half firm”. */
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
  /** Ids, separated by spaces, of the facts that support the opening. */
  evidenceIds?: string;
  /** The section's default chart. Its id is its file name, by which a page loads it. */
  chart: ChartModule;
  /** The chart's name in lists. */
  picture: string;
  /** The section's prose: one `Step` for every scene, in the same order. */
  Prose: Component;
  steps: StoryStep[];
  /** The step whose chart represents the section in the static layout. */
  still: StoryStep;
  /** Height that fits every chart of the section at the wide width, in CSS pixels. */
  height: number;
  /** Discussion questions for a class. */
  ask: readonly string[];
}

/** Spellings that `nameOf` could not derive from an id. */
const NAME_OVERRIDES = [
  [/\bmet\b/, 'Met'],
  [/\bjune\b/, 'June'],
  [/^lock in$/, 'lock-in'],
  [/^another project$/, 'the staff pilot'],
  [/^not a reply$/, 'a list that week'],
  [/^broken rules$/, 'buying rules'],
] as const;

/** Returns a step's name from its id: `threshold--half-firm` becomes “Half firm”. */
const nameOf = (id: string): string =>
  capitalize(
    NAME_OVERRIDES.reduce(
      (text, [word, spelt]) => text.replace(word, spelt),
      (id.split('--')[1] ?? id).replaceAll('-', ' '),
    ),
  );

const isElsewhere = (scene: Scene | ForeignScene): scene is ForeignScene => 'chart' in scene;

/**
 * Builds a section from its parts. The scenes must fit the chart. Ids are published and must never change.
 * @throws RangeError if a scene or a text refers to a fact that is not in the dataset, or if there are no
 * scenes
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
