import { error, type RequestHandler } from '@sveltejs/kit';
import { storyData } from '../../../shown.ts';

export const prerender = true;
export const entries = () => [{ file: storyData().file }];

/** What the story hands to its script, beside the page: no reader waits for it before there are words. */
export const GET: RequestHandler = ({ params }) => {
  const { file, text } = storyData();
  if (params.file !== file) error(404);
  return new Response(text, { headers: { 'Content-Type': 'application/json' } });
};
