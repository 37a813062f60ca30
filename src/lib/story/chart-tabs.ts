import type { Component } from 'svelte';
import type { Dataset } from '$lib/data/schema.ts';
import type { Scene, ChartModel } from '$lib/charts/model.ts';

/** The three ways to read a chart. */
export const TABS = ['chart', 'table', 'text'] as const;
export type Tab = (typeof TABS)[number];

/** A chart as a sheet needs it. */
export interface Drawn {
  default: Component<{ scene: Scene }>;
  toModel: (facts: Dataset, scene: Scene) => ChartModel;
}

/** What a sheet shows. */
export type SheetProps = {
  /** The chart's id, and what it is called. */
  id: string;
  about: string;
  chart: Drawn;
  facts: Dataset;
  scene: Scene;
  /** Who published what the scene rests on. */
  source: string;
  /** Which of how many pictures this is, from 0. */
  at: number;
  of: number;
  /** Address of the page that has every fact under its id. */
  record: string;
  tab: Tab;
  /** Set by the script that answers; without one there is nothing to press. */
  turn?: ((index: number) => void) | null;
  choose?: ((tab: Tab) => void) | null;
  reveal?: (() => void) | null;
};

/** What a page hands to the script that brings its sheet to life. */
export interface SheetData {
  /** The chart's id, and what it is called. */
  id: string;
  about: string;
  /** The rows that its pictures show. */
  facts: Dataset;
  /** Address of the page that has every fact under its id. */
  record: string;
  /** Which of its steps was written out. */
  still: number;
  steps: { id: string; scene: unknown; source: string }[];
}

/** What the server writes out, and what the script begins with: both must be the same. */
export const stillProps = (data: SheetData, chart: Drawn): SheetProps => ({
  id: data.id,
  about: data.about,
  chart,
  facts: data.facts,
  // Written by our own page from a scene of this very chart.
  scene: data.steps[data.still]?.scene as Scene,
  source: data.steps[data.still]?.source ?? '',
  at: data.still,
  of: data.steps.length,
  record: data.record,
  tab: 'chart',
});
