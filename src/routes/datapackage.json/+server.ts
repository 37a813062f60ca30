import { charts } from '#story/charts.ts';
import { rootPackage } from '#story/downloads/index.ts';

export const prerender = true;

/** All data of the site as one package, for programs that take such packages. */
export const GET = (): Response =>
  new Response(rootPackage(charts), { headers: { 'Content-Type': 'application/json' } });
