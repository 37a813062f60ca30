import { createContext, type Snippet } from 'svelte';
import type { Evidence } from '$lib/data/schema.ts';
import type { Section, StoryStep } from './section.ts';

/** The card that a citation opens: the evidence label and the sources. */
export interface Card {
  id: string;
  evidence: Evidence | null;
  sources: readonly string[];
}

/** The current section, with the cards and terms of its prose, collected while it is rendered. */
export const [getSection, setSection] = createContext<{
  section: Section;
  cards: Map<string, Card>;
  /** Ids of the sources that the page has cited so far. */
  cited: Set<string>;
  terms: Set<string>;
  /** Renders a step's still chart, on pages where nothing is animated and every step has a chart. */
  still?: Snippet<[StoryStep]>;
}>();

/** Path from the page being rendered to the root of the site, without a trailing slash. */
export const [getBasePath, setBasePath] = createContext<string>();
