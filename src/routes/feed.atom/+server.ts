import { createHash } from 'node:crypto';
import { facts } from '$lib/data/dataset.ts';
import { datesOf } from '$lib/seo/json-ld.ts';
import { xml } from '$lib/server/sitemap.ts';
import { absolute, siteUrl } from '$lib/server/site-url.ts';

export const prerender = true;

/**
 * Returns a permanent id, independent of the site's address (RFC 4287, 4.2.6): a version 5 UUID of a name.
 */
function nameOf(what: string): string {
  const hash = createHash('sha1').update(`who-could-say-no/${what}`).digest('hex');
  const variant = ((Number.parseInt(hash.slice(16, 18), 16) & 0x3f) | 0x80).toString(16);
  return `urn:uuid:${hash.slice(0, 8)}-${hash.slice(8, 12)}-5${hash.slice(13, 16)}-${variant}${hash.slice(18, 20)}-${hash.slice(20, 32)}`;
}

/** Returns every update and correction, newest first (RFC 4287). A date is given as midnight UTC. */
export function GET(): Response {
  const moment = (day: string): string => `${day}T00:00:00Z`;
  const page = absolute('corrections/');
  const entries = [...facts.updates].reverse().map(
    ({ id, on, kind, text }) => `  <entry>
    <id>${nameOf(id)}</id>
    <title>${xml(`${kind.charAt(0).toUpperCase()}${kind.slice(1)}: ${text}`)}</title>
    <updated>${moment(on)}</updated>
    <link href="${xml(`${page}#${id}`)}"/>
    <content type="text">${xml(text)}</content>
  </entry>`,
  );
  return new Response(
    `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB">
  <id>${nameOf('updates')}</id>
  <title>Who could say no? Updates and corrections</title>
  <updated>${moment(datesOf(facts).modified)}</updated>
  <author><name>Who could say no?</name></author>
  <link rel="self" href="${xml(absolute('feed.atom'))}"/>
  <link href="${xml(siteUrl())}"/>
${entries.join('\n')}
</feed>
`,
    { headers: { 'Content-Type': 'application/atom+xml' } },
  );
}
