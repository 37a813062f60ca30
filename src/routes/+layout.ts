/**
 * Every page is prerendered. Prose needs no JavaScript; the scripts in `src/client` hydrate the interactive
 * parts.
 */
export const prerender = true;
export const csr = false;
export const trailingSlash = 'always';
