import { createContext } from 'svelte';
import type { Section } from './section.ts';

/** The section around a piece of prose, and the sources its prose has cited so far. */
export const [getSection, setSection] = createContext<{ section: Section; cited: Set<string> }>();

/** Where the site lies, seen from the page that is being written: no slash at the end. */
export const [getHome, setHome] = createContext<string>();
