import { error } from '@sveltejs/kit';
import { getById } from '$lib/data/lookup.ts';
import { oembedOf } from '$lib/embed/snippet.ts';
import { charts } from '$lib/story/story-charts.ts';
import { embedded } from '$lib/server/embed-meta.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

/** Returns one entry for every chart. */
export const entries: EntryGenerator = () => charts.map(({ id }) => ({ id }));

/** Returns the oEmbed 1.0 response for a chart. */
export const GET: RequestHandler = ({ params }) => {
  if (!charts.some(({ id }) => id === params.id)) error(404, 'no such chart');
  return new Response(`${JSON.stringify(oembedOf(embedded(getById(charts, params.id))), null, 2)}\n`, {
    headers: { 'Content-Type': 'application/json' },
  });
};
