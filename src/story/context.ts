import { createContext } from 'svelte';
import type { Section } from './section.ts';

/** The section around a piece of prose, and the sources it has cited and the terms it has used so far. */
export const [getSection, setSection] = createContext<{
  section: Section;
  cited: Set<string>;
  terms: Set<string>;
}>();

/** Where the site lies, seen from the page that is being written: no slash at the end. */
export const [getHome, setHome] = createContext<string>();
