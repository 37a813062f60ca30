import { charts } from '$lib/story/story-charts.ts';
import { rootPackage } from '$lib/server/downloads/index.ts';

export const prerender = true;

/** All data of the site as one package, for programs that take such packages. */
export const GET = (): Response =>
  new Response(rootPackage(charts), { headers: { 'Content-Type': 'application/json' } });
