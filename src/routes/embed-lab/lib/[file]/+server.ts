import { readFileSync } from 'node:fs';
import { error } from '@sveltejs/kit';
import { LIBRARIES } from '$lib/embed/lab/hosts.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

/** Returns every library that a host of the embed lab runs. */
export const entries: EntryGenerator = () => Object.keys(LIBRARIES).map((file) => ({ file }));

/** Returns a host's real library unchanged, preceded by its name, version and licence. */
export const GET: RequestHandler = ({ params }) => {
  const library = LIBRARIES[params.file];
  if (!library) error(404, 'no such library');
  const folder = `node_modules/${library.package}`;
  const about = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8')) as Record<string, unknown>;
  const code = readFileSync(`${folder}/${library.file}`, 'utf8').replace(/^\/\/# sourceMappingURL=.*$/m, '');
  return new Response(
    `/*! ${library.package} ${String(about['version'])}, ${String(about['license'])} */\n${code}`,
    { headers: { 'Content-Type': 'text/javascript' } },
  );
};
