import { error } from '@sveltejs/kit';
import { story } from '$lib/story/index.ts';
import type { PageServerLoad } from './$types';

// Every section's page is found by following links: the page for lost addresses names them all. A list of entries here
// would make the framework ship its client for all pages, since it could no longer see that none wants one.
export const load: PageServerLoad = ({ params }) => {
  if (!story.some(({ id }) => id === params.section)) error(404, 'no such section');
  return { id: params.section };
};
