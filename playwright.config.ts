import { defineConfig } from '@playwright/test';
import { browser } from './scripts/browser.mjs';

const { executablePath, env, args, note } = await browser();
// Every worker reads the configuration again; print the browser's name only once.
if (process.env.TEST_WORKER_INDEX === undefined) console.log(note);

export default defineConfig({
  // The tests of `npm test`, or one of the long suites with their own commands.
  testDir: `tests/${process.env.SUITE ?? 'e2e'}`,
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results/browser',
  // Tests wait for rest and for paint, so more workers than cores keep two cores busy.
  workers: 4,
  fullyParallel: true,
  // Guards against hanging; it does not measure speed. Some tests read the whole story twice, on any machine.
  timeout: 180_000,
  // No retries, because a test that passes the second time hides a fault of the page or of the test.
  retries: 0,
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: 'test-results/browser.json' }]],
  use: {
    // SITE_URL comes from the first line of the server, which takes the next port when one is in use.
    baseURL: process.env.SITE_URL,
    launchOptions: { executablePath, env, args },
    trace: 'off',
    // Tests of the worker allow it themselves.
    serviceWorkers: 'block',
  },
  webServer: {
    // A deep path, to find addresses that ignore the site's location.
    command: 'node scripts/serve.mjs --base /a/deep/path/',
    wait: { stdout: /Read it at (?<site_url>http\S+)/ },
    gracefulShutdown: { signal: 'SIGTERM', timeout: 1000 },
  },
});
