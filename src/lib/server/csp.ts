// What a page may load and run, as a Content Security Policy: made from the page itself, so that its inline parts are named
// by their content. Pure; used while pages are written out.
import { createHash } from 'node:crypto';

/** Whose page it is: one of ours, a chart in a frame on anybody's page, or the lab's copy of somebody's page. */
export type PageKind = 'own' | 'embed' | 'host';

/** The hash of a text as a browser sees it: it reads every line end as LF before it hashes. */
const hash = (text: string): string =>
  `'sha256-${createHash('sha256').update(text.replace(/\r\n?/g, '\n')).digest('base64')}'`;
const unique = (all: readonly string[]): string[] => [...new Set(all)].sort();

/** What a browser makes of an attribute as it is written. */
const plain = (value: string): string =>
  value
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');

/** The scripts that stand in a page and run. Data in a script element does not. */
export const inlineScripts = (html: string): string[] =>
  [...html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/g)]
    .filter(([, attributes = '']) => !/\bsrc=|\btype="application\//.test(attributes))
    .map(([, , text = '']) => text);

/** The style attributes of a page: tags only, for code that is shown as text has some too. */
export const inlineStyles = (html: string): string[] =>
  [
    ...html
      .replace(/<!--[\s\S]*?-->|(?<=<(script|style)\b[^>]*>)[\s\S]*?(?=<\/\1>)/g, '')
      .matchAll(/<[a-zA-Z](?:"[^"]*"|[^">])*?\sstyle="([^"]*)"/g),
  ].map(([, value = '']) => plain(value));

/** The style sheets that stand in a page. */
export const inlineSheets = (html: string): string[] =>
  [...html.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(([, text = '']) => text);

/** The rules of a page, by directive. */
function rulesOf(kind: PageKind, html: string): [directive: string, ...values: string[]][] {
  const scripts = unique(inlineScripts(html).map(hash));
  const styles = unique(inlineStyles(html).map(hash));
  const styled: string[] = [
    ...(styles.length > 0 ? ["'unsafe-hashes'", ...styles] : []),
    ...unique(inlineSheets(html).map(hash)),
  ];
  // A lab's host does what its real one does, with its real library; but no more than that.
  if (kind === 'host')
    return [
      ['default-src', "'self'"],
      ['script-src', "'self'", ...scripts],
      ['style-src', "'self'", "'unsafe-inline'"],
      ['base-uri', "'none'"],
      ['form-action', "'none'"],
    ];
  // In a sandbox WebKit takes 'self' for nobody: there an embed names the site, as its canonical address tells it.
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
          // Previews of embeds.
          ['frame-src', "'self'"],
        ] as [string, string][])),
    ['base-uri', "'none'"],
    ['form-action', "'none'"],
    ['require-trusted-types-for', "'script'"],
    // Svelte's own templates, and our worker's address.
    ['trusted-types', 'svelte-trusted-html', ...(kind === 'embed' ? [] : ['own-worker'])],
  ];
}

/** The policy of a page. */
export const policyOf = (kind: PageKind, html: string): string =>
  rulesOf(kind, html)
    .map((rule) => rule.join(' '))
    .join('; ');

/** The page with its policy in it, before anything that it speaks of. A header says the same where a host sends headers. */
export const withPolicy = (kind: PageKind, html: string): string =>
  html.replace(
    /<meta charset="utf-8" ?\/?>/i,
    (charset) => `${charset}<meta http-equiv="Content-Security-Policy" content="${policyOf(kind, html)}" />`,
  );
