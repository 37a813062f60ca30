import { facts } from '$lib/data/dataset.ts';
import { datesOf } from '$lib/seo/json-ld.ts';
import { contact } from '$lib/server/contact-url.ts';
import { absolute } from '$lib/server/site-url.ts';

export const prerender = true;

/** How long the file stays valid after the last update, in days: less than a year (RFC 9116, 2.5.5). */
const HOLDS = 364;

/** Returns security.txt. If the site has no contact URL, it points to the page that says how to reach us. */
export function GET(): Response {
  const expires = new Date(`${datesOf(facts).modified}T00:00:00Z`);
  expires.setUTCDate(expires.getUTCDate() + HOLDS);
  return new Response(
    [
      `Contact: ${contact() ?? absolute('corrections/')}`,
      `Expires: ${expires.toISOString()}`,
      'Preferred-Languages: en',
      `Canonical: ${absolute('.well-known/security.txt')}`,
      '',
    ].join('\n'),
    { headers: { 'Content-Type': 'text/plain; charset=utf-8' } },
  );
}
