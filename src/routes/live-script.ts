import { readFileSync } from 'node:fs';
import { dev } from '$app/environment';
import { asset } from '$app/paths';

/** Written by `vite build --mode live`, which `npm run build` runs first. */
const MANIFEST = 'static/live/.vite/manifest.json';

/**
 * Address of the script that brings the story to life: its source while developing, the built bundle after.
 * To be asked for while a page is being rendered: the address is relative to that page.
 * @throws Error where the bundle has not been built
 */
export function liveScript(): string {
  if (dev) return '/src/routes/live.svelte.ts';
  const file = /"file":\s*"([^"]*\/live\.[^"]+)"/.exec(readFileSync(MANIFEST, 'utf8'))?.[1];
  if (file === undefined) throw new Error(`${MANIFEST} names no entry`);
  return asset(`/live/${file}`);
}
