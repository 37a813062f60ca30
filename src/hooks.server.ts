import { readFileSync } from 'node:fs';
import { building } from '$app/environment';
import type { Handle } from '@sveltejs/kit';
import { withPolicy } from '$lib/server/csp.ts';
import { withoutMarkers, withoutNotes, withStyles } from '$lib/server/postprocess-html.ts';

/** Returns the text of a built style sheet. The client build runs before the pages are prerendered. */
const built = (file: string): string => readFileSync(`.svelte-kit/output/client/${file}`, 'utf8');

/**
 * Post-processes each page. Embeds are marked with `data-embed` and do not preload fonts. Prerendered pages
 * are made smaller and get a Content Security Policy; the development server's pages do not, because it
 * injects scripts and styles of its own.
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
