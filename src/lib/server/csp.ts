// Builds the Content Security Policy of a page from the page itself, so that its inline parts are allowed by
// hash. Pure; used while prerendering.
import { createHash } from 'node:crypto';

/** Kind of page: a page of our site, an embed, or the embed lab's copy of a host. */
export type PageKind = 'own' | 'embed' | 'host';

/** Returns the hash source of a text. Browsers normalize line ends to LF before hashing. */
const hash = (text: string): string =>
  `'sha256-${createHash('sha256').update(text.replace(/\r\n?/g, '\n')).digest('base64')}'`;
const unique = (all: readonly string[]): string[] => [...new Set(all)].sort();

/** Decodes the character references in an attribute value, as a browser does. */
const plain = (value: string): string =>
  value
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');

/** Returns the inline scripts of a page that run. Script elements that hold data are left out. */
export const inlineScripts = (html: string): string[] =>
  [...html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/g)]
    .filter(([, attributes = '']) => !/\bsrc=|\btype="application\//.test(attributes))
    .map(([, , text = '']) => text);

/**
 * Returns the inline style attributes of a page. Looks at tags only, because code samples contain such
 * attributes too.
 */
export const inlineStyles = (html: string): string[] =>
  [
    ...html
      .replace(/<!--[\s\S]*?-->|(?<=<(script|style)\b[^>]*>)[\s\S]*?(?=<\/\1>)/g, '')
      .matchAll(/<[a-zA-Z](?:"[^"]*"|[^">])*?\sstyle="([^"]*)"/g),
  ].map(([, value = '']) => plain(value));

/** Returns the inline style sheets of a page. */
export const inlineSheets = (html: string): string[] =>
  [...html.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(([, text = '']) => text);

/** Returns the policy of a page, by directive. */
function rulesOf(kind: PageKind, html: string): [directive: string, ...values: string[]][] {
  const scripts = unique(inlineScripts(html).map(hash));
  const styles = unique(inlineStyles(html).map(hash));
  const styled: string[] = [
    ...(styles.length > 0 ? ["'unsafe-hashes'", ...styles] : []),
    ...unique(inlineSheets(html).map(hash)),
  ];
  // A lab host may run its real library, but nothing beyond that.
  if (kind === 'host')
    return [
      ['default-src', "'self'"],
      ['script-src', "'self'", ...scripts],
      ['style-src', "'self'", "'unsafe-inline'"],
      ['base-uri', "'none'"],
      ['form-action', "'none'"],
    ];
  // In a sandbox WebKit matches 'self' to nothing, so an embed names the site, taken from its canonical URL.
  const canonical = /rel="canonical" href="([^"]+)"/.exec(html)?.[1];
  const site = kind === 'embed' && canonical !== undefined ? [new URL('../../', canonical).href] : [];
  return [
    ['default-src', "'none'"],
    ['script-src', "'self'", ...site, ...scripts],
    ['style-src', "'self'", ...site, ...styled],
    ['img-src', "'self'", ...site],
    ['font-src', "'self'", ...site],
    ...(kind === 'embed'
      ? []
      : ([
          ['connect-src', "'self'"],
          ['manifest-src', "'self'"],
          ['worker-src', "'self'"],
          // Embed previews.
          ['frame-src', "'self'"],
        ] as [string, string][])),
    ['base-uri', "'none'"],
    ['form-action', "'none'"],
    ['require-trusted-types-for', "'script'"],
    // Svelte's templates, and the URL of our service worker.
    ['trusted-types', 'svelte-trusted-html', ...(kind === 'embed' ? [] : ['own-worker'])],
  ];
}

/** Returns the policy of a page as the value of the CSP header or meta tag. */
export const policyOf = (kind: PageKind, html: string): string =>
  rulesOf(kind, html)
    .map((rule) => rule.join(' '))
    .join('; ');

/**
 * Returns the page with its policy as a meta tag, before anything the policy governs. Hosts that send headers
 * send the same policy.
 */
export const withPolicy = (kind: PageKind, html: string): string =>
  html.replace(
    /<meta charset="utf-8" ?\/?>/i,
    (charset) => `${charset}<meta http-equiv="Content-Security-Policy" content="${policyOf(kind, html)}" />`,
  );
