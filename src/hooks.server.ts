import type { Handle } from '@sveltejs/kit';

/** The two cuts that the first screen is set in; the others may come when they come. */
const FIRST = /besley-latin-800-normal|next-latin-400-normal/;

/** While pages are written out: which files a browser should fetch before it has read the style sheet. */
export const handle: Handle = ({ event, resolve }) =>
  resolve(event, { preload: ({ type, path }) => type !== 'font' || FIRST.test(path) });
