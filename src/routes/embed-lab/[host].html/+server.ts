import { error } from '@sveltejs/kit';
import { LISTENER } from '$lib/server/embed-script.ts';
import { withPolicy } from '$lib/server/csp.ts';
import { hostPage, hosts } from '$lib/embed/lab/hosts.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

/** Returns one entry for every host. */
export const entries: EntryGenerator = () => hosts.map(({ id }) => ({ host: id }));

/** Returns a host of the embed lab as a standalone page, without this site's layout. */
export const GET: RequestHandler = ({ params }) => {
  const host = hosts.find(({ id }) => id === params.host);
  if (!host) error(404, 'no such host');
  return new Response(withPolicy('host', hostPage(host, `../${LISTENER}`)), {
    headers: { 'Content-Type': 'text/html' },
  });
};
