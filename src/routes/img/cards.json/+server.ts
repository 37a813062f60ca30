import css from '../../../styles/app.css?raw';
import { drawings } from '$lib/server/social-cards/index.ts';

export const prerender = true;

/** Every card and slide as a drawing, by the path of its picture file: `scripts/cards.mjs` makes the files, and takes this away. */
export function GET(): Response {
  return new Response(JSON.stringify(drawings(css)), { headers: { 'Content-Type': 'application/json' } });
}
