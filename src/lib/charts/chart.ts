import type { Component } from 'svelte';
import type { Facts } from '../data/schema.ts';
import type { Scene, Series } from './model.ts';

/** What a chart's file exports: the chart, and what can be known of it without drawing. */
export interface ChartModule<S extends Scene = Scene, R extends Series = Series> {
  /** As it stands in addresses; the chart's folder bears it too. */
  id: string;
  default: Component<{ scene: S }>;
  seriesOf: (facts: Facts, scene: S) => R;
  /** Height a series needs at a width, in CSS pixels. */
  heightOf: (series: R, width: number) => number;
  /** Files of the dataset that it shows whole. */
  shows?: readonly (keyof Facts)[];
}
