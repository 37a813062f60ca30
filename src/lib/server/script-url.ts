import { readFileSync, readdirSync } from 'node:fs';
import { dev } from '$app/environment';
import { asset } from '$app/paths';

/** Written by `vite build --mode live`, which `npm run build` runs first. */
const MANIFEST = 'static/live/.vite/manifest.json';
/** Written by `scripts/embeds.mjs`, which runs after it. */
const EMBEDS = 'static/live/embed';

/**
 * Address of a script that pages load: `story` brings the story to life, `page` serves every other page,
 * `chart-page` a chart's own. Its source while developing, the built bundle after. To be asked for while a page is being rendered: the address is
 * relative to that page.
 * @throws Error where the bundle has not been built
 */
export function scriptUrl(name: 'story' | 'page' | 'chart-page'): string {
  if (dev) return `/src/client/${name}.ts`;
  const built = JSON.parse(readFileSync(MANIFEST, 'utf8')) as Record<string, { file: string }>;
  const file = built[`src/client/${name}.ts`]?.file;
  if (file === undefined) throw new Error(`${MANIFEST} names no entry "${name}"`);
  return asset(`/live/${file}`);
}

/**
 * Address of the one classic script of a chart's embed: named by the chart and by its content. While developing there
 * is none, and an embed is what it is without a script.
 * @throws Error where it has not been built
 */
export function embedScript(id: string): string | undefined {
  if (dev) return undefined;
  const file = readdirSync(EMBEDS).find((name) => name.startsWith(`${id}.`));
  if (file === undefined) throw new Error(`${EMBEDS} has no script for the chart "${id}"`);
  return asset(`/live/embed/${file}`);
}
