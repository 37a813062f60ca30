import { readFileSync, readdirSync } from 'node:fs';
import { dev } from '$app/environment';
import { asset } from '$app/paths';

/** Written by `vite build --mode live`, which `npm run build` runs first. */
const MANIFEST = 'static/live/.vite/manifest.json';
/** Written by `scripts/embeds.mjs`, which runs after that build. */
const EMBEDS = 'static/live/embed';

/**
 * Returns the URL of a page script: `story` for the story, `chart-page` for a chart's own page, `page` for
 * every other page. In development this is the source, otherwise the built bundle. Call it only while
 * rendering a page, because the URL is relative to that page.
 * @throws Error if the bundle has not been built
 */
export function scriptUrl(name: 'story' | 'page' | 'chart-page'): string {
  if (dev) return `/src/client/${name}.ts`;
  const built = JSON.parse(readFileSync(MANIFEST, 'utf8')) as Record<string, { file: string }>;
  const file = built[`src/client/${name}.ts`]?.file;
  if (file === undefined) throw new Error(`${MANIFEST} names no entry "${name}"`);
  return asset(`/live/${file}`);
}

/**
 * Returns the URL of the classic script of a chart's embed, named by the chart and a content hash. Undefined
 * in development, where embeds work without a script.
 * @throws Error if the script has not been built
 */
export function embedScript(id: string): string | undefined {
  if (dev) return undefined;
  const file = readdirSync(EMBEDS).find((name) => name.startsWith(`${id}.`));
  if (file === undefined) throw new Error(`${EMBEDS} has no script for the chart "${id}"`);
  return asset(`/live/embed/${file}`);
}
