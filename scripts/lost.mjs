// Moves the page for unknown addresses to 404.html; its links must work at every depth, because a host serves
// it anywhere.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './run.mjs';

/**
 * Returns the 404 page with its links made absolute paths of the site.
 * @param {string} html the page as built, one folder deep
 * @param {string} site absolute address of the site
 */
export const atAnyDepth = (html, site) =>
  html.replace(/\b(href|src|content)="\.\.\//g, (_, name) => `${name}="${new URL(site).pathname}`);

/** Moves `build/lost/` to `build/404.html`. @returns {Promise<number>} exit code */
export function lost() {
  const file = join(root, 'build/lost/index.html');
  const html = readFileSync(file, 'utf8');
  const site = /<meta property="og:image" content="([^"]+)img\/story\.png"/.exec(html)?.[1];
  if (site === undefined) {
    console.error('build/lost/ does not say where the site lies.');
    return Promise.resolve(1);
  }
  writeFileSync(join(root, 'build/404.html'), atAnyDepth(html, site));
  rmSync(join(root, 'build/lost'), { recursive: true });
  return Promise.resolve(0);
}
