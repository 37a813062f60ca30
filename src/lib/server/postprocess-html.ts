// Makes prerendered pages lighter: inlines the style sheets, so that a slow connection loads one file instead
// of eight, and removes hydration markers that no script needs. Pure.

/** Matches a style sheet link: the path prefix of the file, and the file. */
const LINK = /\s*<link href="([^"]*?)(_app\/immutable\/assets\/[^"/]+\.css)" rel="stylesheet">/g;

/**
 * Returns the page with its style sheets inlined in place of the first link. Not for embeds, because archived
 * embeds share their files.
 * @param read returns the text of a built style sheet, given its path relative to the site
 */
export function withStyles(html: string, read: (file: string) => string): string {
  const sheets = [...html.matchAll(LINK)].map(([, home = '', file = '']) =>
    // URLs in a style sheet are relative to the sheet, but inline they are relative to the page.
    read(file).replace(/url\(\.\//g, `url(${home}_app/immutable/assets/`),
  );
  let first = true;
  return html.replace(LINK, () => {
    if (!first) return '';
    first = false;
    return `<style>${sheets.join('').trim()}</style>`;
  });
}

/** Returns the page without Svelte's hydration comments, except inside the islands that are hydrated. */
export const withoutMarkers = (html: string): string =>
  html.replace(
    /<!--island-->([\s\S]*?)<!--\/island-->|<!--[\s\S]*?-->/g,
    (_, alive: string | undefined) => alive ?? '',
  );

/** Returns the page with the comments and indentation of its inline scripts removed. */
export const withoutNotes = (html: string): string =>
  html.replace(/<script>[\s\S]*?<\/script>/g, (script) =>
    script.replace(/^\s*\/\/.*\n/gm, '').replace(/^[ \t]+/gm, ''),
  );
