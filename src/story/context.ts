import { createContext } from 'svelte';
import type { Section } from './section.ts';

/** The section around a piece of prose, and the sources its prose has cited so far. */
export const [getSection, setSection] = createContext<{ section: Section; cited: Set<string> }>();
