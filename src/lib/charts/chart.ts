import type { Component } from 'svelte';
import type { Dataset } from '../data/schema.ts';
import type { Scene, ChartModel } from './model.ts';

/** The exports of a chart's module: the component, and functions that need no drawing. */
export interface ChartModule<S extends Scene = Scene, R extends ChartModel = ChartModel> {
  /** The id used in addresses; also the name of the chart's folder. */
  id: string;
  default: Component<{ scene: S }>;
  toModel: (facts: Dataset, scene: S) => R;
  /** Returns the height a model needs at a width, both in CSS pixels. */
  heightOf: (model: R, width: number) => number;
  /** Files of the dataset that the chart shows completely. */
  shows?: readonly (keyof Dataset)[];
}
