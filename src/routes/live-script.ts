import { readFileSync } from 'node:fs';
import { dev } from '$app/environment';
import { asset } from '$app/paths';

/** Written by `vite build --mode live`, which `npm run build` runs first. */
const MANIFEST = 'static/live/.vite/manifest.json';

/**
 * Address of a script that pages load: `live` brings the story to life, `read` serves the pages of the record. Its
 * source while developing, the built bundle after. To be asked for while a page is being rendered: the address is
 * relative to that page.
 * @throws Error where the bundle has not been built
 */
export function liveScript(name: 'live' | 'read'): string {
  if (dev) return `/src/routes/${name}.ts`;
  const built = JSON.parse(readFileSync(MANIFEST, 'utf8')) as Record<string, { file: string }>;
  const file = built[`src/routes/${name}.ts`]?.file;
  if (file === undefined) throw new Error(`${MANIFEST} names no entry "${name}"`);
  return asset(`/live/${file}`);
}
