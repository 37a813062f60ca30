// Exists because an embed may load one classic script and no more: a build of its own for every chart, each complete.
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isProgram, root } from './run.mjs';

/** Ids of the charts: the folders that have a model. */
const charts = () =>
  readdirSync(join(root, 'src/lib/charts')).filter((id) =>
    existsSync(join(root, 'src/lib/charts', id, 'model.ts')),
  );

/** Builds the script of every chart's embed → static/live/embed. @returns {Promise<number>} 0 when all are there */
export async function embeds() {
  // Asked for here: on a fresh machine it is installed after this file is read.
  const { build } = await import('vite');
  const all = charts();
  // A shell's own setting would build larger, slower scripts than those that are published.
  process.env.NODE_ENV = 'production';
  // In this process, one after another: starting anew for each takes three times as long.
  for (const [index, id] of all.entries()) {
    process.env.EMBED_CHART = id;
    await build({ root, mode: 'embed', logLevel: 'warn' });
    console.log(`  ${index + 1} of ${all.length}: ${id}`);
  }
  // The pages' own style sheets have every rule of it.
  rmSync(join(root, 'static/live/embed/unused.css'), { force: true });
  return 0;
}

if (isProgram(import.meta.url)) process.exitCode = await embeds();
