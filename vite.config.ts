import { fileURLToPath } from 'node:url';
import { sveltekit } from '@sveltejs/kit/vite';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import { failOnErrors } from './src/lib/data/validate/cli.ts';
import { settingProblems } from './src/lib/server/env.ts';

/**
 * Stops every build before it starts when a fact or a setting is invalid, and lists all problems. Tests
 * validate the dataset themselves.
 */
const record = {
  name: 'record',
  apply: () => process.env['VITEST'] === undefined,
  config: (): void => {
    const problems = settingProblems(process.env);
    if (problems.length > 0) {
      process.stderr.write(`${problems.join('\n')}\n\nNothing was built.\n`);
      process.exit(1);
    }
    failOnErrors('data');
  },
};

/**
 * Stubs library modules that no chart uses: colours (ours are tokens of the style sheet), printed ticks (ours
 * are words), and LayerCake's debug output. They made up a tenth of an embed. Code that does use one gets an
 * error.
 */
const UNREACHED: readonly [file: RegExp, names: string][] = [
  [/\/d3-color\/dist\/d3-color\.mjs$/, 'color rgb hsl lab hcl lch gray cubehelix'],
  [
    /\/d3-format\/dist\/d3-format\.mjs$/,
    'format formatPrefix formatSpecifier formatLocale formatDefaultLocale FormatSpecifier precisionFixed precisionPrefix precisionRound',
  ],
  [/\/layercake\/dist\/helpers\/printDebug\.js$/, 'default'],
];
const unreached = {
  name: 'unreached',
  enforce: 'pre' as const,
  load: (id: string) => {
    const names = UNREACHED.find(([file]) => file.test(id))?.[1].split(' ');
    return names === undefined
      ? null
      : `const left = () => { throw new RangeError('left out of the bundle'); };
export { ${names.map((name) => `left as ${name}`).join(', ')} };`;
  },
};

/**
 * Modules that read the dataset and the address, without drawing: pages without a live chart need no more.
 */
const READING = { name: 'reading', test: /src\/lib\/(data|url|seo)\//, priority: 1 };

/** The drawing code of all charts in one file, because a reader's connection pays for each file. */
const DRAWING = {
  name: 'drawing',
  test: /charts\/(marks\/(ContractBar|Text|EvidenceIcon|EvidenceNote)|Chart|text|ChartSvg|ChartView|context)\b|node_modules\/(layercake|d3-)/,
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A script with one chart and its hydration: the entry of an embed's build. */
const ofChart = (id: string) => ({
  name: 'embed',
  resolveId: (source: string) => (source === 'embed' ? '\0embed' : null),
  load: (source: string) =>
    source === '\0embed'
      ? `import * as chart from '/src/lib/charts/${id}/${capital(id)}.svelte'; import { start } from '/src/lib/embed/mount.ts'; start(chart);`
      : null,
});

/** Kit’s alias for `src/lib`, in builds without Kit. */
const resolve = { alias: { $lib: fileURLToPath(new URL('src/lib', import.meta.url)) } };

// Four kinds of builds. `--mode live`: the scripts that hydrate pages, in `static/live`. `--mode embed`: the
// embed of the chart in EMBED_CHART, beside and after them, when the dataset is already validated. `--mode
// offline`: the service worker of a finished build, and the one that unregisters it. Otherwise: the site,
// which is complete without scripts.
export default defineConfig(({ mode }) =>
  mode === 'offline'
    ? {
        define: { BUILD: JSON.stringify(process.env['BUILD_SUM']) },
        resolve,
        publicDir: false,
        build: {
          outDir: process.env['BUILD_DIR'] ?? 'build',
          emptyOutDir: false,
          rolldownOptions: {
            input: {
              'service-worker': 'src/client/offline/service-worker.ts',
              'service-worker.off': 'src/client/offline/unregister.ts',
            },
            output: { entryFileNames: '[name].js' },
          },
        },
      }
    : mode === 'embed'
      ? {
          plugins: [unreached, ofChart(process.env['EMBED_CHART'] ?? ''), svelte({ configFile: false })],
          resolve,
          publicDir: false,
          build: {
            outDir: 'static/live/embed',
            emptyOutDir: false,
            modulePreload: false,
            // The page's own style sheet has every rule of these components.
            cssCodeSplit: false,
            rolldownOptions: {
              input: 'embed',
              checks: { pluginTimings: false },
              output: {
                format: 'iife',
                entryFileNames: `${process.env['EMBED_CHART'] ?? ''}.[hash].js`,
                assetFileNames: 'unused.[ext]',
              },
            },
          },
        }
      : mode === 'live'
        ? {
            plugins: [record, unreached, svelte({ configFile: false })],
            base: './',
            resolve,
            publicDir: false,
            build: {
              outDir: 'static/live',
              emptyOutDir: true,
              manifest: true,
              modulePreload: false,
              // The page's own style sheet has every rule of these components.
              cssCodeSplit: false,
              rolldownOptions: {
                input: ['src/client/story.ts', 'src/client/page.ts', 'src/client/chart-page.ts'],
                checks: { pluginTimings: false },
                output: {
                  codeSplitting: { groups: [READING, DRAWING, { name: 'code', test: /node_modules\/uqr/ }] },
                },
              },
            },
          }
        : {
            plugins: [record, sveltekit()],
            build: { rolldownOptions: { checks: { pluginTimings: false } } },
            test: {
              include: [process.env['TESTS'] ?? 'tests/**/*.test.ts'],
              environment: 'node',
              // Tests share one load of the modules, but each planted mistake needs a new one.
              isolate: process.env['TESTS'] !== undefined,
              // Guards against hanging; it does not measure speed.
              testTimeout: 60_000,
            },
          },
);
