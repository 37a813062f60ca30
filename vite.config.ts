import { sveltekit } from '@sveltejs/kit/vite';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import { stopOnProblems } from './src/facts/report.ts';

/** A bad fact stops every build before it begins, with all that is to be mended. Tests check the record themselves. */
const record = {
  name: 'record',
  apply: () => process.env['VITEST'] === undefined,
  config: () => void stopOnProblems('data'),
};

/** What every chart draws with, in one file: a reader's connection pays for each. */
const DRAWING = {
  name: 'drawing',
  test: /charts\/(parts\/(Band|Drawing|Label|Mark|Sure|text)|Picture|Stage|context)\b|node_modules\/(layercake|d3-)/,
};

// Two builds from one house. `--mode live`: the script that brings the story's pictures to life, in `static/live`.
// Otherwise: the site, which is complete without it.
export default defineConfig(({ mode }) =>
  mode === 'live'
    ? {
        plugins: [record, svelte({ configFile: false })],
        base: './',
        publicDir: false,
        build: {
          outDir: 'static/live',
          emptyOutDir: true,
          manifest: true,
          modulePreload: false,
          // The page's own style sheet has every rule these components need.
          cssCodeSplit: false,
          rolldownOptions: {
            input: ['src/routes/live.ts', 'src/routes/read.ts'],
            checks: { pluginTimings: false },
            output: { codeSplitting: { groups: [DRAWING, { name: 'code', test: /node_modules\/uqr/ }] } },
          },
        },
      }
    : {
        plugins: [record, sveltekit()],
        build: { rolldownOptions: { checks: { pluginTimings: false } } },
        test: { include: ['tests/**/*.test.ts'], environment: 'node' },
      },
);
