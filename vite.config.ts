import { sveltekit } from '@sveltejs/kit/vite';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

// Two builds from one house. `--mode live`: the script that brings the story's pictures to life, in `static/live`.
// Otherwise: the site, which is complete without it.
export default defineConfig(({ mode }) =>
  mode === 'live'
    ? {
        plugins: [svelte({ configFile: false })],
        base: './',
        publicDir: false,
        build: {
          outDir: 'static/live',
          emptyOutDir: true,
          manifest: true,
          modulePreload: false,
          // The page's own style sheet has every rule these components need.
          cssCodeSplit: false,
          rolldownOptions: { input: 'src/routes/live.svelte.ts' },
        },
      }
    : {
        plugins: [sveltekit()],
        test: { include: ['tests/**/*.test.ts'], environment: 'node' },
      },
);
