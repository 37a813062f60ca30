import { error, type RequestHandler } from '@sveltejs/kit';
import { storyData } from '$lib/server/page-data.ts';

export const prerender = true;

const data = storyData();
export const entries = () => [{ file: data.file }];

/** What the story hands to its script, beside the page: no reader waits for it before there are words. */
export const GET: RequestHandler = ({ params }) => {
  if (params.file !== data.file) error(404);
  return new Response(data.text, { headers: { 'Content-Type': 'application/json' } });
};
