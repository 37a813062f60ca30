import { fileURLToPath } from 'node:url';
import { sveltekit } from '@sveltejs/kit/vite';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import { failOnErrors } from './src/lib/data/validate/cli.ts';
import { settingProblems } from './src/lib/server/env.ts';

/**
 * A bad fact or a bad setting stops every build before it begins, with all that is to be mended. Tests check the record
 * themselves.
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
 * What comes with the libraries and no chart of ours can reach: colours (ours are tokens of the style sheet), printed
 * ticks (ours are words), and what LayerCake prints for its developers. It was a tenth of an embed. Whoever does reach
 * for one is told.
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

/** What reads the record and the address, apart from what draws: pages without a living chart need no more. */
const READING = { name: 'reading', test: /src\/lib\/(data|url|seo)\//, priority: 1 };

/** What every chart draws with, in one file: a reader's connection pays for each. */
const DRAWING = {
  name: 'drawing',
  test: /charts\/(marks\/(ContractBar|Text|EvidenceIcon|EvidenceNote)|Chart|text|ChartSvg|ChartView|context)\b|node_modules\/(layercake|d3-)/,
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A script that is one chart and what brings it to life: the entry that an embed's build begins with. */
const ofChart = (id: string) => ({
  name: 'embed',
  resolveId: (source: string) => (source === 'embed' ? '\0embed' : null),
  load: (source: string) =>
    source === '\0embed'
      ? `import * as chart from '/src/lib/charts/${id}/${capital(id)}.svelte'; import { start } from '/src/lib/embed/mount.ts'; start(chart);`
      : null,
});

/** Kit’s own name for `src/lib`, in the builds that Kit has no part in. */
const resolve = { alias: { $lib: fileURLToPath(new URL('src/lib', import.meta.url)) } };

// Four kinds of builds from one house. `--mode live`: the scripts that bring pages to life, in `static/live`.
// `--mode embed`: one chart's embed, named by EMBED_CHART, beside them, after them:
// the record has been checked by then. Otherwise: the site, which is complete without.
// `--mode offline`: the worker that keeps a finished build, and the one that takes it away.
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
            // The page's own style sheet has every rule these components need.
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
              // The page's own style sheet has every rule these components need.
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
              // What all of them import is loaded once. A mistake that is planted must be loaded anew.
              isolate: process.env['TESTS'] !== undefined,
              // A guard against hanging, not a measure of speed.
              testTimeout: 60_000,
            },
          },
);
