import type { Component } from 'svelte';
import type { Dataset } from '../data/schema.ts';
import type { Scene, ChartModel } from './model.ts';

/** What a chart's file exports: the chart, and what can be known of it without drawing. */
export interface ChartModule<S extends Scene = Scene, R extends ChartModel = ChartModel> {
  /** As it stands in addresses; the chart's folder bears it too. */
  id: string;
  default: Component<{ scene: S }>;
  toModel: (facts: Dataset, scene: S) => R;
  /** Height a model needs at a width, in CSS pixels. */
  heightOf: (model: R, width: number) => number;
  /** Files of the dataset that it shows whole. */
  shows?: readonly (keyof Dataset)[];
}
