import { error } from '@sveltejs/kit';
import { charts } from '$lib/story/story-charts.ts';
import type { PageServerLoad } from './$types';

// Found by following links from the gallery; a list of entries would make the framework ship its client for all pages.
export const load: PageServerLoad = ({ params }) => {
  if (!charts.some(({ id }) => id === params.id)) error(404, 'no such chart');
  return { id: params.id };
};
