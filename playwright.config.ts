import { defineConfig } from '@playwright/test';
import { browser } from './scripts/browser.mjs';

const { executablePath, env, args, note } = await browser();
// The configuration is read again in every worker; once is enough to say which browser it is.
if (process.env.TEST_WORKER_INDEX === undefined) console.log(note);

export default defineConfig({
  // What `npm test` runs, or one of the long suites that have commands of their own.
  testDir: `tests/${process.env.SUITE ?? 'e2e'}`,
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results/browser',
  // Tests wait, for rest and for paint: more of them than cores keep two cores busy.
  workers: 4,
  fullyParallel: true,
  // A guard against hanging, not a measure of speed: some tests read the whole story twice, on any machine.
  timeout: 180_000,
  // A test that passes the second time hides a fault of the page or of the test.
  retries: 0,
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: 'test-results/browser.json' }]],
  use: {
    // SITE_URL comes from the server's own first line, because it takes the next port when one is in use.
    baseURL: process.env.SITE_URL,
    launchOptions: { executablePath, env, args },
    trace: 'off',
    // A test that is about the worker lets it in.
    serviceWorkers: 'block',
  },
  webServer: {
    // Under a deep subpath: an address that forgets where the site lies is found here, and nowhere else.
    command: 'node scripts/serve.mjs --base /a/deep/path/',
    wait: { stdout: /Read it at (?<site_url>http\S+)/ },
    gracefulShutdown: { signal: 'SIGTERM', timeout: 1000 },
  },
});
