// Validates the dataset on its own (`npm run check:data`) with the rules of the build, in a second.
import { join } from 'node:path';
import { runnerImport } from 'vite';
import { root } from './run.mjs';

/** @typedef {{ failOnErrors: (dir: string) => number }} Report */

// The validator is TypeScript, which Node 20 cannot run; Vite transpiles it, without bundling and without
// Kit.
const { module: report } = /** @type {{ module: Report }} */ (
  await runnerImport(join(root, 'src/lib/data/validate/cli.ts'), {
    root,
    configFile: false,
    logLevel: 'error',
  })
);
console.log(`The record is sound: ${report.failOnErrors(join(root, 'data'))} rows.`);
