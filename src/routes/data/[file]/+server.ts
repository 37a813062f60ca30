import { error } from '@sveltejs/kit';
import { charts } from '$lib/story/story-charts.ts';
import { filesOf } from '$lib/server/downloads/index.ts';
import { siteUrl } from '$lib/server/site-url.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

/** Input for `scripts/archives.mjs`, which builds the archives and then deletes this file. */
const ARCHIVES = 'archives.json';
const TYPES: Readonly<Record<string, string>> = { csv: 'text/csv; charset=utf-8', json: 'application/json' };
const made = filesOf(charts, siteUrl());
const files: Readonly<Record<string, string>> = { ...made.files, [ARCHIVES]: JSON.stringify(made.archives) };

/** Returns every file of every chart. */
export const entries: EntryGenerator = () => Object.keys(files).map((file) => ({ file }));

/** Returns the rows of a chart, or of one step, as a download. */
export const GET: RequestHandler = ({ params }) => {
  const text = files[params.file];
  if (text === undefined) error(404, 'no such file');
  return new Response(text, {
    headers: { 'Content-Type': TYPES[params.file.split('.').at(-1) ?? ''] ?? 'text/plain' },
  });
};
