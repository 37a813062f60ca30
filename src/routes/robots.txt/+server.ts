import { absolute } from '$lib/server/site-url.ts';

export const prerender = true;

/** Returns a robots.txt that allows everything. */
export const GET = (): Response =>
  new Response(`User-agent: *\nAllow: /\n\nSitemap: ${absolute('sitemap.xml')}\n`, {
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  });
