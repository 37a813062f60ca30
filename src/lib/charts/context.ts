import { createContext } from 'svelte';
import type { Dataset } from '$lib/data/schema.ts';

/** The two layout widths of every chart, in CSS pixels: text is never scaled. */
export const WIDTHS = [288, 480] as const;

/** The space available to a chart. */
export interface Frame {
  width: (typeof WIDTHS)[number];
  /** A height for all scenes, in CSS pixels; `null` to fit each scene. */
  height: number | null;
}

/** The dataset a chart draws from. */
export const [getFacts, setFacts] = createContext<() => Dataset>();
/** The space available to a chart. */
export const [getFrame, setFrame] = createContext<() => Frame>();
