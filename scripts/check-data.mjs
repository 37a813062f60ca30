// Exists so that the record can be checked on its own (`npm run check:data`), as every build checks it, in a second.
import { join } from 'node:path';
import { runnerImport } from 'vite';
import { root } from './run.mjs';

/** @typedef {{ failOnErrors: (dir: string) => number }} Report */

// The checks are TypeScript and Node 20 reads none: Vite translates them, without a bundle and without Kit.
const { module: report } = /** @type {{ module: Report }} */ (
  await runnerImport(join(root, 'src/lib/data/validate/cli.ts'), {
    root,
    configFile: false,
    logLevel: 'error',
  })
);
console.log(`The record is sound: ${report.failOnErrors(join(root, 'data'))} rows.`);
