import { charts } from '$lib/story/story-charts.ts';
import { rootPackage } from '$lib/server/downloads/index.ts';

export const prerender = true;

/** Returns all data of the site as one Data Package. */
export const GET = (): Response =>
  new Response(rootPackage(charts), { headers: { 'Content-Type': 'application/json' } });
