// Exists because some proofs take longer than a coffee: runs one long suite of browser tests on a finished build.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { endWithNpm, root, runPackage } from './run.mjs';

endWithNpm();
const [suite = '', ...args] = process.argv.slice(2);
if (!existsSync(join(root, 'build/service-worker.js'))) {
  console.error('There is no finished build: run "npm run build" first.');
  process.exit(1);
}
process.exitCode = await runPackage('@playwright/test:playwright', ['test', ...args], {
  ...process.env,
  SUITE: suite,
});
