import { error, type RequestHandler } from '@sveltejs/kit';
import { pictures } from '$lib/server/prerendered-pictures.ts';
import { storyData } from '$lib/server/page-data.ts';

export const prerender = true;

const files = [storyData(), ...Object.values(pictures)];
export const entries = () => files.map(({ file }) => ({ file }));

/** What the story hands to its script, beside the page: no reader waits for it before there are words. */
export const GET: RequestHandler = ({ params }) => {
  const found = files.find(({ file }) => file === params.file);
  if (!found) error(404);
  return new Response(found.text, { headers: { 'Content-Type': 'application/json' } });
};
