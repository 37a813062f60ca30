import css from '../../../styles/app.css?raw';
import { drawings } from '$lib/server/social-cards/index.ts';

export const prerender = true;

/**
 * Returns every card and slide as an SVG, by the path of its image file. `scripts/cards.mjs` renders the
 * images and then deletes this file.
 */
export function GET(): Response {
  return new Response(JSON.stringify(drawings(css)), { headers: { 'Content-Type': 'application/json' } });
}
