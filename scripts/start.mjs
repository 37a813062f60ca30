// Installs packages if needed, builds the site, serves it and prints the address.
import { build } from './build.mjs';
import { install } from './install.mjs';
import { endWithNpm, orExplain } from './run.mjs';
import { optionsFrom, serveUntilStopped } from './serve.mjs';

endWithNpm();
// Parse options before the long work, so that a typing error costs no build.
const options = orExplain(() => optionsFrom(process.argv.slice(2)));
if ((await install()) && (await build())) await serveUntilStopped(options);
else process.exitCode = 1;
