import { createContext } from 'svelte';
import type { Dataset } from '$lib/data/schema.ts';

/** The two widths every picture is laid out for, in CSS pixels: text is never scaled between them. */
export const WIDTHS = [288, 480] as const;

/** The room a chart draws in. */
export interface Frame {
  width: (typeof WIDTHS)[number];
  /** A height to keep through all scenes, in CSS pixels; `null` for as much as the scene needs. */
  height: number | null;
}

/** The record a chart draws from. */
export const [getFacts, setFacts] = createContext<() => Dataset>();
/** The room a chart draws in. */
export const [getFrame, setFrame] = createContext<() => Frame>();
