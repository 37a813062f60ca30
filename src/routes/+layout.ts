/** Every page is a file; prose needs no JavaScript, and what moves is brought to life by `live.svelte.ts`. */
export const prerender = true;
export const csr = false;
export const trailingSlash = 'always';
