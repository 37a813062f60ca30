import { error } from '@sveltejs/kit';
import { LISTENER } from '$lib/server/embed-script.ts';
import { withPolicy } from '$lib/server/csp.ts';
import { hostPage, hosts } from '$lib/embed/lab/hosts.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

/** One page for every host. */
export const entries: EntryGenerator = () => hosts.map(({ id }) => ({ host: id }));

/** A host of the lab: a page of its own, with nothing of this site around it. */
export const GET: RequestHandler = ({ params }) => {
  const host = hosts.find(({ id }) => id === params.host);
  if (!host) error(404, 'no such host');
  return new Response(withPolicy('host', hostPage(host, `../${LISTENER}`)), {
    headers: { 'Content-Type': 'text/html' },
  });
};
