import { createContext, type Snippet } from 'svelte';
import type { Evidence } from '$lib/data/schema.ts';
import type { Section, StoryStep } from './section.ts';

/** What a citation opens: how sure we are, and the sources. */
export interface Card {
  id: string;
  evidence: Evidence | null;
  sources: readonly string[];
}

/** The section around a piece of prose, and the cards and terms that its prose opens, gathered while it is written out. */
export const [getSection, setSection] = createContext<{
  section: Section;
  cards: Map<string, Card>;
  /** Sources that the page rests on, so far. */
  cited: Set<string>;
  terms: Set<string>;
  /** A step's still picture, on a page where nothing moves and every step has one. */
  still?: Snippet<[StoryStep]>;
}>();

/** Where the site lies, seen from the page that is being written: no slash at the end. */
export const [getBasePath, setBasePath] = createContext<string>();
