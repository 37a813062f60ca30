// While pages are written out they are made lighter: a reader on a slow line waits for one file and not for eight, and a
// slow phone reads no markers that nothing looks for. Pure.

/** What comes before a linked file's name, and the name. */
const LINK = /\s*<link href="([^"]*?)(_app\/immutable\/assets\/[^"/]+\.css)" rel="stylesheet">/g;

/**
 * The page with its style sheets in it, in the place of the first link. Not for embeds: kept ones share their files.
 * @param read gives the text of a built style sheet, by its address seen from the site
 */
export function withStyles(html: string, read: (file: string) => string): string {
  const sheets = [...html.matchAll(LINK)].map(([, home = '', file = '']) =>
    // An address in a sheet is seen from the sheet; in a page, from the page.
    read(file).replace(/url\(\.\//g, `url(${home}_app/immutable/assets/`),
  );
  let first = true;
  return html.replace(LINK, () => {
    if (!first) return '';
    first = false;
    return `<style>${sheets.join('').trim()}</style>`;
  });
}

/** The page without the comments that Svelte writes for hydration, but for the parts that come to life. */
export const withoutMarkers = (html: string): string =>
  html.replace(
    /<!--island-->([\s\S]*?)<!--\/island-->|<!--[\s\S]*?-->/g,
    (_, alive: string | undefined) => alive ?? '',
  );

/** The page's own script without what is written for those who read its source. */
export const withoutNotes = (html: string): string =>
  html.replace(/<script>[\s\S]*?<\/script>/g, (script) =>
    script.replace(/^\s*\/\/.*\n/gm, '').replace(/^[ \t]+/gm, ''),
  );
