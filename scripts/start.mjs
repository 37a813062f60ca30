// Exists as the one command a newcomer needs: install if needed, build, serve, print the address.
import { build } from './build.mjs';
import { install } from './install.mjs';
import { endWithNpm, orExplain } from './run.mjs';
import { optionsFrom, serveUntilStopped } from './serve.mjs';

endWithNpm();
// Before the long work: a mistyped option should not cost a build.
const options = orExplain(() => optionsFrom(process.argv.slice(2)));
if ((await install()) && (await build())) await serveUntilStopped(options);
else process.exitCode = 1;
