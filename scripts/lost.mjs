// Exists because a host answers any unknown address with one 404.html: its links must hold at every depth.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './run.mjs';

/**
 * The page for addresses that lead nowhere, with every link of its own from where the site lies.
 * @param {string} html as it was written one folder deep
 * @param {string} site absolute address of the site
 */
export const atAnyDepth = (html, site) =>
  html.replace(/\b(href|src|content)="\.\.\//g, (_, name) => `${name}="${new URL(site).pathname}`);

/** Moves `build/lost/` to `build/404.html`. @returns {Promise<number>} */
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
