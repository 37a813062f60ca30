import { facts } from '$lib/data/dataset.ts';
import { datesOf } from '$lib/seo/json-ld.ts';
import { pages, xml } from '$lib/server/sitemap.ts';
import { absolute } from '$lib/server/site-url.ts';

export const prerender = true;

/** Returns every page that may be listed. The date of each is that of the last update. */
export function GET(): Response {
  const { modified } = datesOf(facts);
  const urls = pages().map(
    (path) => `  <url><loc>${xml(absolute(path))}</loc><lastmod>${modified}</lastmod></url>`,
  );
  return new Response(
    `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join('\n')}\n</urlset>\n`,
    { headers: { 'Content-Type': 'application/xml' } },
  );
}
