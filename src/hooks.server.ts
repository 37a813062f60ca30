import { building } from '$app/environment';
import type { Handle } from '@sveltejs/kit';
import { withPolicy } from './routes/policy.ts';

/** The two cuts that the first screen is set in; the others may come when they come. */
const FIRST = /besley-latin-800-normal|next-latin-400-normal/;

/**
 * While pages are written out: which files a browser should fetch before it has read the style sheet, and which pages
 * stand in a frame on somebody's page. Those take no background, no storage and no fonts. And what each page may run; a
 * server for developers puts scripts and styles of its own into it.
 */
export const handle: Handle = ({ event, resolve }) => {
  const isEmbed = event.route.id?.startsWith('/embed/') === true;
  return resolve(event, {
    preload: ({ type, path }) => type !== 'font' || (!isEmbed && FIRST.test(path)),
    transformPageChunk: ({ html }) => {
      const page = isEmbed ? html.replace('<html lang="en-GB">', '<html lang="en-GB" data-embed>') : html;
      return building ? withPolicy(isEmbed ? 'embed' : 'own', page) : page;
    },
  });
};
