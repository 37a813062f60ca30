import { createContext } from 'svelte';

/** The reference pages that hold rows of the dataset. Each row is on exactly one of them. */
export type RecordPage = 'claims' | 'sources' | 'glossary' | 'methods' | 'corrections';

/** The reference page being rendered. Links to rows on the same page can omit its address. */
export const [getPage, setPage] = createContext<RecordPage>();
