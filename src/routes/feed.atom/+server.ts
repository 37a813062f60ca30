import { facts } from '#facts/index.ts';
import { datesOf } from '#links/metadata.ts';
import { xml } from '../pages.ts';
import { absolute, siteUrl } from '../site.ts';

export const prerender = true;

/** Every update and correction, newest first (RFC 4287). A day is given as its first moment. */
export function GET(): Response {
  const moment = (day: string): string => `${day}T00:00:00Z`;
  const page = absolute('corrections/');
  const entries = [...facts.updates].reverse().map(
    ({ id, on, kind, text }) => `  <entry>
    <id>${xml(`${page}#${id}`)}</id>
    <title>${xml(`${kind.charAt(0).toUpperCase()}${kind.slice(1)}: ${text}`)}</title>
    <updated>${moment(on)}</updated>
    <link href="${xml(`${page}#${id}`)}"/>
    <content type="text">${xml(text)}</content>
  </entry>`,
  );
  return new Response(
    `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB">
  <id>${xml(siteUrl())}</id>
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
