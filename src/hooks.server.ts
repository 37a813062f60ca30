import { readFileSync } from 'node:fs';
import { building } from '$app/environment';
import type { Handle } from '@sveltejs/kit';
import { withPolicy } from '$lib/server/csp.ts';
import { withoutMarkers, withoutNotes, withStyles } from '$lib/server/postprocess-html.ts';

/** A style sheet of the site, which has been built by the time its pages are. */
const built = (file: string): string => readFileSync(`.svelte-kit/output/client/${file}`, 'utf8');

/**
 * While pages are written out: which files a browser should fetch before it has read the style sheet, and which pages
 * stand in a frame on somebody's page. Those take no background, no storage and no fonts. And what each page may run; a
 * server for developers puts scripts and styles of its own into it.
 */
export const handle: Handle = ({ event, resolve }) => {
  const isEmbed = event.route.id?.startsWith('/embed/') === true;
  return resolve(event, {
    preload: ({ type }) => type !== 'font' || !isEmbed,
    transformPageChunk: ({ html }) => {
      const page = isEmbed ? html.replace('<html lang="en-GB">', '<html lang="en-GB" data-embed>') : html;
      if (!building) return page;
      const light = withoutNotes(withoutMarkers(page));
      return isEmbed ? withPolicy('embed', light) : withPolicy('own', withStyles(light, built));
    },
  });
};
