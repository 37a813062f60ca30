import { createContext } from 'svelte';

/** The pages of the record that hold rows: a row stands on one of them, once. */
export type RecordPage = 'claims' | 'sources' | 'glossary' | 'methods' | 'corrections';

/** The page of the record that is being written: a link to its own rows keeps the reader on it. */
export const [getPage, setPage] = createContext<RecordPage>();
