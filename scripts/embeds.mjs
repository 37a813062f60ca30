// Builds one script for every chart's embed, because an embed may load only one classic script.
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isProgram, root } from './run.mjs';

/** Ids of the charts: folders with a model. */
const charts = () =>
  readdirSync(join(root, 'src/lib/charts')).filter((id) =>
    existsSync(join(root, 'src/lib/charts', id, 'model.ts')),
  );

/** Builds the script of every chart's embed → static/live/embed. @returns {Promise<number>} exit code */
export async function embeds() {
  // Imported lazily, because on a fresh machine it is installed after this file is loaded.
  const { build } = await import('vite');
  const all = charts();
  // A shell's own NODE_ENV could build larger, slower scripts than the published ones.
  process.env.NODE_ENV = 'production';
  // Builds in this process, in sequence; a new process for each takes three times as long.
  for (const [index, id] of all.entries()) {
    process.env.EMBED_CHART = id;
    await build({ root, mode: 'embed', logLevel: 'warn' });
    console.log(`  ${index + 1} of ${all.length}: ${id}`);
  }
  // The style sheets of the pages contain all its rules.
  rmSync(join(root, 'static/live/embed/unused.css'), { force: true });
  return 0;
}

if (isProgram(import.meta.url)) process.exitCode = await embeds();
