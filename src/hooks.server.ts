import type { Handle } from '@sveltejs/kit';

/** The two cuts that the first screen is set in; the others may come when they come. */
const FIRST = /besley-latin-800-normal|next-latin-400-normal/;

/**
 * While pages are written out: which files a browser should fetch before it has read the style sheet, and which pages
 * stand in a frame on somebody's page. Those take no background, no storage and no fonts.
 */
export const handle: Handle = ({ event, resolve }) => {
  const isEmbed = event.route.id?.startsWith('/embed/') === true;
  return resolve(event, {
    preload: ({ type, path }) => type !== 'font' || (!isEmbed && FIRST.test(path)),
    transformPageChunk: ({ html }) =>
      isEmbed ? html.replace('<html lang="en-GB">', '<html lang="en-GB" data-embed>') : html,
  });
};
