import { error } from '@sveltejs/kit';
import { charts } from '$lib/story/story-charts.ts';
import type { PageServerLoad } from './$types';

// The crawler finds these pages through the gallery. With an `entries` list, SvelteKit would ship its client
// for all pages.
export const load: PageServerLoad = ({ params }) => {
  if (!charts.some(({ id }) => id === params.id)) error(404, 'no such chart');
  return { id: params.id };
};
