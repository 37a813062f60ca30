import { error } from '@sveltejs/kit';
import { story } from '$lib/story/index.ts';
import type { PageServerLoad } from './$types';

// The crawler finds every section's page through the page for unknown addresses, which links to them all.
// With an `entries` list, SvelteKit would ship its client for all pages, because it could no longer tell that
// none needs it.
export const load: PageServerLoad = ({ params }) => {
  if (!story.some(({ id }) => id === params.section)) error(404, 'no such section');
  return { id: params.section };
};
