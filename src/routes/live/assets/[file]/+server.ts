import { error, type RequestHandler } from '@sveltejs/kit';
import { storyData } from '$lib/server/page-data.ts';

export const prerender = true;

const data = storyData();
export const entries = () => [{ file: data.file }];

/**
 * Returns the data of the story's script. A separate file, so that the text of the page can be shown before
 * it arrives.
 */
export const GET: RequestHandler = ({ params }) => {
  if (params.file !== data.file) error(404);
  return new Response(data.text, { headers: { 'Content-Type': 'application/json' } });
};
