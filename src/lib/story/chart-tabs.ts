import type { Component } from 'svelte';
import type { Dataset } from '$lib/data/schema.ts';
import type { Scene, ChartModel } from '$lib/charts/model.ts';

/** The three ways to read a chart. */
export const TABS = ['chart', 'table', 'text'] as const;
export type Tab = (typeof TABS)[number];

/** A chart as a chart sheet needs it. */
export interface Drawn {
  default: Component<{ scene: Scene }>;
  toModel: (facts: Dataset, scene: Scene) => ChartModel;
}

/** The props of a chart sheet. */
export type SheetProps = {
  /** The chart's id, and its name. */
  id: string;
  about: string;
  chart: Drawn;
  facts: Dataset;
  scene: Scene;
  /** The publishers of the scene's sources. */
  source: string;
  /** Index of the step, from 0, and the number of steps. */
  at: number;
  of: number;
  /** URL of the page that lists every fact under its id. */
  record: string;
  tab: Tab;
  /** Callbacks set by the script. Without a script the sheet has no controls. */
  turn?: ((index: number) => void) | null;
  choose?: ((tab: Tab) => void) | null;
  reveal?: (() => void) | null;
};

/** The data that a page passes to the script that hydrates its chart sheet. */
export interface SheetData {
  /** The chart's id, and its name. */
  id: string;
  about: string;
  /** The rows of the dataset that its charts show. */
  facts: Dataset;
  /** URL of the page that lists every fact under its id. */
  record: string;
  /** Index of the step that the server rendered. */
  still: number;
  steps: { id: string; scene: unknown; source: string }[];
}

/** Returns the props for both the server render and hydration, which must be equal. */
export const stillProps = (data: SheetData, chart: Drawn): SheetProps => ({
  id: data.id,
  about: data.about,
  chart,
  facts: data.facts,
  // Our own page wrote this from a scene of this chart.
  scene: data.steps[data.still]?.scene as Scene,
  source: data.steps[data.still]?.source ?? '',
  at: data.still,
  of: data.steps.length,
  record: data.record,
  tab: 'chart',
});
