// Exists because an embed may load one classic script and no more: a build of its own for every chart, each complete.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isProgram, root, runPackage } from './run.mjs';

/** The files of charts among those in their folder: what exports its series. */
const charts = () =>
  readdirSync(join(root, 'src/charts')).filter(
    (file) =>
      file.endsWith('.svelte') && /as seriesOf\b/.test(readFileSync(join(root, 'src/charts', file), 'utf8')),
  );

/** Builds the script of every chart's embed → static/live/embed. @returns {Promise<number>} 0 when all are there */
export async function embeds(env = process.env) {
  const all = charts();
  for (const [index, file] of all.entries()) {
    const name = file.replace('.svelte', '');
    const code = await runPackage('vite', ['build', '--mode', 'embed', '--logLevel', 'warn'], {
      ...env,
      EMBED_CHART: name,
    });
    if (code !== 0) return code;
    console.log(`  ${index + 1} of ${all.length}: ${name}`);
  }
  return 0;
}

if (isProgram(import.meta.url)) process.exitCode = await embeds();
